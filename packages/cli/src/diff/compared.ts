import type { LawDiff, LawSide, Pair, QuestionDiff, SideNames } from "@victim-rights/rules/analysis";
import { differs } from "@victim-rights/rules/analysis";
import type { LawAt } from "./law-at.ts";

/** Two laws, where they were read, and all that differs between them. */
export type Compared = {
  readonly diff: LawDiff;
  readonly read: Pair<LawAt>;
  readonly sides: Pair<LawSide>;
  /** What to call the sides: `before` and `after` of one state, else the states. */
  readonly names: SideNames;
  /** How many regions of each difference to tell; the usual few when `null`. */
  readonly show: number | null;
  /** Whether to tell one person of each region, fact by fact. */
  readonly witness: boolean;
};

/** The comparison for another program; every value is as the library gives it. */
export const inJson = ({ diff, read, sides, names }: Compared): unknown => ({
  differs: differs(diff),
  left: sideInJson("left", { read, sides, names }),
  right: sideInJson("right", { read, sides, names }),
  ...diff,
});

const sideInJson = (
  side: keyof Pair<unknown>,
  { read, sides, names }: Pick<Compared, "read" | "sides" | "names">,
): unknown => {
  const { path, ref, commit, law } = read[side];
  return { name: names[side], path, ref, commit, jurisdiction: law.id, asOf: sides[side].asOf };
};

/** Where a law was read and on which day, as a reader would name it. */
export const sideInWords = ({ read, sides }: Compared, side: keyof Pair<unknown>): string => {
  const { path, ref, commit } = read[side];
  const at = ref === null ? path : `${path}@${ref.replace("refs/tags/", "")} (commit ${commit?.slice(0, 10) ?? ""})`;
  return `${at}, as of ${sides[side].asOf}`;
};

/** Questions of which anything is to be told, those first whose own rules differ; and how many are the same in every respect. */
export const toldAndSame = ({ diff }: Compared): { readonly told: readonly QuestionDiff[]; readonly same: number } => {
  const told = diff.questions.filter(
    ({ differences, domains, texts, notDecided }) =>
      notDecided !== null || differences.length + domains.length + texts.length > 0,
  );
  const [own, ripples] = [
    told.filter(({ because }) => because.length === 0),
    told.filter(({ because }) => because.length > 0),
  ];
  return { told: [...own, ...ripples], same: diff.questions.length - told.length };
};
