// Reads rounds of [{text, published}] from standard input, the first to warm up; prints {seconds, times}: the processor seconds of each other round, and
// what chrono-node finds in the first of these.
const chrono = require("chrono-node");
const [warm, ...rounds] = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const two = (number) => String(number).padStart(2, "0");

function value(part) {
  const year = String(part.get("year")).padStart(4, "0");
  const day = `${year}-${two(part.get("month"))}-${two(part.get("day"))}`;
  if (part.isCertain("hour")) return `${day}T${two(part.get("hour"))}:${two(part.get("minute") ?? 0)}`;
  if (part.isCertain("day") || part.isCertain("weekday")) return day;
  if (part.isCertain("month")) return day.slice(0, 7);
  return part.isCertain("year") ? year : day;
}

// JavaScript counts UTF-16 units, annotations count code points.
function item(text, found) {
  const start = [...text.slice(0, found.index)].length;
  const stated = value(found.start);
  return { start, end: start + [...found.text].length, value: found.end ? `${stated}/${value(found.end)}` : stated };
}

for (const { text, published } of warm) chrono.fr.parse(text, new Date(`${published}T12:00:00`));
const seconds = [];
const found = [];
for (const documents of rounds) {
  const ready = documents.map(({ text, published }) => [text, new Date(`${published}T12:00:00`)]);
  const before = process.cpuUsage();
  found.push(ready.map(([text, published]) => chrono.fr.parse(text, published)));
  const used = process.cpuUsage(before);
  seconds.push((used.user + used.system) / 1e6);
}
const times = found[0].map((each, index) => each.map((one) => item(rounds[0][index].text, one)));
process.stdout.write(JSON.stringify({ seconds, times }));
