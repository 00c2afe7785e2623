// What is in here, what is new, what is open?
"use strict";

(function (chancery) {
  const { make, fill, say, sayWith, at, address, known, facts, naming } = chancery;
  const FEW = 4;
  const link = (page, limits, ...text) => make("a", { href: address.page(page, limits) }, text);
  const note = (key) => make("p", { class: "note" }, say(key));
  const more = (page, limits = {}) => make("p", { class: "more" }, link(page, limits, say("overview.further")));
  const joined = (parts) => parts.flatMap((part, at) => [at ? ", " : "", part]);

  function lead(day, views) {
    const books = known.library(day);
    const days = chancery.data.record.documents.slice(0, books.count).map((each) => each.published).filter((each) => each && !each.includes("X")).sort();
    const documents = link("sources", {}, say("count.documents", { n: books.count }));
    const sources = link("sources", {}, say("count.sources", { n: books.sources }));
    const opening = days.length ? sayWith("overview.lead", { documents, sources, period: chancery.period(days[0], days[days.length - 1]) }) : sayWith("overview.lead_undated", { documents, sources });
    const counts = [["chronology", "happenings", views.happenings], ["forces", "figures", views.figures], ["commitments", "commitments", views.commitments]];
    const list = joined(counts.map(([page, key, rows]) => link(page, {}, say(`count.${key}`, { n: rows.length }))));
    const others = ["voices", "positions"].map((page) => link(page, {}, say(`overview.${page}`)));
    fill(at("lead"), opening, " ", sayWith("overview.holds", { list: [...list, ", ", ...joined(others)] }));
  }

  /** The last happenings that are surely of one day, and of the past. */
  function latest(rows) {
    const last = rows.filter((row) => known.isReal(row.fact) && facts.boundsOf(row.fact)[0] && facts.boundsOf(row.fact)[0] === facts.boundsOf(row.fact)[1]).slice(-FEW).reverse();
    fill(at("latest"), last.length ? [last.map((row) => chancery.row(row)), more("chronology")] : note("count.none"));
  }

  function open(rows) {
    const dated = rows.filter((row) => row.standing !== "unknown").sort((a, b) => (a.fact.due < b.fact.due ? -1 : 1));
    const next = dated.filter((row) => row.standing === "open").slice(0, FEW);
    const past = dated.filter((row) => row.standing === "due").slice(-FEW).reverse();
    const part = (key, listed) => (listed.length ? [make("h3", {}, say(key)), listed.map((row) => chancery.row(row))] : "");
    fill(at("open"), dated.length ? [part("overview.next", next), part("overview.past", past), more("commitments")] : note("overview.no_commitments"));
  }

  /** Figures in conflict, then those that changed; each pair once. */
  function disagree(rows) {
    const by = (relation) => rows.filter((row) => row.compared.some((each) => each.relation === relation));
    const listed = [...new Set([...by("conflict"), ...by("changed to").reverse()])];
    const found = [...new Map(listed.map((row) => [texts(row), row])).values()].slice(0, FEW);
    fill(at("disagree"), found.length ? [found.map(pair), more("forces", { agreement: "changed" })] : note("overview.no_disagreements"));
  }

  const other = (row) => row.compared.find((each) => each.relation === "conflict") ?? row.compared.find((each) => each.relation === "changed to");

  /** The two texts and amounts of a pair: what a headline and its article say is one disagreement. */
  const texts = (row) => [row.fact, other(row).fact].map((each) => `${each.document} ${each.value} ${each.value_max}`).sort().join();

  function pair(row) {
    const { fact, relation } = other(row);
    const told = (each) => [facts.link(each, make("b", {}, facts.amount(each))), ` (${facts.voiceOf(each)}, ${chancery.shortDay(facts.dayOf(each))})`];
    return make("p", { class: "differ" }, make("span", { lang: "fr" }, [row.fact.what ?? row.fact.unit, naming.names(row.fact.who), row.fact.where].filter(Boolean).join(", ")), say("row.colon"), told(row.fact), `, ${say(`relation.${relation.replace(" ", "_")}`)} `, told(fact));
  }

  function newest(day) {
    const dated = known.view.sources(day).filter(({ document }) => document.known).sort((a, b) => b.number - a.number).slice(0, FEW + 1);
    const listed = dated.map(({ document, number }) => make("li", {}, make("a", { href: address.document(number), lang: document.language }, document.title), make("span", { class: "on" }, ` ${naming.publisher(document)}, ${chancery.shortDay(document.published)}`)));
    fill(at("new"), listed.length ? [make("ul", { class: "titles" }, listed), more("sources")] : note("count.none"));
  }

  chancery.begin((day) => {
    const views = { happenings: known.view.chronology(day), commitments: known.view.commitments(day), figures: known.view.forces(day) };
    lead(day, views);
    latest(views.happenings);
    open(views.commitments);
    disagree(views.figures);
    newest(day);
    chancery.refused(at("refused"));
  });
})(window.chancery);
