// Where it comes from, how independent it is.
"use strict";

(function (chancery) {
  const { make, fill, say, at, address, known, naming } = chancery;
  const MOST = 10;

  const titled = (number, ...text) => make("a", { href: address.document(number), "data-words": "" }, text.length ? text : chancery.data.record.documents[number].title);

  /** How many documents each has, those of one name in other capitals together, under the name that is written most. */
  function counted(rows, of, limit) {
    const spelt = new Map();
    for (const { document } of rows) {
      const name = of(document);
      if (!name) continue;
      const key = naming.outlet(name);
      if (!spelt.has(key)) spelt.set(key, new Map());
      spelt.get(key).set(name, (spelt.get(key).get(name) ?? 0) + 1);
    }
    const most = (names) => [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0][0];
    const counts = [...spelt.values()].map((names) => [most(names), [...names.values()].reduce((sum, n) => sum + n, 0)]);
    const listed = counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
    return make("ol", { class: "counts" }, listed.map(([name, n]) => make("li", {}, make("a", { href: address.page("sources", { [limit]: name }, "listing") }, name), " ", make("span", { class: "n" }, chancery.number(n)))));
  }

  function families(rows) {
    const roots = rows.filter((row) => row.family > 1 && row.root === row.number).sort((a, b) => b.family - a.family || a.number - b.number).slice(0, MOST);
    if (!roots.length) return make("p", { class: "note" }, say("sources.no_families"));
    return make("ol", { class: "counts" }, roots.map((row) => make("li", {}, make("a", { href: address.page("sources", { root: row.document.document }, "listing") }, row.document.title), " ", make("span", { class: "n" }, chancery.number(row.family)))));
  }

  function made(row) {
    const { document, number } = row;
    const root = chancery.data.record.documents[row.root];
    const parts = [document.outlet ?? (document.agency ? undefined : document.voice), document.agency, document.author, document.place].filter(Boolean);
    return make("article", { class: "row source-row", id: `row-${document.page}`, "data-fact": "", tabindex: "-1" },
      make("div", { class: "when" }, make("time", {}, document.published ? chancery.day(document.published) : say("row.undated")), document.basis === "inferred" ? make("span", { class: "basis" }, ` (${say("document.inferred")})`) : ""),
      make("div", { class: "what" },
        make("p", { class: "title", lang: document.language }, titled(number)),
        make("p", { class: "head" }, [...new Set(parts)].join(", ") || say("sources.no_outlet"),
          document.translated_from && [" ", make("span", { class: "tag" }, say("sources.machine"))],
          document.live && [" ", make("span", { class: "tag" }, say("sources.live"))],
          document.reading_minutes && [" ", make("span", { class: "office" }, say("sources.minutes", { n: document.reading_minutes }))]),
        row.family > 1 && make("p", { class: "head" }, row.root === number ? say("sources.root", { n: row.family }) : [say("sources.family", { n: row.family }), " ", titled(row.root, root.title)])),
      make("div", { class: "side" }, make("span", {}, say("sources.facts", { n: document.facts })), make("span", { class: "published" }, document.document)));
  }

  chancery.limits();
  chancery.begin((day) => {
    const rows = known.view.sources(day);
    fill(at("outlets"), counted(rows, (each) => each.outlet ?? (each.agency ? undefined : each.voice), "source"));
    fill(at("agencies"), counted(rows, (each) => each.agency, "source"));
    fill(at("families"), families(rows));
    const [source, words, root] = [naming.fold(address.get("source")), naming.wanted(address.get("words")), address.get("root")];
    const [from, to] = [address.day("from"), address.day("to")];
    const within = ({ document }) => (!from && !to) || (document.first && (!from || document.last >= from) && (!to || document.first <= to));
    const kept = rows.filter((row) => {
      const { document } = row;
      const named = [naming.publisher(document), document.agency, document.document].some((each) => each && naming.fold(each).includes(source));
      const family = !root || chancery.data.record.documents[row.root].document === root;
      return (!source || named) && family && within(row) && (!words.length || naming.holds(`${document.title} ${document.author ?? ""}`, words));
    });
    chancery.list(kept.map((row) => ({ ...row, made: () => made(row) })));
    chancery.refused(at("refused"));
    at("refused-section").hidden = !chancery.data.record.refused.length;
  });
})(window.chancery);
