import type { Contender } from "./measure.ts";
import type { Subject, SubjectName } from "./subject.ts";

/** A contender in the line-up; its code is loaded in its own process only. */
export type Entry = {
  readonly title: string;
  readonly subjects: readonly SubjectName[];
  /** `hot` rows stay in the processor's caches; `bulk` is a million rows. */
  readonly rows: "hot" | "bulk";
  readonly facts: "known" | "some-missing";
  /** Options for node. */
  readonly flags: readonly string[];
  readonly load: () => Promise<(subject: Subject) => Contender | Promise<Contender>>;
};

export const ROW_COUNTS = { hot: 4096, bulk: 1_000_000 } as const;

const ours = () => import("./contenders/ours.ts");
const columns = () => import("./contenders/columns.ts");
const writtenModules = () => import("./contenders/written-module.ts");
const rulesEngine = () => import("./contenders/rules-engine.ts");

type Loading = Pick<Entry, "title" | "load"> & Partial<Entry>;

const entry = (given: Loading): Entry => ({
  subjects: ["synthetic", "shipped"],
  rows: "hot",
  facts: "known",
  flags: [],
  ...given,
});

const BARRED = ["--disallow-code-generation-from-strings"];
const BULK: Pick<Entry, "rows" | "flags"> = { rows: "bulk", flags: ["--max-old-space-size=6000"] };

const byHand = async () => (await import("./contenders/code.ts")).byHand;
const evaluated = async () => (await ours()).evaluated;
const evaluatedIncomplete = async () => (await ours()).evaluatedIncomplete;
const encodedColumns = async () => (await columns()).encodedColumns;

const peers = {
  "json-logic": entry({
    title: "json-logic-engine, built",
    subjects: ["synthetic"],
    load: async () => (await import("./contenders/json-logic.ts")).builtJsonLogic,
  }),
  zen: entry({
    title: "@gorules/zen-engine, one expression",
    subjects: ["synthetic"],
    load: async () => (await import("./contenders/zen.ts")).zenExpression,
  }),
  cedar: entry({
    title: "@cedar-policy/cedar-wasm, parsed beforehand",
    subjects: ["synthetic"],
    load: async () => (await import("./contenders/cedar.ts")).parsedCedar,
  }),
  "rules-engine": entry({
    title: "json-rules-engine, new engine per run",
    load: async () => (await rulesEngine()).newRulesEngine,
  }),
  "rules-engine-kept": entry({
    title: "json-rules-engine, one engine in sequence",
    subjects: ["synthetic"],
    load: async () => (await rulesEngine()).keptRulesEngine,
  }),
};

const single = {
  "by-hand": entry({ title: "by hand", load: byHand }),
  leaf: entry({ title: "leafFor, every fact known", load: async () => (await ours()).leafFor }),
  evaluate: entry({ title: "evaluate()", load: evaluated }),
  "evaluate-barred": entry({ title: "evaluate(), code generation barred", flags: BARRED, load: evaluated }),
  module: entry({
    title: "a written module, code generation barred",
    flags: BARRED,
    load: async () => (await writtenModules()).writtenModule,
  }),
  decide: entry({
    title: "decide() with grounds, citations, receipt",
    load: async () => (await ours()).decided,
  }),
  "decide-digest": entry({
    title: "decide(), and the receipt's digest is read",
    load: async () => (await ours()).decidedWithDigest,
  }),
  "evaluate-missing": entry({ title: "evaluate(), 10 % missing", facts: "some-missing", load: evaluatedIncomplete }),
  "evaluate-missing-barred": entry({
    title: "evaluate(), 10 % missing, code generation barred",
    facts: "some-missing",
    flags: BARRED,
    load: evaluatedIncomplete,
  }),
  "module-missing": entry({
    title: "a written module, 10 % missing, code generation barred",
    facts: "some-missing",
    flags: BARRED,
    load: async () => (await writtenModules()).writtenModuleIncomplete,
  }),
  "decide-missing": entry({
    title: "decide(), 10 % missing",
    facts: "some-missing",
    load: async () => (await ours()).decidedIncomplete,
  }),
};

const bulk = {
  "by-hand-bulk": entry({ title: "by hand, over row objects", ...BULK, load: byHand }),
  columns: entry({ title: "columns, encoded before", ...BULK, load: encodedColumns }),
  "columns-typed": entry({
    title: "columns, encoded from typed arrays on each run",
    ...BULK,
    load: async () => (await columns()).typedColumns,
  }),
  "columns-rows": entry({
    title: "columns, encoded from row objects on each run",
    ...BULK,
    subjects: ["synthetic"],
    load: async () => (await columns()).rowsToColumns,
  }),
  "columns-missing": entry({
    title: "columns, encoded before, 10 % missing",
    ...BULK,
    facts: "some-missing",
    load: async () => (await columns()).encodedIncomplete,
  }),
};

const loading = {
  loading: entry({
    title: "load and compile a state",
    subjects: ["shipped"],
    load: async () => (await import("./contenders/loading.ts")).loadAndCompile,
  }),
};

export const LINE_UP = { ...peers, ...single, ...bulk, ...loading };

export type EntryName = keyof typeof LINE_UP;

/** The names of the line-up, in the order of the tables. */
export const NAMES = Object.keys(LINE_UP) as readonly EntryName[];
