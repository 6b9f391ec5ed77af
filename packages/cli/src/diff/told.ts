import type { Law } from "@victim-rights/rules";
import type {
  Difference,
  DifferenceRegion,
  OneSided,
  Pair,
  QuestionDiff,
  RegionTest,
  SideNames,
} from "@victim-rights/rules/analysis";
import { factsInWords } from "../facts/facts-in-words.ts";
import { fieldInWords, valueInWords } from "./value-words.ts";

/** Everybody of a region, and one of them when that is asked for. */
type ToldRegion = { readonly words: string; readonly person: string | null };

/** One difference as a reader meets it. */
export type Told = {
  /** What kind of change it is, in a word. */
  readonly label:
    | "lost"
    | "gained"
    | "contradiction"
    | "contradiction gone"
    | "ground"
    | "changed"
    | "differs"
    | "only one"
    | "one side";
  readonly sentence: string;
  /** What is said differently, a line each. */
  readonly details: readonly string[];
  /** For whom. */
  readonly regions: readonly ToldRegion[];
  /** That not every region is told; `null` when all are. */
  readonly rest: string | null;
};

/** What telling takes. */
export type Telling = {
  /** What the sides are called. */
  readonly names: SideNames;
  /** Their laws, to read citations in. */
  readonly laws: Pair<Law>;
  /** How many regions to tell; the usual few when `null`. */
  readonly show: number | null;
  /** Whether to tell one person of each region, fact by fact. */
  readonly witness: boolean;
};

/** The differences of a question in words. Those that only come from questions it reads are told in short. */
export const toldDifferences = (diff: QuestionDiff, telling: Telling): readonly Told[] => {
  const isRipple = diff.because.length > 0 && telling.show === null;
  const [grounds, others] = [diff.differences.filter(isGround), diff.differences.filter((each) => !isGround(each))];
  const told = isRipple ? others : diff.differences;
  return [
    ...told.map((difference) => toldDifference(difference, diff.by, isRipple ? { ...telling, show: 1 } : telling)),
    ...(isRipple && grounds.length > 0 ? [groundsInShort(grounds)] : []),
  ];
};

/** What each side says of people whom the other cannot be asked of. */
export const toldOneSided = ({ oneSided, by }: QuestionDiff, telling: Telling): readonly Told[] =>
  oneSided.map((each) => toldOfSide(each, by, telling));

const toldOfSide = (oneSided: OneSided, by: QuestionDiff["by"], { names, show, witness }: Telling): Told => {
  const { side, answer, grounds, regions, more } = oneSided;
  const shown = show ?? USUALLY_SHOWN[by].answer;
  const on = (rules: readonly string[]): string => (rules.length === 0 ? "" : ` (on ${rules.join(", ")})`);
  return {
    label: "one side",
    sentence: `of people with a value that only ${names[side]} knows, it says: ${ANSWERS[answer]}${on(grounds)}`,
    details: [],
    regions: regions.slice(0, shown).map((region) => ({
      words: `${region.tests.map(({ title, words }) => testInWords(title, words)).join("; ")}${on(region.witness.grounds)}`,
      person: witness ? factsInWords(region.witness.facts) : null,
    })),
    rest: restInWords(Math.max(0, regions.length - shown), more),
  };
};

const isGround = (difference: Difference): difference is Of<"ground"> => difference.kind === "ground";

const toldDifference = (difference: Difference, by: QuestionDiff["by"], telling: Telling): Told => {
  const { regions, more } = difference;
  const show = telling.show ?? USUALLY_SHOWN[by][difference.kind];
  return {
    ...headOf(difference, by, telling),
    regions: regions.slice(0, show).map((region) => ({
      words: regionInWords(region, difference, telling.names),
      person: telling.witness ? factsInWords(region.witness.facts) : null,
    })),
    rest: restInWords(Math.max(0, regions.length - show), more),
  };
};

const groundsInShort = (grounds: readonly Of<"ground">[]): Told => ({
  label: "ground",
  sentence: `yes on both sides, with grounds that one side lacks: ${[...new Set(grounds.map(({ rule }) => rule))].join(", ")}`,
  details: [],
  regions: [],
  rest: null,
});

/** Who gains and loses is what a reader looks for; of what follows, that it changed at all. */
const USUALLY_SHOWN = {
  rule: { answer: 5, ground: 3, follows: 2, effect: 1 },
  effect: { answer: 2, ground: 2, follows: 2, effect: 1 },
} as const;

const restInWords = (untold: number, more: boolean): string | null => {
  if (more) return untold === 0 ? "and more" : `and more than ${untold} more`;
  return untold === 0 ? null : `and ${untold} more`;
};

type Head = Pick<Told, "label" | "sentence" | "details">;

const headOf = (difference: Difference, by: QuestionDiff["by"], telling: Telling): Head => {
  switch (difference.kind) {
    case "answer":
      return by === "rule" ? answerHead(difference, telling) : onlyOneHead(difference, telling);
    case "ground":
      return groundHead(difference, telling);
    case "follows":
      return {
        label: "changed",
        sentence: `${difference.title} (${difference.rule})`,
        details: difference.changes.map(
          ({ field, left, right }) =>
            `${fieldInWords(field)}: ${said(left, telling.laws.left)} → ${said(right, telling.laws.right)}`,
        ),
      };
    case "effect":
      return {
        label: "differs",
        sentence: `both say yes, and not the same follows${aboutInWords(difference)}`,
        details: difference.fields.map(
          ({ field, left, right }) =>
            `${fieldInWords(field)}: ${telling.names.left}: ${allSaid(left, telling.laws.left)}; ` +
            `${telling.names.right}: ${allSaid(right, telling.laws.right)}`,
        ),
      };
  }
};

type Of<Kind extends Difference["kind"]> = Extract<Difference, { kind: Kind }>;

const answerHead = ({ left, right }: Of<"answer">, { names }: Telling): Head => ({
  label: LABELS[`${left} ${right}`] ?? "differs",
  sentence: `${names.left}: ${ANSWERS[left]}; ${names.right}: ${ANSWERS[right]}`,
  details: [],
});

const onlyOneHead = (difference: Of<"answer">, telling: Telling): Head => {
  const { left, right, neverYes } = difference;
  const { names } = telling;
  const only = left === "yes" ? names.left : names.right;
  if (left !== "yes" && right !== "yes") return answerHead(difference, telling);
  const ever = neverYes === null ? "for some people" : `where ${names[neverYes]} says yes to nobody`;
  return { label: "only one", sentence: `only ${only} says yes, ${ever}${aboutInWords(difference)}`, details: [] };
};

const ANSWERS = { yes: "yes", no: "no", conflict: "rules that contradict each other" } as const;

const LABELS: Readonly<Record<string, Told["label"]>> = {
  "yes no": "lost",
  "no yes": "gained",
  "yes conflict": "contradiction",
  "no conflict": "contradiction",
  "conflict yes": "contradiction gone",
  "conflict no": "contradiction gone",
};

const groundHead = ({ change, rule, title }: Of<"ground">, { names }: Telling): Head => ({
  label: "ground",
  sentence: `yes on both sides, but only ${change === "lost" ? names.left : names.right} rests on: ${title} (${rule})`,
  details: [],
});

/** The kinds of event concerned, where they are not all. */
const aboutInWords = ({ about }: Difference): string => (about === null ? "" : `; ${about.title}: ${about.words}`);

const said = (value: unknown, { profile }: Law): string => valueInWords(value, profile.sources);

const allSaid = (values: readonly unknown[], law: Law): string => values.map((value) => said(value, law)).join(" | ");

/** For answers, the rules of the witness on the side that says yes are named. */
const regionInWords = (region: DifferenceRegion, difference: Difference, names: SideNames): string => {
  const words = testsInWords(region, difference, names).join("; ");
  const { left, right } = region.witness;
  const grounds = difference.kind === "answer" ? [...left.grounds, ...right.grounds] : [];
  return `${words === "" ? "everyone" : words}${grounds.length === 0 ? "" : ` (on ${grounds.join(", ")})`}`;
};

/** What the head has told already is left out; a question that each side answers otherwise is asked once. */
const testsInWords = (
  { tests }: DifferenceRegion,
  { kind, about }: Difference,
  names: SideNames,
): readonly string[] => {
  const isTold = ({ fact, words }: RegionTest): boolean =>
    kind === "effect" && fact === about?.fact && words === about.words;
  const rights = new Map(tests.map((test) => [test.fact, test]));
  const isPaired = (fact: string): boolean => fact.startsWith("right:") && rights.has(fact.replace("right:", "left:"));
  return tests
    .filter((test) => !isTold(test) && !isPaired(test.fact))
    .map((test) => {
      const other = test.fact.startsWith("left:") ? rights.get(test.fact.replace("left:", "right:")) : undefined;
      if (other === undefined) return testInWords(test.title, test.words);
      const title = test.title.replace(` (${names.left})`, "");
      return testInWords(title, `${names.left} ${test.words}, ${names.right} ${other.words}`);
    });
};

const testInWords = (title: string, words: string): string => `${title}${title.endsWith("?") ? "" : ":"} ${words}`;
