import fc from "fast-check";
import { ClaimClass } from "../allocation/claim.ts";
import { type ChoiceId, type Distribution, OddCents, type OpenChoice, Size } from "../allocation/distribution.ts";

type Kind = Distribution["kind"];

/** What a generated distribution may be made of. */
export type DistributionShape = {
  /** Kinds of step that it has none of. */
  readonly without?: readonly Kind[];
};

const oddCents = fc.constantFrom(...OddCents.options);
const bound = { of: fc.constantFrom("ordered" as const, "owed" as const), boundCents: fc.constantFrom(10, 50_000) };
const classes = fc.uniqueArray(fc.constantFrom(...ClaimClass.options), { minLength: 1, maxLength: 8 });

/** The options of every sample choice. */
export const SAMPLE_OPTIONS: readonly ChoiceId[] = ["one-way", "other-way"];

/** What a generated distribution may leave open. */
export const SAMPLE_CHOICES: readonly OpenChoice[] = ["which-first", "how-they-share"].map((id) => ({
  id,
  why: "the sample law does not say",
  options: SAMPLE_OPTIONS.map((option) => ({ id: option, title: option })),
}));

/** A distribution that the file format admits, a few steps deep. */
export const arbitraryDistribution = ({ without = [] }: DistributionShape = {}): fc.Arbitrary<Distribution> => {
  const wanted = (steps: Steps): readonly fc.Arbitrary<Distribution>[] =>
    Object.entries(steps).flatMap(([kind, step]) => (without.some((each) => each === kind) ? [] : [step]));
  return fc.letrec<{ readonly step: Distribution }>((tie) => ({
    step: fc.oneof(
      { maxDepth: 3, depthIdentifier: "distribution" },
      fc.oneof(...wanted(PAYMENTS)),
      ...wanted(stepsWith(tie("step"))),
    ),
  })).step;
};

type Steps = Readonly<Partial<Record<Kind, fc.Arbitrary<Distribution>>>>;

const PAYMENTS: Steps = {
  "listed-order": fc.constant({ kind: "listed-order" }),
  "pro-rata": fc.record({ kind: fc.constant("pro-rata" as const), by: bound.of, oddCents }),
  equally: fc.record({ kind: fc.constant("equally" as const), oddCents }),
};

const stepsWith = (inner: fc.Arbitrary<Distribution>): Steps => ({
  "in-order": fc.record({
    kind: fc.constant("in-order" as const),
    steps: fc.array(inner, { minLength: 1, maxLength: 3 }),
  }),
  shares: arbitraryShares(inner),
  classes: fc.record({ kind: fc.constant("classes" as const), classes, to: inner }),
  "of-size": fc.record({
    kind: fc.constant("of-size" as const),
    ...bound,
    sizes: fc.uniqueArray(fc.constantFrom(...Size.options), { minLength: 1 }),
    to: inner,
  }),
  "by-judgment-date": fc.record({ kind: fc.constant("by-judgment-date" as const), each: inner, sameDate: inner }),
  "by-size": fc.record({
    kind: fc.constant("by-size" as const),
    ...bound,
    below: inner,
    exactly: inner,
    above: inner,
    mixed: inner,
  }),
  discretion: arbitraryDiscretion(inner),
});

const arbitraryShares = (to: fc.Arbitrary<Distribution>): fc.Arbitrary<Distribution> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 9_998 }),
      fc.boolean(),
      to,
      to,
      to,
      fc.constantFrom("to-the-others" as const, "left-over" as const),
    )
    .map(([first, hasThird, one, two, three, unused]) => {
      const second = hasThird ? Math.max(1, Math.floor((10_000 - first) / 3)) : 10_000 - first;
      const third = 10_000 - first - second;
      return {
        kind: "shares",
        parts: [
          { basisPoints: first, to: one },
          { basisPoints: second, to: two },
          ...(third > 0 ? [{ basisPoints: third, to: three }] : []),
        ],
        unused,
      };
    });

const arbitraryDiscretion = (to: fc.Arbitrary<Distribution>): fc.Arbitrary<Distribution> =>
  fc.tuple(fc.constantFrom(...SAMPLE_CHOICES), to, to).map(([{ id: choice }, ...ways]) => ({
    kind: "discretion",
    choice,
    options: Object.fromEntries(
      SAMPLE_OPTIONS.map((option, place) => [option, ways[place] ?? { kind: "listed-order" }]),
    ),
  }));
