// Dates as the press knows them (EDTF), said with the precision that they have and no more.
"use strict";

(function (chancery) {
  const { say } = chancery;
  const DATE = /^(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T(\d\d)(?::(\d\d))?.*?)?([~?%]?)$/;

  const format = (parts, options) =>
    new Intl.DateTimeFormat(chancery.locale(), { timeZone: "UTC", ...options }).format(new Date(Date.UTC(parts[0], parts[1] - 1, parts[2])));

  function exact(year, month, day) {
    if (!month) return String(Number(year));
    if (Number(month) > 20) return say(`days.season${month}`, { year });
    const written = format([Number(year), Number(month), Number(day ?? 1)], { year: "numeric", month: "long", ...(day ? { day: "numeric" } : {}) });
    return chancery.language() === "fr" && day === "01" ? written.replace(/^1 /, "1er ") : written;
  }

  /** A value's own words, what kind of time they name (its words in a phrase depend on it), and whether they stand for about then. */
  function named(value, end = false) {
    const found = DATE.exec(value);
    if (!found) return { text: value };
    const [, year, month, day, hour, minute, mark] = found;
    const about = Boolean(mark);
    if (year === "XXXX") {
      if (!month || !day || `${month}${day}`.includes("X")) return { text: say("row.undated") };
      return { text: say("days.no_year", { day: format([2000, Number(month), Number(day)], { day: "numeric", month: "long" }) }), kind: "day", about };
    }
    if (year.endsWith("XX")) return { text: year.replace("XX", end ? "99" : "00"), kind: "month", about };
    if (year.endsWith("X")) return { text: say("days.decade", { year: year.replace("X", "0") }), kind: "decade", about };
    const text = exact(year, month, day);
    if (hour) return { text: say("days.at", { day: text, hour: `${hour}:${minute ?? "00"}` }), kind: "day", about };
    return { text, kind: day ? "day" : Number(month) > 20 ? "season" : "month", about };
  }

  function one(value) {
    if (/^\d\dXX$/.test(value)) return say("days.century", { year: named(value).text, end: named(value, true).text });
    const { text, kind, about } = named(value);
    return about && kind ? phrase(ABOUT, text, kind) : text;
  }

  // Phrases, whose prepositions and articles go by the kind of time: a day, a month or a year, a season, a decade
  const ABOUT = (kind) => `days.about_${kind}`;
  const UNTIL = (kind) => `days.until_${kind}`;
  const SINCE = (kind) => `days.since_${kind}`;
  const FROM = (kind) => `days.from_${kind}`;
  const TO = (kind) => `days.to_${kind}`;
  const BY = (kind) => `days.by_${kind}`;

  /** Of the forms of a phrase the second stands before a vowel. */
  const phrase = (key, text, kind) => chancery.form(key(kind), /^[aeéhiou]/.test(text) ? 1 : 0).replace("{day}", text);

  function put(key, value) {
    const { text, kind, about } = named(value, key !== FROM && key !== SINCE);
    return kind ? phrase(key, about ? say("days.near", { day: text }) : text, kind) : text;
  }

  /** An EDTF value in words. */
  chancery.day = function (value) {
    if (!value) return say("row.undated");
    if (!value.includes("/")) return one(value);
    const [from, to] = value.split("/");
    if (!from || from === "..") return put(UNTIL, to);
    if (!to || to === "..") return put(SINCE, from);
    return chancery.period(from, to);
  };

  /** The time from the beginning of one value to the end of another, in words. */
  chancery.period = (first, last) => `${put(FROM, first.split("/")[0])} ${put(TO, last.split("/").at(-1))}`;

  /** A deadline in words: the last day on which something is to be done. */
  chancery.deadline = (value) => (value?.startsWith("../") ? put(BY, value.slice(3)) : chancery.day(value));

  /** The language that dates are written in. */
  chancery.locale = () => (chancery.language() === "fr" ? "fr" : "en-GB");

  /** A day given as year-month-day, short: for charts and cells. */
  chancery.shortDay = (value) => (value && /^\d{4}-\d\d-\d\d$/.test(value) ? format(value.split("-").map(Number), { day: "numeric", month: "short", year: "numeric" }) : chancery.day(value));

  /** A day as a moment that charts can place. */
  chancery.moment = (value) => (value ? new Date(`${value}T00:00:00Z`) : null);
})(window.chancery);
