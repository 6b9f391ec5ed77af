/** Every contender against every other, one process each: first what they decide, then how fast. Prints Markdown. */
import { cpus, loadavg } from "node:os";
import { type Place, timed, toldBy } from "./children.ts";
import { LINE_UP, NAMES } from "./line-up.ts";
import { clockInWords } from "./measure.ts";
import { type RateOf, table, targets } from "./report.ts";
import { SUBJECTS, type SubjectName } from "./subject.ts";

const ROUNDS = { hot: 2, bulk: 1 } as const;
const subjects = Object.keys(SUBJECTS) as readonly SubjectName[];
const places: readonly Place[] = subjects.flatMap((subject) =>
  NAMES.filter((name) => LINE_UP[name].subjects.includes(subject)).map((name) => ({ name, subject })),
);
const deciding = places.filter(({ name }) => name !== "loading");

/** Stops the run when two contenders decide differently. */
const checkEqual = async (subject: SubjectName, facts: "known" | "some-missing"): Promise<string> => {
  const alike = deciding.filter((place) => place.subject === subject && LINE_UP[place.name].facts === facts);
  const told = await Promise.all(alike.map(async (place) => ({ place, ...(await toldBy(place)) })));
  const [first, ...others] = told;
  const other = others.find(({ digest }) => digest !== first?.digest);
  if (first === undefined || other !== undefined) {
    console.error(`${subject}, facts ${facts}: ${other?.place.name} decides otherwise than ${first?.place.name}`);
    process.exit(1);
  }
  return `${told.length} contenders decide the same for each of ${first.rows} rows, facts ${facts}: ${first.yes} yes`;
};

const started = performance.now();
const load = loadavg()[0]?.toFixed(1);
console.log(`node ${process.version}, ${cpus()[0]?.model.trim()}, load ${load} at the start, ${clockInWords};`);
console.log(
  `one process per contender, started in turn ${ROUNDS.hot} times (${ROUNDS.bulk} in bulk), the better rate\n`,
);
for (const subject of subjects)
  for (const facts of ["known", "some-missing"] as const)
    console.log(`${subject}: ${await checkEqual(subject, facts)}`);

const rates = timed(places, ROUNDS);
const rateOf: RateOf = (name, subject) =>
  rates[places.findIndex((place) => place.name === name && place.subject === subject)] ?? Number.NaN;

for (const subject of subjects) {
  const own = deciding.filter((place) => place.subject === subject);
  const rows = (kind: "hot" | "bulk") => own.filter(({ name }) => LINE_UP[name].rows === kind);
  console.log(`\n${SUBJECTS[subject]}\n\n${table(rows("hot"), rateOf, ["by-hand", "rules-engine"])}`);
  console.log(`\na million rows of it\n\n${table(rows("bulk"), rateOf, ["by-hand-bulk", "by-hand"])}`);
}
console.log(`\n${targets(rateOf)}\n\ntook ${Math.round((performance.now() - started) / 1000)} s`);
