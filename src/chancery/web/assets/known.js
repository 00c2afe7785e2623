// What was known on a day, brought together from facts and links that hold on every day. Does in the browser what chancery.views does;
// a test holds the two to the same answers.
"use strict";

(function (chancery) {
  /** Said of two copies of one text as well (TOLD_OF_COPIES in record/agreement.py): a correction is news. */
  const OF_COPIES = new Set(["changed to", "conflict"]);
  const REAL = new Set(["actual", "past", "held"]);
  const libraries = new Map();

  /** Joined things by number: `join` only ever puts the higher under the lower, so that a head is the lowest of its own. */
  function heads(size) {
    const above = Int32Array.from({ length: size }, (_, at) => at);
    const head = (at) => {
      while (above[at] !== at) {
        above[at] = above[above[at]];
        at = above[at];
      }
      return at;
    };
    const join = (one, other) => {
      const [low, high] = [head(one), head(other)].sort((a, b) => a - b);
      above[high] = low;
    };
    return { head, join };
  }

  /** The documents known at the end of a day, all of them without one. They are numbered by the day from which they are known, the undated last. */
  function library(day) {
    if (libraries.has(day)) return libraries.get(day);
    const { documents, links } = chancery.data.record;
    const later = day ? documents.findIndex((each) => !each.known || each.known > day) : -1;
    const count = later < 0 ? documents.length : later;
    const { head, join } = heads(documents.length);
    for (const [one, other] of links) if (one < count && other < count) join(one, other);
    const sizes = new Map();
    for (let at = 0; at < count; at++) sizes.set(head(at), (sizes.get(head(at)) ?? 0) + 1);
    const found = { day, count, root: head, sizes, holds: (number) => number < count, sources: sizes.size };
    libraries.clear();
    libraries.set(day, found);
    return found;
  }

  /** Facts that are known, each once: what the copies of a text repeat stands with the first of them that is its root's. */
  function once(facts, books) {
    const groups = new Map();
    const leads = [];
    facts.forEach((fact, at) => {
      if (!books.holds(fact.document)) return;
      const key = fact.same === undefined ? `-${at}` : `${fact.same}:${books.root(fact.document)}`;
      if (groups.has(key)) groups.get(key).push(at);
      else groups.set(key, [at]);
    });
    for (const group of groups.values()) {
      const lead = group.find((at) => facts[at].document === books.root(facts[at].document)) ?? group[0];
      const own = (at) => facts[at].document === facts[lead].document;
      leads.push({ at: lead, copies: group.filter((at) => !own(at)) });
      for (const at of group) if (at !== lead && own(at)) leads.push({ at, copies: [] });
    }
    leads.sort((a, b) => a.at - b.at);
    return leads.map(({ at, copies }) => ({ fact: facts[at], copies: copies.map((each) => facts[each]) }));
  }

  /** Pairs of facts that copies of one text tell in the same words, each with the first; what one text says twice stays apart. */
  function repeated(facts, books) {
    const first = new Map();
    return facts.flatMap((fact, at) => {
      if (fact.same === undefined || !books.holds(fact.document)) return [];
      const key = `${fact.same}:${books.root(fact.document)}`;
      if (!first.has(key)) first.set(key, at);
      return facts[first.get(key)].document === fact.document ? [] : [[first.get(key), at]];
    });
  }

  /** Happenings by day: the tellings of one together, the lowest rank leading. */
  function happenings(shelf, books) {
    const { facts, links } = shelf;
    const { head, join } = heads(facts.length);
    for (const [one, other] of links) if (books.holds(facts[one].document) && books.holds(facts[other].document)) join(one, other);
    for (const [one, other] of repeated(facts, books)) join(one, other);
    const groups = new Map();
    facts.forEach((fact, at) => {
      if (!books.holds(fact.document)) return;
      if (groups.has(head(at))) groups.get(head(at)).push(at);
      else groups.set(head(at), [at]);
    });
    const rows = [];
    for (const group of groups.values()) {
      group.sort((a, b) => facts[a].rank - facts[b].rank);
      const tellings = group.map((at) => facts[at]);
      const documents = new Set(tellings.map((fact) => fact.document));
      rows.push({ at: group[0], fact: tellings[0], tellings, documents: documents.size, sources: new Set([...documents].map(books.root)).size, copies: [] });
    }
    return rows.sort((a, b) => a.at - b.at);
  }

  /** Figures by day, each with those of the same thing in other documents. */
  function figures(shelf, books) {
    const compared = new Map();
    const add = (at, other, relation) => {
      if (!compared.has(at)) compared.set(at, []);
      compared.get(at).push({ fact: shelf.facts[other], relation });
    };
    for (const [one, other, relation, turned] of shelf.compared) {
      const [here, there] = [shelf.facts[one].document, shelf.facts[other].document];
      if (!books.holds(here) || !books.holds(there)) continue;
      if (books.root(here) === books.root(there) && !OF_COPIES.has(relation)) continue;
      add(one, other, relation);
      add(other, one, turned);
    }
    const places = new Map(shelf.facts.map((fact, at) => [fact, at]));
    return once(shelf.facts, books).map((row) => ({ ...row, compared: compared.get(places.get(row.fact)) ?? [] }));
  }

  /** The day to judge commitments by: that asked for, else the last on which a document was published. */
  const judged = (books) => books.day || chancery.data.record.documents.reduce((last, each) => (each.known > last ? each.known : last), "");

  /** How a commitment stands: open, due or unknown. */
  const standing = (fact, day) => (!fact.due || !day ? "unknown" : day < fact.due ? "open" : "due");

  /** Documents by day of publication, the undated last, each with its root and the size of its family. */
  function sources(books) {
    const rows = [];
    for (let number = 0; number < books.count; number++) {
      const root = books.root(number);
      rows.push({ number, document: chancery.data.record.documents[number], root, family: books.sizes.get(root) });
    }
    const key = ({ document }) => [document.published ? 0 : 1, document.published ?? "", document.document];
    const less = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    return rows.sort((a, b) => key(a).reduce((found, part, at) => found || less(part, key(b)[at]), 0));
  }

  const shelf = (name) => chancery.data[name];

  chancery.known = {
    library,
    judged,
    standing,
    isReal: (fact) => REAL.has(fact.status),
    /** The rows of a view as of a day; all that is known without one. */
    view: {
      chronology: (day) => happenings(shelf("chronology"), library(day)),
      voices: (day) => once(shelf("voices").facts, library(day)),
      positions: (day) => once(shelf("positions").facts, library(day)),
      commitments: (day) => {
        const books = library(day);
        return once(shelf("commitments").facts, books).map((row) => ({ ...row, standing: standing(row.fact, judged(books)) }));
      },
      forces: (day) => figures(shelf("forces"), library(day)),
      sources: (day) => sources(library(day)),
    },
  };
})(window.chancery);
