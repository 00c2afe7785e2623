// Who wants what, who answered what.
"use strict";

(function (chancery) {
  const { make, fill, say, at, address, known, facts, naming } = chancery;
  const shelf = () => chancery.data.positions;
  const ASKING = new Set(["demand", "offer"]);
  const MATRIX = { issues: 14, actors: 9 };
  const ASKED = 12;

  /** For whom a position counts: the states and bodies among its holders, else its holders. */
  function sides(fact) {
    const bodies = fact.holders.filter((number) => !naming.isPerson(number));
    return bodies.length ? bodies : fact.holders;
  }

  const most = (counts, limit) => [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit).map(([key]) => key);

  function cell(rows, issue, actor) {
    if (!rows) return make("td", {});
    const last = rows[rows.length - 1].fact;
    const href = address.page("positions", { ...limits(), about: String(issue), by: naming.id(actor) }, "listing");
    return make("td", { "data-actor": naming.name(actor) }, make("a", { href }, make("span", { class: `stance s-${last.stance}` }, say(`stance.${last.stance}`)), make("span", { class: "on" }, chancery.shortDay(facts.dayOf(last)), rows.length > 1 ? ` (${rows.length})` : "")));
  }

  function matrix(rows) {
    const gathered = rows.filter(({ fact }) => fact.about !== undefined);
    const issues = most(chancery.occurring(gathered.map((row) => row.fact), (fact) => [fact.about]), MATRIX.issues);
    const shown = gathered.filter(({ fact }) => issues.includes(fact.about));
    const actors = most(chancery.occurring(shown.map((row) => row.fact), sides), MATRIX.actors);
    const cells = new Map();
    for (const row of shown) {
      for (const actor of sides(row.fact)) {
        const key = `${row.fact.about} ${actor}`;
        if (cells.has(key)) cells.get(key).push(row);
        else cells.set(key, [row]);
      }
    }
    at("matrix-section").hidden = !issues.length;
    fill(at("matrix"), make("table", { class: "matrix" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("positions.issue")), actors.map((actor) => make("th", { scope: "col" }, naming.name(actor))))),
      make("tbody", {}, issues.map((issue) => make("tr", {},
        make("th", { scope: "row" }, make("a", { href: address.page("positions", { about: String(issue) }, "listing"), lang: "fr" }, shelf().issues[issue])),
        actors.map((actor) => cell(cells.get(`${issue} ${actor}`), issue, actor)))))));
  }

  /** Demands and offers beside their answers: the answered first, then the latest. */
  function asked(rows, notes) {
    const open = rows.filter(({ fact }) => ASKING.has(fact.stance));
    const chosen = [...open.filter(({ fact }) => fact.response), ...open.filter(({ fact }) => !fact.response).reverse()].slice(0, ASKED);
    at("asked-section").hidden = !open.length;
    fill(at("asked"), make("div", { class: "pairs" }, chosen.map((row) => {
      const { fact } = row;
      if (!notes.has(fact.document)) notes.set(fact.document, notes.size + 1);
      return make("div", { class: fact.response ? "pair" : "pair unanswered" }, chancery.row(row, { note: notes.get(fact.document), listed: false }),
        make("div", { class: "answer" }, make("h3", {}, say("positions.answer")), make("p", { lang: fact.response ? facts.documentOf(fact).language : null }, fact.response ?? say("row.unanswered"))));
    })), open.length > ASKED ? make("p", {}, make("a", { href: address.page("positions", { ...limits(), stance: "asked" }, "listing") }, say("positions.more", { n: open.length }))) : "");
  }

  /** The limits that are set now, for links that add one more. */
  const limits = () => Object.fromEntries(["by", "towards", "about", "from", "to", "words"].map((name) => [name, address.get(name)]).filter(([, value]) => value));

  function offerIssues(rows) {
    const select = at("filters").elements.about;
    const counts = chancery.occurring(rows.map((row) => row.fact), (fact) => (fact.about === undefined ? [] : [fact.about]));
    const options = most(counts, Infinity).map((issue) => make("option", { value: String(issue) }, `${shelf().issues[issue]} (${counts.get(issue)})`));
    const chosen = address.get("about");
    select.replaceChildren(select.options[0], ...options);
    select.value = options.some((each) => each.value === chosen) ? chosen : "";
  }

  chancery.limits({
    by: () => chancery.occurring(shelf().facts, (fact) => fact.holders),
    towards: () => chancery.occurring(shelf().facts, (fact) => fact.towards),
  });
  chancery.begin((day) => {
    const all = known.view.positions(day);
    offerIssues(all);
    const [stance, about, notes] = [address.get("stance"), address.get("about"), new Map()];
    const held = (fact) => !stance || fact.stance === stance || (stance === "asked" && ASKING.has(fact.stance));
    const [passes, by, towards] = [chancery.passes(), chancery.isAbout("by", (fact) => fact.holders), chancery.isAbout("towards", (fact) => fact.towards)];
    const rows = all.filter((row) => held(row.fact) && (!about || String(row.fact.about) === about) && by(row) && towards(row) && passes(row));
    matrix(rows);
    asked(rows, notes);
    chancery.list(rows, { notes });
  });
})(window.chancery);
