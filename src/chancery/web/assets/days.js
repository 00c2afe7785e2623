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

  function one(value) {
    const found = DATE.exec(value);
    if (!found) return value;
    const [, year, month, day, hour, minute, mark] = found;
    let text;
    if (year === "XXXX") text = month && day && !`${month}${day}`.includes("X") ? say("days.no_year", { day: format([2000, Number(month), Number(day)], { day: "numeric", month: "long" }) }) : say("row.undated");
    else if (year.endsWith("XX")) text = say("days.century", { year: year.replace("XX", "00"), end: year.replace("XX", "99") });
    else if (year.endsWith("X")) text = say("days.decade", { year: year.replace("X", "0") });
    else text = exact(year, month, day);
    if (hour) text = say("days.at", { day: text, hour: `${hour}:${minute ?? "00"}` });
    return mark ? say("days.about", { day: text }) : text;
  }

  /** An EDTF value in words. */
  chancery.day = function (value) {
    if (!value) return say("row.undated");
    if (!value.includes("/")) return one(value);
    const [from, to] = value.split("/");
    if (!from || from === "..") return say("days.until", { day: one(to) });
    if (!to || to === "..") return say("days.since", { day: one(from) });
    return say("days.between", { from: one(from), to: one(to) });
  };

  /** A deadline in words: the last day on which something is to be done. */
  chancery.deadline = (value) => (value?.startsWith("../") ? say("days.by", { day: one(value.slice(3)) }) : chancery.day(value));

  /** The language that dates are written in. */
  chancery.locale = () => (chancery.language() === "fr" ? "fr" : "en-GB");

  /** A day given as year-month-day, short: for charts and cells. */
  chancery.shortDay = (value) => (value && /^\d{4}-\d\d-\d\d$/.test(value) ? format(value.split("-").map(Number), { day: "numeric", month: "short", year: "numeric" }) : chancery.day(value));

  /** A day as a moment that charts can place. */
  chancery.moment = (value) => (value ? new Date(`${value}T00:00:00Z`) : null);
})(window.chancery);
