// What actors, offices and sources are called, and how names and words are looked for.
"use strict";

(function (chancery) {
  const { make, say } = chancery;
  const record = () => chancery.data.record;
  const PERSON = "person:";

  /** A text as it is compared: without capitals, accents, apostrophes and hyphens (register/spelling.py). */
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’‘ʼ']/g, "'").replace(/[-‐‑–\u00a0\u202f]/g, " ");

  /** A text made ready for `holdsReady`: folded, its words apart. */
  const ready = (text) => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ")}`;

  const holdsReady = (text, wanted) => wanted.every((word) => text.includes(` ${word}`));

  /** Whether each word of `wanted` begins a word of the text, its plural ending aside. */
  const holds = (text, wanted) => holdsReady(ready(text), wanted);

  /** The words to look for in what a person typed. */
  const wanted = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word.length >= 4 ? word.replace(/[sx]+$/, "") : word));

  /** The name of an actor, by its number. */
  function name(number) {
    const [, french, english] = record().actors[number];
    return chancery.language() === "en" ? english : french;
  }

  const id = (number) => record().actors[number][0];
  const isPerson = (number) => id(number).startsWith(PERSON);

  /** The numbers of the actors that an id or a name means: that id, else those called so, else all in one of whose names each word begins a word;
   *  with all spellings of a person's name. */
  function called(text) {
    const { actors, spellings } = record();
    const plain = fold(text).trim();
    const words = wanted(text);
    const those = (test) => actors.flatMap((names, number) => (names.some(test) ? [number] : []));
    const exact = actors.findIndex(([each]) => each === text);
    const whole = exact >= 0 ? [exact] : those((each) => fold(each.replace(PERSON, "")) === plain);
    const found = new Set(whole.length ? whole : words.length ? those((each) => holds(each, words)) : []);
    for (const people of spellings) if (people.some((number) => found.has(number))) people.forEach((number) => found.add(number));
    return found;
  }

  /** The name of an actor where that is its id, else the text as it is. */
  function nameOf(text) {
    const number = record().actors.findIndex(([each]) => each === text);
    return number >= 0 ? name(number) : text;
  }

  /** Names as links that limit a page to each actor. */
  const linked = (numbers, page, limit) =>
    numbers.flatMap((number, at) => [at ? ", " : "", make("a", { class: "actor", href: chancery.address.page(page, { [limit]: id(number) }) }, name(number))]);

  const names = (numbers = []) => numbers.map(name).join(", ");

  /** An office, with whose it is; nothing where there is no word for it. */
  function office(number) {
    const held = record().offices[number - 1];
    const names = [`${held.kind}_${id(held.of)}`, `${held.kind}_${held.style}`, held.style, held.kind, held.kind.endsWith("spokesperson") && "spokesperson"];
    const key = names.map((each) => `office.${each}`).find(chancery.canSay);
    return key ? say("office.of", { office: chancery.form(key, held.feminine ? 1 : 0), of: name(held.of) }) : name(held.of);
  }

  /** Names of outlets that differ in capitals and accents only are one. */
  const outlet = (text) => fold(text).trim();

  /** Who publishes a document. */
  const publisher = (document) => document.voice ?? document.document;

  chancery.naming = { fold, ready, holds, holdsReady, wanted, name, nameOf, names, id, isPerson, called, linked, office, outlet, publisher };
})(window.chancery);
