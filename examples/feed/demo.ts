import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify, styleText } from "node:util";
import { ASK_LINE } from "./ask-line.ts";
import { outFolder, planArguments, type StateDay, STATES } from "./day.ts";
import { LEDGER_OUT, ledgerLines, type Line, PAGE } from "./ledger-scene.ts";
import { type NoticeLine, soonest } from "./plan-lines.ts";
import { layOut, RESTORATIVE_OUT, restorativeLines } from "./restorative-scene.ts";

/** What the demonstration reads of `plan --json`. */
type Totals = {
  readonly rows: number;
  readonly rejectedRows: number;
  readonly events: number;
  readonly registrations: number;
  readonly pairs: number;
  readonly owed: number;
  readonly notices: number;
  readonly needsPerson: number;
  readonly notOwed: number;
  readonly late: number;
};

const COMMAND = join("packages", "cli", "bin", "victim-rights.js");

const ask = async (argv: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [COMMAND, ...argv])).stdout;

const plan = (state: StateDay): Totals => {
  const printed = execFileSync(process.execPath, [COMMAND, ...planArguments(state), "--json"], { encoding: "utf8" });
  return (JSON.parse(printed) as { readonly totals: Totals }).totals;
};

const readLines = (state: StateDay): readonly NoticeLine[] =>
  readFileSync(join(outFolder(state), "notices.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as NoticeLine);

const bold = (text: string): string => styleText("bold", text);

const row = (state: string, totals: Totals): string => {
  const cells = [
    totals.events,
    totals.registrations,
    totals.pairs,
    totals.owed,
    totals.needsPerson,
    totals.notOwed,
    totals.late,
    totals.rejectedRows,
  ];
  return `${state.padEnd(12)}${cells.map((cell) => String(cell).padStart(11)).join("")}`;
};

const add = (one: Totals, other: Totals): Totals =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]) => [
      key,
      typeof value === "number" ? value + (other[key as keyof Totals] ?? 0) : value,
    ]),
  ) as Totals;

const planned = STATES.map((state) => ({ state, totals: plan(state) }));
const [first, ...others] = planned.map(({ totals }) => totals);
if (first === undefined) process.exit(1);
const all = others.reduce(add, first);

console.log(bold("\nOne morning, three states: Monday 9 November 2026, 07:00 Central\n"));
console.log(
  `${"".padEnd(12)}${["events", "registered", "decided", "owed", "a person", "not owed", "late", "rejected"].map((name) => name.padStart(11)).join("")}`,
);
for (const { state, totals } of planned) console.log(row(state.folder, totals));
console.log(bold(row("together", all)));
console.log(
  `\nA decision is about one person and one event. Each ends in exactly one list: ${all.pairs} = ${all.owed} + ${all.needsPerson} + ${all.notOwed}.`,
);
for (const { state } of planned) {
  console.log(bold(`\n${state.folder}: the next deadlines`));
  for (const { owed, counted } of soonest(readLines(state), 4)) {
    console.log(`  ${owed}`);
    console.log(styleText("dim", `    ${counted}`));
  }
}

const STYLE: Readonly<Record<Line["kind"], (text: string) => string>> = {
  head: (text) => bold(`\n${text}`),
  plain: (text) => text,
  quote: (text) => styleText("dim", text),
};
rmSync(LEDGER_OUT, { recursive: true, force: true });
mkdirSync(LEDGER_OUT, { recursive: true });
layOut(RESTORATIVE_OUT);
const scenes = await Promise.all([ledgerLines(ask), restorativeLines(ask)]);
for (const { kind, text } of scenes.flat()) console.log(STYLE[kind](text));

const pages = [...STATES.map((state) => join(outFolder(state), "report.html")), PAGE];
console.log(`\nReports to open in a browser: ${pages.join("  ")}`);
console.log(`Ask one question yourself:    ${ASK_LINE}\n`);
