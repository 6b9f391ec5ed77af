import { parseArgs } from "node:util";
import * as Result from "effect/Result";
import { FAULT_KINDS, type FaultKind } from "../faults.ts";
import { PLANTED, type PlantName } from "../planted/plants.ts";
import { MAX_SEED } from "../seed/random.ts";

/** What the command was asked to do. */
export type Flags = {
  readonly seed: number;
  /** How many seeds, one after the other; `null` where years are asked for. */
  readonly runs: number | null;
  readonly years: number | null;
  readonly days: number;
  readonly kinds: ReadonlySet<FaultKind>;
  readonly plant: PlantName | null;
  readonly trace: boolean;
  readonly help: boolean;
};

/** How many days things go wrong in one simulation, unless it is said otherwise. */
const USUAL_DAYS = 45;

const OPTIONS = {
  seed: { type: "string" },
  runs: { type: "string" },
  years: { type: "string" },
  days: { type: "string" },
  faults: { type: "string" },
  plant: { type: "string" },
  trace: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** What is printed for `--help`. */
export const USAGE = `Usage: node examples/simulator/run.ts [flags]

  --seed N      the first seed, from 0 to ${MAX_SEED}; drawn anew and printed when left out
  --runs N      how many seeds (1 when neither this nor --years is given)
  --years Y     as many seeds as it takes to simulate so many years
  --days D      how many days things go wrong in each simulation (${USUAL_DAYS})
  --faults A,B  these kinds of fault only, "none" or "all"; left out, all
                ${wrapped(FAULT_KINDS)}
  --plant NAME  break the system on purpose:
                ${wrapped(Object.keys(PLANTED))}
  --trace       print every step
`;

function wrapped(names: readonly string[]): string {
  return names
    .join(", ")
    .replaceAll(/(.{1,70})(?:, |$)/gu, "$1,\n                ")
    .trim()
    .replace(/,$/u, "");
}

/** Reads the command's flags. The failure says every problem at once. `draw` gives the seed when none is named. */
export const readFlags = (args: readonly string[], draw: () => number): Result.Result<Flags, readonly string[]> => {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const problems: string[] = [...positionals.map((text) => `\`${text}\` is no flag`), ...misused(tokens)];
  const given = values as Partial<Record<keyof typeof OPTIONS, string | boolean>>;
  const number = (name: "seed" | "runs" | "years" | "days", bounds: Bounds): number | null => {
    const text = given[name];
    if (text === undefined) return null;
    const value = typeof text === "string" && /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
    if (isWithin(value, bounds)) return value;
    problems.push(`--${name} takes ${bounds.what}`);
    return null;
  };
  const seed = number("seed", { least: 0, most: MAX_SEED, whole: true, what: `a whole number from 0 to ${MAX_SEED}` });
  const runs = number("runs", { least: 1, most: 1e6, whole: true, what: "a whole number from 1 to 1000000" });
  const years = number("years", { least: 0.001, most: 1e6, whole: false, what: "a number of years, such as 10" });
  const days = number("days", { least: 1, most: 3650, whole: true, what: "a whole number from 1 to 3650" });
  if (runs !== null && years !== null) problems.push("give --runs or --years, not both");
  const kinds = kindsIn(given.faults, problems);
  const plant = plantIn(given.plant, problems);
  if (problems.length > 0) return Result.fail(problems);
  return Result.succeed({
    seed: seed ?? draw(),
    runs: years === null ? (runs ?? 1) : null,
    years,
    days: days ?? USUAL_DAYS,
    kinds,
    plant,
    trace: given.trace === true,
    help: given.help === true,
  });
};

type Bounds = { readonly least: number; readonly most: number; readonly whole: boolean; readonly what: string };

const isWithin = (value: number, { least, most, whole }: Bounds): boolean =>
  value >= least && value <= most && (!whole || Number.isInteger(value));

type Token = { readonly kind: string; readonly name?: string; readonly value?: string | undefined };

const misused = (tokens: readonly Token[]): readonly string[] => {
  const options = tokens.filter(({ kind }) => kind === "option");
  const unknown = options
    .filter(({ name = "" }) => !(name in OPTIONS))
    .map(({ name }) => `there is no flag \`${name}\``);
  const known = options.filter(({ name = "" }) => name in OPTIONS);
  const needy = known.filter(
    ({ name, value }) => OPTIONS[name as keyof typeof OPTIONS].type === "string" && value === undefined,
  );
  const sated = known.filter(
    ({ name, value }) => OPTIONS[name as keyof typeof OPTIONS].type === "boolean" && value !== undefined,
  );
  const twice = new Set(known.map(({ name }) => name).filter((name, index, all) => all.indexOf(name) !== index));
  return [
    ...unknown,
    ...needy.map(({ name }) => `--${name} takes a value`),
    ...sated.map(({ name }) => `--${name} takes no value`),
    ...[...twice].map((name) => `--${name} is given twice`),
  ];
};

const kindsIn = (text: string | boolean | undefined, problems: string[]): ReadonlySet<FaultKind> => {
  if (typeof text !== "string") return new Set(FAULT_KINDS);
  if (text === "all") return new Set(FAULT_KINDS);
  if (text === "none") return new Set();
  const names = text.split(",");
  const known = FAULT_KINDS.filter((kind) => names.includes(kind));
  for (const name of names)
    if (!known.includes(name as FaultKind))
      problems.push(`there is no fault \`${name}\`: there are ${FAULT_KINDS.join(", ")}`);
  return new Set(known);
};

const plantIn = (text: string | boolean | undefined, problems: string[]): PlantName | null => {
  if (typeof text !== "string") return null;
  const found = (Object.keys(PLANTED) as readonly PlantName[]).find((name) => name === text);
  if (found === undefined)
    problems.push(`there is no planted fault \`${text}\`: there are ${Object.keys(PLANTED).join(", ")}`);
  return found ?? null;
};
