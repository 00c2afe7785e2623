// All of the words, in facts and in titles.
"use strict";

(function (chancery) {
  const { make, say, at, fill, address, known, facts, naming } = chancery;
  const PAGES = ["chronology", "voices", "positions", "commitments", "forces"];

  /** Code points shown on either side of the words found in a text. */
  const AROUND = 90;
  let showing = 0;

  const asRow = ({ document, number }, ...below) => ({
    document,
    made: () => make("article", { class: "row", tabindex: "-1", "data-fact": "" },
      make("div", { class: "when" }, make("time", {}, document.published ? chancery.day(document.published) : say("row.undated"))),
      make("div", { class: "what" },
        make("p", { class: "head" }, make("span", { class: "kind-name" }, say("kind.document"))),
        make("p", { class: "title", lang: document.language }, make("a", { href: address.document(number), "data-words": "" }, document.title)),
        below),
      make("div", { class: "side" }, make("span", {}, naming.publisher(document)))),
  });

  /** A text around the first of the words; where folding moves them, about there. */
  function stretch(text, [word], language) {
    const found = Math.max(0, naming.fold(text).search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "u")));
    const shown = text.slice(Math.max(0, found - AROUND), found + AROUND).replace(/^\S* |\s\S*$/g, "");
    return make("p", { class: "words", lang: language }, found > AROUND ? "… " : "", shown, " …");
  }

  /** Facts by day, what has no day last. */
  const first = ({ fact }) => facts.boundsOf(fact)[0] ?? facts.boundsOf(fact)[1] ?? "9999";

  /** Documents whose titles, or texts where they are given, hold the words. */
  function documents(words, day, texts) {
    return known.view.sources(day).flatMap((row) => {
      if (naming.holds(row.document.title, words)) return [asRow(row)];
      return texts && naming.holds(texts[row.number], words) ? [asRow(row, stretch(texts[row.number], words, row.document.language))] : [];
    });
  }

  function facted(words, day) {
    const kind = address.get("kind");
    const [passes, about] = [chancery.passes(), chancery.isAbout("actor", facts.actorsOf)];
    const found = PAGES.flatMap((page) => known.view[page](day)).filter((row) => (!kind || row.fact.kind === kind) && about(row) && passes(row));
    return found.sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
  }

  chancery.limits({ actor: () => chancery.occurring(PAGES.flatMap((page) => chancery.data[page].facts), facts.actorsOf) });
  chancery.begin((day) => {
    const turn = ++showing;
    const words = naming.wanted(address.get("words"));
    at("search-words").value = address.get("words");
    if (!words.length && !address.get("actor")) {
      chancery.list([]);
      fill(at("listing"), make("p", { class: "note" }, say("search.hint")));
      return;
    }
    const found = facted(words, day);
    const alone = words.length && !address.get("actor") && !address.day("from") && !address.day("to") && ["", "document"].includes(address.get("kind"));
    const show = (texts) => chancery.list([...found, ...(alone ? documents(words, day, texts) : [])]);
    show();
    if (alone && address.get("texts")) chancery.load("texts").then((texts) => turn === showing && show(texts));
  });
})(window.chancery);
