// How many, whose, and whether the sources agree.
"use strict";

(function (chancery) {
  const { make, fill, say, at, address, known, facts, naming, moment } = chancery;
  const shelf = () => chancery.data.forces.facts;
  const CHARTS = 12;
  let topics = [];

  const CHANGED = new Set(["changed to", "changed since"]);
  const PART = new Set(["part of", "whole of"]);
  const AGREEMENT = {
    __proto__: null,
    any: () => true,
    agree: (relation) => relation === "agree",
    conflict: (relation) => relation === "conflict",
    changed: (relation) => CHANGED.has(relation),
    part: (relation) => PART.has(relation),
  };
  const has = (row, test) => row.compared.some(({ relation }) => test(relation));

  /** Figures of the same thing and people, where more than one is known; those in conflict first, then the most told. */
  function gather(rows) {
    const groups = d3.group(rows.filter(({ fact }) => fact.topic !== undefined), ({ fact }) => fact.topic);
    return [...groups.values()].filter((group) => group.filter(dated).length > 1)
      .map((group) => ({ group, conflict: group.some((row) => has(row, AGREEMENT.conflict)), related: group.filter((row) => row.compared.length).length }))
      .sort((a, b) => b.conflict - a.conflict || b.related - a.related || b.group.length - a.group.length || a.group[0].fact.topic - b.group[0].fact.topic);
  }

  /** Whose a figure is, or, where nobody is named, the state that the text around tells of. */
  const whose = (fact) => fact.who ?? fact.about;

  /** Whether a figure has a day at which it can be drawn. */
  const dated = ({ fact }) => Boolean(facts.boundsOf(fact)[0]);

  function title({ group }) {
    const { fact } = group[0];
    return [fact.what ?? fact.unit, naming.names(fact.who), fact.where].filter(Boolean).join(", ");
  }

  function chart(topic, width) {
    const { ink, accent, paper, line } = chancery.colours();
    const marks = topic.group.filter(dated).map((row) => ({ row, x: moment(facts.boundsOf(row.fact)[0]), y: row.fact.value, to: row.fact.value_max ?? row.fact.value }));
    const vague = ({ row }) => row.fact.approximate || row.fact.bound;
    const told = ({ row }) => `${facts.amount(row.fact)} ${row.fact.what ?? ""}\n${chancery.day(facts.dayOf(row.fact))}\n${facts.voiceOf(row.fact)}`;
    const href = ({ row }) => address.document(row.fact.document, row.fact.fact);
    const plot = Plot.plot({
      width, height: 150, marginLeft: 56, marginBottom: 24, marginTop: 12, marginRight: 14,
      x: { type: "utc", ticks: 3, tickFormat: chancery.tick, label: null, inset: 8 },
      y: { ticks: 3, zero: true, nice: true, label: null, tickFormat: (value) => chancery.number(value) },
      marks: [
        Plot.gridY({ stroke: line, strokeOpacity: 1, ticks: 3 }),
        Plot.ruleX(marks.filter((each) => each.to !== each.y), { x: "x", y1: "y", y2: "to", stroke: ink, strokeWidth: 2 }),
        Plot.dot(marks.filter(({ row }) => has(row, AGREEMENT.conflict)), { x: "x", y: "y", r: 8, stroke: accent, strokeWidth: 1.5 }),
        Plot.dot(marks, { x: "x", y: "y", r: 3.5, fill: (each) => (vague(each) ? paper : ink), stroke: ink, title: told, href }),
      ],
    });
    plot.setAttribute("aria-hidden", "true");
    for (const link of plot.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
    return plot;
  }

  /** What adds up, in words: a part and the whole that it lies within. */
  function sums({ group }) {
    const parts = group.flatMap((row) => row.compared.filter(({ relation }) => relation === "part of").map(({ fact }) => [row.fact, fact]));
    return parts.map(([part, whole]) => make("p", { class: "sum" }, say("forces.adds", { part: facts.amount(part), whole: facts.amount(whole), part_who: naming.names(part.who), whole_who: naming.names(whole.who), day: chancery.day(facts.dayOf(part)) })));
  }

  function draw() {
    const pages = Math.max(1, Math.ceil(topics.length / CHARTS));
    const page = Math.min(pages, Math.max(1, Number.parseInt(address.get("charts"), 10) || 1));
    at("topics-section").hidden = !topics.length;
    const boxes = topics.slice((page - 1) * CHARTS, page * CHARTS).map((topic) => {
      const href = address.page("forces", { topic: String(topic.group[0].fact.topic) }, "listing");
      return [topic, make("figure", { class: "topic" }, make("figcaption", {}, make("a", { href, lang: "fr" }, title(topic)), make("span", { class: "on" }, ` ${say("count.figures", { n: topic.group.length })}`)), make("div", { class: "plot" }), sums(topic))];
    });
    fill(at("topics"), boxes.map(([, box]) => box));
    for (const [topic, box] of boxes) box.querySelector(".plot").append(chart(topic, chancery.widthOf(box.querySelector(".plot"))));
    fill(at("topics-paging"), chancery.paging(page, pages, (to) => address.set({ charts: to > 1 ? String(to) : "" })));
  }

  chancery.limits({ actor: () => chancery.occurring(shelf(), whose) });
  chancery.redraw(draw);
  chancery.begin((day) => {
    const rows = known.view.forces(day);
    topics = gather(rows);
    draw();
    const [topic, what] = [address.get("topic"), naming.wanted(address.get("what"))];
    const agreement = AGREEMENT[address.get("agreement")];
    const [passes, about] = [chancery.passes(), chancery.isAbout("actor", whose)];
    chancery.list(rows.filter((row) => {
      const counted = !what.length || naming.holds(`${row.fact.what ?? ""} ${row.fact.unit ?? ""}`, what);
      return (!topic || String(row.fact.topic) === topic) && counted && (!agreement || has(row, agreement)) && about(row) && passes(row);
    }));
  });
})(window.chancery);
