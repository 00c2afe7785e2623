// All of the words, in facts and in titles.
"use strict";

(function (chancery) {
  const { make, say, at, fill, address, known, facts, naming } = chancery;
  const PAGES = ["chronology", "voices", "positions", "commitments", "forces"];

  const titled = ({ document, number }) => ({
    document,
    made: () => make("article", { class: "row", tabindex: "-1", "data-fact": "" },
      make("div", { class: "when" }, make("time", {}, document.published ? chancery.day(document.published) : say("row.undated"))),
      make("div", { class: "what" }, make("p", { class: "title", lang: document.language }, make("a", { href: address.document(number), "data-words": "" }, document.title))),
      make("div", { class: "side" }, make("span", {}, naming.publisher(document)))),
  });

  chancery.limits({ actor: () => chancery.occurring(PAGES.flatMap((page) => chancery.data[page].facts), facts.actorsOf) });
  chancery.begin((day) => {
    const words = naming.wanted(address.get("words"));
    const kind = address.get("kind");
    at("search-words").value = address.get("words");
    if (!words.length && !address.get("actor")) {
      chancery.list([]);
      fill(at("listing"), make("p", { class: "note" }, say("search.hint")));
      return;
    }
    const [passes, about] = [chancery.passes(), chancery.isAbout("actor", facts.actorsOf)];
    const found = PAGES.flatMap((page) => known.view[page](day)).filter((row) => (!kind || row.fact.kind === kind) && about(row) && passes(row));
    const asksTitles = words.length && !address.get("actor") && !address.get("from") && !address.get("to") && (!kind || kind === "document");
    const titles = asksTitles ? known.view.sources(day).filter(({ document }) => naming.holds(document.title, words)).map(titled) : [];
    chancery.list([...titles, ...found]);
  });
})(window.chancery);
