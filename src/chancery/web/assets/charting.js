// What the charts share: colours of the page, widths, and where a click leads.
"use strict";

(function (chancery) {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  /** The colours that the page has now, light or dark. */
  chancery.colours = () => ({ ink: colour("ink"), faint: colour("faint"), line: colour("line"), accent: colour("accent"), paper: colour("paper") });

  /** How wide a chart may be in an element. */
  chancery.widthOf = (element) => Math.max(260, Math.floor(element.getBoundingClientRect().width));

  /** Draws again when the width or the colours change. */
  chancery.redraw = function (draw) {
    let width = innerWidth;
    let waiting;
    addEventListener("resize", () => {
      if (innerWidth === width) return;
      width = innerWidth;
      clearTimeout(waiting);
      waiting = setTimeout(draw, 120);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  };

  /** Names of days and months on an axis, in the reader's language. */
  chancery.tick = function (moment) {
    const whole = moment.getUTCMonth() === 0 && moment.getUTCDate() === 1;
    const options = whole ? { year: "numeric" } : moment.getUTCDate() === 1 ? { month: "short" } : { day: "numeric", month: "short" };
    return new Intl.DateTimeFormat(chancery.locale(), { timeZone: "UTC", ...options }).format(moment);
  };
})(window.chancery);
