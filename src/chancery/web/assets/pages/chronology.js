// What happened, when: a band of time, and under it the days.
"use strict";

(function (chancery) {
  const { address, known, facts, at, moment } = chancery;
  const shelf = () => chancery.data.chronology.facts;
  const DOTS = 500;
  /** Dots that are still told apart, and the radius of the smallest; more are counted by the day, week or month. */
  const SMALLEST = 2;
  const LARGEST = 5;
  const HEIGHT = { dots: 120, bars: 48, whole: 44 };
  const MARGIN = { left: 8, right: 8, axis: 20 };
  const BAR = { tall: 5, apart: 7, lanes: 6 };
  const DAY = 864e5;
  /** How long an open end is drawn, fading out. */
  const OPEN_DAYS = 45;
  /** Share of the happenings at either end that the band may leave out, and how many times longer it would be with them for it to do so. */
  const FRINGE = 0.05;
  const PRESSED = 3;
  let drawn = [];

  // The rows as marks: a point for a day, a span for what is less precise

  function mark(row) {
    const day = facts.dayOf(row.fact);
    const [first, last] = facts.boundsOf(row.fact);
    if (!day || day.includes("X") || (!first && !last)) return [];
    const from = moment(first ?? last) - (first ? 0 : OPEN_DAYS * DAY);
    const to = +moment(last ?? first) + DAY + (last ? 0 : OPEN_DAYS * DAY);
    return [{ row, from, to, real: known.isReal(row.fact), point: first === last, openFrom: !first, openTo: !last }];
  }

  const extent = (marks) => (marks.length ? [d3.min(marks, (each) => each.from), d3.max(marks, (each) => each.to)] : null);

  /** The days that most happenings are of: all, unless a few of long ago or far ahead would press the others together. */
  function core(marks) {
    const whole = extent(marks);
    const inner = [d3.quantile(marks, FRINGE, (each) => each.from), d3.quantile(marks, 1 - FRINGE, (each) => each.to)];
    const length = Math.max(inner[1] - inner[0], 30 * DAY);
    if (whole[1] - whole[0] < PRESSED * length) return whole;
    return [Math.max(whole[0], inner[0] - length / 10), Math.min(whole[1], inner[1] + length / 10)];
  }

  function axis(svg, x, y) {
    const ticks = x.ticks(Math.max(2, Math.floor((x.range()[1] - x.range()[0]) / 90)));
    svg.append("g").attr("class", "axis").selectAll("text").data(ticks).join("text")
      .attr("x", (tick) => x(tick)).attr("y", y).attr("text-anchor", "middle").text(chancery.tick);
    svg.append("g").attr("class", "ticks").selectAll("line").data(ticks).join("line")
      .attr("x1", (tick) => x(tick)).attr("x2", (tick) => x(tick)).attr("y1", 0).attr("y2", y - 12);
  }

  const unit = (days) => (days < 120 ? d3.utcDay : days < 900 ? d3.utcMonday : days < 9000 ? d3.utcMonth : d3.utcYear);

  /** Counts of happenings by day, week, month or year, what has happened below what has not. */
  function counted(svg, marks, x, height) {
    const [from, to] = x.domain();
    const step = unit((to - from) / DAY);
    const bins = d3.rollups(marks, (each) => ({ real: d3.sum(each, (one) => one.real), all: each.length }), (each) => +step.floor(new Date(each.from)));
    const y = d3.scaleLinear([0, d3.max(bins, ([, each]) => each.all) || 1], [0, height]);
    const width = (start) => Math.max(1, x(step.offset(new Date(start), 1)) - x(start) - 1);
    for (const [name, from, to] of [["real", () => 0, (each) => each.real], ["unreal", (each) => each.real, (each) => each.all]]) {
      svg.append("g").attr("class", `mark ${name}`).selectAll("rect").data(bins.filter(([, each]) => to(each) > from(each))).join("rect")
        .attr("x", ([start]) => x(start)).attr("width", ([start]) => width(start))
        .attr("y", ([, each]) => height - y(to(each))).attr("height", ([, each]) => y(to(each)) - y(from(each)));
    }
  }

  /** How large a dot may be, for the day with the most of them to fit. */
  function radiusOf(marks, x, height) {
    const most = d3.max(d3.rollup(marks, (each) => each.length, (each) => each.from).values()) ?? 1;
    const day = x(+x.domain()[0] + DAY) - x.range()[0];
    return Math.min(LARGEST, Math.max(SMALLEST, day / 2.2), height / (2.1 * most));
  }

  /** A dot a day, those of a day one above the other. */
  function dots(svg, marks, x, height, radius) {
    const stacks = new Map();
    const placed = marks.map((each) => {
      const column = Math.round(x(each.from + DAY / 2) / (2 * radius));
      const level = stacks.get(column) ?? 0;
      stacks.set(column, level + 1);
      return { ...each, cx: column * 2 * radius, level };
    });
    const tall = Math.min(2 * radius + 0.5, (height - radius) / Math.max(1, d3.max(placed, (each) => each.level + 1)));
    svg.append("g").selectAll("circle").data(placed).join("circle").attr("class", (each) => `mark ${each.real ? "real" : "unreal"}`)
      .attr("cx", (each) => each.cx).attr("cy", (each) => height - radius - each.level * tall).attr("r", radius).call(led);
  }

  /** A bar for what is less precise than a day, as long as it may be; an open end fades out. */
  function bars(svg, marks, x, top) {
    const ends = [];
    const placed = marks.toSorted((a, b) => a.from - b.from).flatMap((each) => {
      const lane = ends.findIndex((end) => end <= each.from);
      const chosen = lane >= 0 ? lane : ends.length;
      if (chosen >= BAR.lanes) return [];
      ends[chosen] = each.to + (x.domain()[1] - x.domain()[0]) / 200;
      return [{ ...each, lane: chosen }];
    });
    const fade = (each) => (each.openFrom ? "url(#fade-from)" : each.openTo ? "url(#fade-to)" : null);
    svg.append("g").selectAll("rect").data(placed).join("rect").attr("class", (each) => `mark ${each.real ? "real" : "unreal"}`).attr("rx", 2)
      .attr("x", (each) => x(each.from)).attr("width", (each) => Math.max(2, x(each.to) - x(each.from)))
      .attr("y", (each) => top + each.lane * BAR.apart).attr("height", BAR.tall).attr("mask", fade).call(led);
  }

  /** Masks that let an end fade out. */
  function fading(svg) {
    const defs = svg.append("defs");
    for (const [name, from, to] of [["fade-from", 0, 1], ["fade-to", 1, 0]]) {
      const gradient = defs.append("linearGradient").attr("id", `${name}-light`);
      gradient.append("stop").attr("offset", "0").attr("stop-color", "#fff").attr("stop-opacity", from);
      gradient.append("stop").attr("offset", "1").attr("stop-color", "#fff").attr("stop-opacity", to);
      defs.append("mask").attr("id", name).attr("maskContentUnits", "objectBoundingBox").append("rect").attr("width", 1).attr("height", 1).attr("fill", `url(#${name}-light)`);
    }
  }

  /** A mark says what it is when pointed at, and leads to its row. */
  function led(marks) {
    marks.style("cursor", "pointer").on("click", (_, each) => address.set({ fact: each.row.fact.fact, page: "" }));
    marks.append("title").text(({ row }) => `${chancery.day(facts.dayOf(row.fact))}\n${chancery.naming.names(row.fact.who)} ${row.fact.words}`);
  }

  const svgIn = (element, height) => {
    const width = chancery.widthOf(element);
    const svg = d3.create("svg").attr("viewBox", [0, 0, width, height]).attr("width", width).attr("height", height).attr("aria-hidden", "true");
    element.replaceChildren(svg.node());
    return { svg, width };
  };

  // The two strips

  function drawWindow(marks) {
    const limits = [address.day("from"), address.day("to")];
    const chosen = marks.filter((each) => facts.within(each.row.fact, ...limits));
    const whole = limits.some(Boolean) ? extent(chosen) : core(marks);
    if (!whole) return;
    const domain = [limits[0] ? +moment(limits[0]) : whole[0], limits[1] ? +moment(limits[1]) + DAY : whole[1]];
    const { svg, width } = svgIn(at("band-window"), HEIGHT.dots + MARGIN.axis + HEIGHT.bars);
    const x = d3.scaleUtc(domain[0] < domain[1] ? domain : [domain[0], domain[0] + DAY], [MARGIN.left, width - MARGIN.right]);
    fading(svg);
    axis(svg, x, HEIGHT.dots + 14);
    const inside = chosen.filter((each) => each.to > x.domain()[0] && each.from < x.domain()[1]);
    const points = inside.filter((each) => each.point);
    const radius = radiusOf(points, x, HEIGHT.dots - 4);
    if (points.length > DOTS || radius < SMALLEST) counted(svg, points, x, HEIGHT.dots - 6);
    else dots(svg, points, x, HEIGHT.dots - 4, radius);
    bars(svg, inside.filter((each) => !each.point), x, HEIGHT.dots + MARGIN.axis);
    const [from, to] = x.domain().map((each) => chancery.day(each.toISOString().slice(0, 10)));
    chancery.fill(at("band-outside"), !limits.some(Boolean) && chosen.length > inside.length ? chancery.say("chronology.outside", { n: chosen.length - inside.length, from, to }) : "");
  }

  function drawWhole(marks) {
    const domain = core(marks);
    const { svg, width } = svgIn(at("band-whole"), HEIGHT.whole + MARGIN.axis);
    const x = d3.scaleUtc(domain, [MARGIN.left, width - MARGIN.right]);
    axis(svg, x, HEIGHT.whole + 14);
    counted(svg, marks.filter((each) => each.to > domain[0] && each.from < domain[1]), x, HEIGHT.whole - 4);
    const brush = d3.brushX().extent([[MARGIN.left, 0], [width - MARGIN.right, HEIGHT.whole]]).on("end", ({ selection, sourceEvent }) => {
      if (!sourceEvent) return;
      const day = (place) => x.invert(place).toISOString().slice(0, 10);
      address.set({ ...(selection ? { from: day(selection[0]), to: day(selection[1]) } : { from: "", to: "" }), page: "", fact: "" });
    });
    const [from, to] = [address.day("from"), address.day("to")];
    const group = svg.append("g").attr("class", "brush").call(brush);
    if (from || to) group.call(brush.move, [from ? x(moment(from)) : x.range()[0], to ? x(+moment(to) + DAY) : x.range()[1]].map((each) => Math.min(x.range()[1], Math.max(x.range()[0], each))));
  }

  function draw() {
    const marks = drawn.flatMap(mark);
    at("band").hidden = !marks.length;
    if (!marks.length) return;
    drawWhole(marks);
    drawWindow(marks);
  }

  // The list

  chancery.limits({ actor: () => chancery.occurring(shelf(), facts.actorsOf) });
  chancery.redraw(draw);
  chancery.begin((day) => {
    const [type, status] = [address.get("type"), address.get("status")];
    const about = chancery.isAbout("actor", facts.actorsOf);
    const kept = known.view.chronology(day).filter((row) => {
      const { fact } = row;
      const typed = !type || (type === "meeting" ? fact.kind === "meeting" : fact.type === type);
      return typed && (!status || known.isReal(fact) === (status === "real")) && about(row);
    });
    drawn = kept;
    draw();
    chancery.list(kept.filter(chancery.passes()), { byDay: true });
  });
})(window.chancery);
