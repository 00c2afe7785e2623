// Who promised what by when, on what condition, and how it stands.
"use strict";

(function (chancery) {
  const { say, at, address, known, facts, naming, moment } = chancery;
  const shelf = () => chancery.data.commitments.facts;
  const BARS = 30;
  const ROW = 26;
  const DAY = 864e5;
  let drawn = [];

  /** From the day each was undertaken to its deadline; those nearest the day as of which. */
  function bars(rows, day) {
    const now = +moment(day);
    return rows.filter(({ fact }) => fact.due && facts.boundsOf(fact)[0])
      .map((row) => ({ row, from: moment(facts.boundsOf(row.fact)[0]), to: moment(row.fact.due) }))
      .sort((a, b) => Math.abs(a.to - now) - Math.abs(b.to - now)).slice(0, BARS).sort((a, b) => a.to - b.to);
  }

  function draw() {
    const day = known.judged(known.library(chancery.asOf()));
    const listed = day ? bars(drawn, day) : [];
    at("bars").hidden = !listed.length;
    if (!listed.length) return;
    const { ink, accent, line, paper } = chancery.colours();
    const width = chancery.widthOf(at("bars"));
    const label = ({ row }) => `${naming.names(row.fact.who.slice(0, 1))}${say("row.colon")}${row.fact.what}`;
    const longest = Math.floor(width / 11);
    const cut = (text) => (text.length > longest ? `${text.slice(0, text.lastIndexOf(" ", longest))} …` : text);
    const middle = (d3.min(listed, (each) => +each.from) + Math.max(+moment(day), d3.max(listed, (each) => +each.to))) / 2;
    const labelled = { y: (each) => listed.indexOf(each), text: (each) => cut(label(each)), dy: -6, fill: ink, stroke: paper, strokeWidth: 4 };
    const first = (each) => new Date(Math.min(each.from, each.to));
    const last = (each) => new Date(Math.max(+each.from, +each.to) + DAY);
    const plot = Plot.plot({
      width, height: listed.length * ROW + 46, marginLeft: 16, marginRight: 16, marginTop: 24, marginBottom: 22,
      x: { type: "utc", axis: "top", tickFormat: chancery.tick, label: null }, y: { axis: null, domain: d3.range(listed.length) },
      marks: [
        Plot.gridX({ stroke: line, strokeOpacity: 1 }),
        Plot.barX(listed, { x1: first, x2: last, y: (_, at) => at, insetTop: 15, insetBottom: 5, fill: (each) => (each.row.standing === "due" ? ink : accent), fillOpacity: 0.75, title: (each) => `${label(each)}\n${say(`standing.${each.row.standing}`)}, ${chancery.deadline(each.row.fact.deadline)}`, href: (each) => address.document(each.row.fact.document, each.row.fact.fact) }),
        Plot.text(listed.filter((each) => +each.from < middle), { ...labelled, x: first, textAnchor: "start" }),
        Plot.text(listed.filter((each) => +each.from >= middle), { ...labelled, x: last, textAnchor: "end" }),
        Plot.ruleX([moment(day)], { stroke: accent, strokeWidth: 1.5 }),
        Plot.text([moment(day)], { x: (each) => each, text: () => `${say("commitments.line")} ${chancery.shortDay(day)}`, frameAnchor: "bottom", textAnchor: "end", dx: 4, dy: 16, fill: accent, stroke: paper, strokeWidth: 4 }),
      ],
    });
    plot.setAttribute("aria-hidden", "true");
    for (const link of plot.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
    at("bars-drawn").replaceChildren(plot);
  }

  chancery.limits({ by: () => chancery.occurring(shelf(), (fact) => fact.who) });
  chancery.redraw(draw);
  chancery.begin((day) => {
    const [type, status] = [address.get("type"), address.get("status")];
    const [passes, by] = [chancery.passes(), chancery.isAbout("by", (fact) => fact.who)];
    const rows = known.view.commitments(day).filter((row) => (!type || row.fact.type === type) && (!status || row.standing === status) && by(row) && passes(row));
    drawn = rows;
    draw();
    chancery.list(rows);
  });
})(window.chancery);
