/** Times as people read them. All are UTC, as the clock of the practice room is. */

const written = (given) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...given });
const DATE = { day: "numeric", month: "long", year: "numeric" };
const DAY = written({ weekday: "long", ...DATE });
const LONG = written(DATE);
const SHORT = written({});
const AWAY = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });
const UNITS = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** "10:05". */
export const clock = (date) => date.toISOString().slice(11, 16);

/** "Monday 4 May 2026". */
export const day = (date) => DAY.format(date).replace(",", "");

const STYLES = {
  t: clock,
  T: (date) => date.toISOString().slice(11, 19),
  d: (date) => SHORT.format(date),
  D: (date) => LONG.format(date),
  f: (date) => `${LONG.format(date)} ${clock(date)}`,
  F: (date) => `${day(date)} ${clock(date)}`,
  R: (date, now) => away((date - now) / 1000),
};

/** A date in one of the styles of `<t:unix:style>`; R is measured from `now`. */
export const styled = (date, style, now) => STYLES[style](date, now);

function away(seconds) {
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? UNITS.at(-1);
  return AWAY.format(Math.trunc(seconds / length), unit);
}

/** Brings every "in 5 minutes" below `root` up to date. */
export function refresh(root, now) {
  for (const each of root.querySelectorAll("time[data-away]")) {
    each.textContent = styled(new Date(each.dateTime), "R", now);
  }
}
