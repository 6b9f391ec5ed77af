import type { Place } from "./children.ts";
import { type EntryName, LINE_UP } from "./line-up.ts";
import type { SubjectName } from "./subject.ts";

/** Decisions per second of a contender on a subject; `NaN` when it was not measured. */
export type RateOf = (name: EntryName, subject: SubjectName) => number;

/** One table of rates with ratios to two of them. */
export const table = (places: readonly Place[], rateOf: RateOf, against: readonly EntryName[]): string => {
  const titles = against.map((name) => `× ${LINE_UP[name].title}`);
  const rows = places.map(({ name, subject }) => {
    const rate = rateOf(name, subject);
    const ratios = against.map((other) => ratio(rate / rateOf(other, subject)));
    return [LINE_UP[name].title, Math.round(rate).toLocaleString("en-US"), (1e6 / rate).toPrecision(3), ...ratios];
  });
  const rule = ["---", ...["", "", ...against].map(() => "---:")];
  return [["contender", "decisions/s", "µs each", ...titles], rule, ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
};

const ratio = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(2));

/** What was aimed at, what was reached, and whether that is enough. */
export const targets = (rateOf: RateOf): string => {
  const lines = TARGETS.map(({ what, atLeast, unit, reached }) => {
    const value = reached(rateOf);
    return `| ${[what, `${atLeast} ${unit}`, value.toFixed(2), value >= atLeast ? "met" : "MISSED"].join(" | ")} |`;
  });
  const milliseconds = 1000 / rateOf("loading", "shipped");
  const loading = `| load and compile a state, on average | under 50 ms | ${milliseconds.toFixed(1)} | ${milliseconds < 50 ? "met" : "MISSED"} |`;
  return ["| target | at least | reached | |", "| --- | ---: | ---: | --- |", ...lines, loading].join("\n");
};

type Target = {
  readonly what: string;
  readonly atLeast: number;
  readonly unit: string;
  readonly reached: (rateOf: RateOf) => number;
};

const both = (what: string, atLeast: number, [name, other]: readonly [EntryName, EntryName]): readonly Target[] =>
  (["synthetic", "shipped"] as const).map((subject) => ({
    what: `${what}, ${subject}`,
    atLeast,
    unit: "× by hand",
    reached: (rateOf) => rateOf(name, subject) / rateOf(other, subject),
  }));

const perSecond = (what: string, name: EntryName): readonly Target[] =>
  (["synthetic", "shipped"] as const).map((subject) => ({
    what: `${what}, ${subject}`,
    atLeast: 1,
    unit: "M/s",
    reached: (rateOf) => rateOf(name, subject) / 1e6,
  }));

const TARGETS: readonly Target[] = [
  ...both("one decision, three-valued, generated code", 0.8, ["evaluate", "by-hand"]),
  ...both("one decision, three-valued, no code generation", 0.25, ["evaluate-barred", "by-hand"]),
  ...perSecond("decide() with grounds, citations, receipt", "decide"),
  ...perSecond("the same, and the receipt's digest is read", "decide-digest"),
  ...both("a million rows by column, against row objects", 5, ["columns", "by-hand-bulk"]),
  ...both("the same against 4,096 hot row objects", 5, ["columns", "by-hand"]),
];
