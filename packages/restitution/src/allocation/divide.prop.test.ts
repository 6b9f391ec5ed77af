import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryClaims } from "../arbitrary/arbitrary-claims.ts";
import { arbitraryDistribution, SAMPLE_CHOICES, SAMPLE_OPTIONS } from "../arbitrary/arbitrary-distribution.ts";
import { obviousDistribute } from "../reference/obvious-distribute.ts";
import { obviousShares } from "../reference/obvious-shares.ts";
import type { AllocationError } from "../errors.ts";
import { DAY, idOf, parsed, policy } from "../../test/sample.ts";
import type { Allocation } from "./allocation.ts";
import type { AllocationFile } from "./allocation-file.ts";
import { everyStep } from "./every-step.ts";
import { type Claim, owedOn } from "./claim.ts";
import { compileAllocation } from "./compile-allocation.ts";
import { type ChoiceId, Distribution } from "./distribution.ts";
import { divide } from "./divide.ts";

type Choices = ReadonlyMap<ChoiceId, ChoiceId>;
type Asked = { readonly claims: readonly Claim[]; readonly choices?: Choices };

const [FIRST, SECOND] = [idOf("first"), idOf("second")];
const SAMPLE = parsed(
  [policy("first", { kind: "listed-order" }), policy("second", { kind: "listed-order" })],
  [...SAMPLE_CHOICES],
);

/** A file of two policies, of which the first divides. */
const fileOf = (first: Distribution, second: Distribution = first): AllocationFile => ({
  ...SAMPLE,
  policies: SAMPLE.policies.map((each) => ({ ...each, distribute: each.id === FIRST ? first : second })),
});

const divided = (file: AllocationFile, cents: number, { claims, choices = new Map() }: Asked) =>
  divide(
    compileAllocation(file, { choices }),
    { cents, kind: { purpose: "restitution", from: "payer", grade: "felony" }, asOf: DAY },
    claims,
  );

const centsByClaim = (
  parts: readonly { readonly claim: string; readonly cents: number }[],
): ReadonlyMap<string, number> => {
  const all = new Map<string, number>();
  for (const { claim, cents } of parts) all.set(claim, (all.get(claim) ?? 0) + cents);
  return all;
};

const outcomeOf = ({ grounds, ...rest }: Allocation) => ({ ...rest, grounds: grounds.map((ground) => ground.policy) });

/** All that a failure says; two errors of one message are equal to the test's eye. */
const factsOf = (failure: AllocationError) => [failure._tag, failure.message, "at" in failure ? failure.at : null];

const amount = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 3_000_000 }));
const choicesOf = (options: readonly ChoiceId[]): fc.Arbitrary<Choices> =>
  fc
    .tuple(...SAMPLE_CHOICES.map(() => fc.constantFrom(...options)))
    .map((chosen) => new Map(SAMPLE_CHOICES.map(({ id }, place) => [id, chosen[place] ?? id] as const)));
const recorded = choicesOf(SAMPLE_OPTIONS);

/** Whether a share can go to the others: who could use all of theirs hangs on the last cent, so that fractions cannot follow. */
const sharesOutAgain = (how: Distribution): boolean =>
  everyStep(how, "$").some((step) => step.how.kind === "shares" && step.how.unused === "to-the-others");

describe("divide", () => {
  test("makes no cent and loses none, and pays no claim beyond what it is owed", () => {
    fc.assert(
      fc.property(arbitraryDistribution(), amount, arbitraryClaims(), recorded, (how, cents, claims, choices) => {
        const { parts, leftCents } = Result.getOrThrow(divided(fileOf(how), cents, { claims, choices }));
        const paid = centsByClaim(parts);
        expect([...paid.values()].reduce((sum, each) => sum + each, leftCents)).toBe(cents);
        expect(leftCents).toBeGreaterThanOrEqual(0);
        expect(parts.every((part) => part.cents > 0)).toBe(true);
        const owed = new Map<string, number>(claims.map(({ id, owedCents }) => [id, owedCents]));
        for (const [id, sum] of paid) expect(sum).toBeLessThanOrEqual(owed.get(id) ?? 0);
      }),
      { numRuns: 3_000 },
    );
  });

  test("gives the same whatever order the claims come in", () => {
    fc.assert(
      fc.property(
        arbitraryDistribution(),
        amount,
        arbitraryClaims(),
        recorded,
        fc.infiniteStream(fc.nat()),
        (how, cents, claims, choices, draws) => {
          const shuffled = claims
            .map((claim) => [draws.next().value ?? 0, claim] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, claim]) => claim);
          const [one, other] = [claims, shuffled].map((given) =>
            Result.getOrThrow(divided(fileOf(how), cents, { claims: given, choices })),
          );
          expect(other).toEqual(one);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("pays everything that is owed when there is enough and every claim is reached", () => {
    const reaching = arbitraryDistribution({ without: ["classes", "of-size"] });
    fc.assert(
      fc.property(reaching, arbitraryClaims(), recorded, fc.nat({ max: 100 }), (how, claims, choices, more) => {
        const cents = owedOn(claims) + more;
        fc.pre(cents > 0 && !JSON.stringify(how).includes("left-over"));
        expect(Result.getOrThrow(divided(fileOf(how), cents, { claims, choices })).leftCents).toBe(more);
      }),
      { numRuns: 2_000 },
    );
  });

  test("stays within a cent for each rounding of what exact fractions give", () => {
    const continuous = arbitraryDistribution({ without: ["by-size", "of-size", "by-judgment-date", "discretion"] });
    fc.assert(
      fc.property(continuous, amount, arbitraryClaims(), (how, cents, claims) => {
        fc.pre(!sharesOutAgain(how));
        const { parts } = Result.getOrThrow(divided(fileOf(how), cents, { claims }));
        const { exact, roundings } = obviousShares(how, cents, claims);
        const paid = centsByClaim(parts);
        for (const { id } of claims) {
          const [over, under] = exact.get(id) ?? [0n, 1n];
          const off = BigInt(paid.get(id) ?? 0) * under - over;
          expect((off < 0n ? -off : off) <= BigInt(roundings) * under).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("goes on without a choice exactly where it makes no difference, and with one as that option alone would", () => {
    fc.assert(
      fc.property(
        arbitraryDistribution({ without: ["discretion"] }),
        arbitraryDistribution({ without: ["discretion"] }),
        amount,
        arbitraryClaims(),
        (one, other, cents, claims) => {
          const [choice = ""] = SAMPLE_CHOICES.map(({ id }) => id);
          const [first = "", second = ""] = SAMPLE_OPTIONS;
          const how: Distribution = { kind: "discretion", choice, options: { [first]: one, [second]: other } };
          const paid = (...given: Parameters<typeof divided>) =>
            centsByClaim(Result.getOrThrow(divided(...given)).parts);
          const ways = [one, other].map((way) => paid(fileOf(way), cents, { claims }));
          const isSame = claims.every(({ id }) => ways[0]?.get(id) === ways[1]?.get(id));
          expect(Result.isSuccess(divided(fileOf(how), cents, { claims }))).toBe(isSame);
          for (const [place, option] of [first, second].entries())
            expect(paid(fileOf(how), cents, { claims, choices: new Map([[choice, option]]) })).toEqual(ways[place]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("gives what its slow twin gives: parts, what is left, choices followed, and why a payment waits", () => {
    const open = choicesOf([...SAMPLE_OPTIONS, "not-recorded", "not-recorded", "no-option"]).map(
      (choices) => new Map([...choices].filter(([, option]) => option !== "not-recorded")),
    );
    const followedBy = (how: Distribution): Distribution => ({
      kind: "in-order",
      steps: [{ kind: "classes", classes: ["victim", "insurer", "fine"], to: { kind: "policy", policy: SECOND } }, how],
    });
    fc.assert(
      fc.property(
        fc.oneof(arbitraryDistribution(), arbitraryDistribution().map(followedBy)),
        arbitraryDistribution(),
        amount,
        arbitraryClaims({ max: 10 }),
        open,
        (first, second, cents, claims, choices) => {
          const fast = divided(fileOf(first, second), cents, { claims, choices });
          const slow = obviousDistribute(
            { how: first, at: { policy: FIRST, path: "$.distribute" } },
            { amount: cents, claims },
            {
              policies: new Map([
                [FIRST, first],
                [SECOND, second],
              ]),
              open: new Map(SAMPLE_CHOICES.map((choice) => [choice.id, choice])),
              choices,
            },
          );
          const used = new Set(Result.isSuccess(slow) ? [FIRST, ...slow.success.parts.map(({ at }) => at.policy)] : []);
          expect(Result.mapBoth(fast, { onFailure: factsOf, onSuccess: outcomeOf })).toEqual(
            Result.mapBoth(slow, {
              onFailure: factsOf,
              onSuccess: ({ parts, left, choices: followed }) => ({
                parts,
                leftCents: left,
                choices: followed,
                grounds: [FIRST, SECOND].filter((id) => used.has(id)),
              }),
            }),
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("divides as well the second time, and leaves the claims as they came", () => {
    fc.assert(
      fc.property(arbitraryDistribution(), amount, arbitraryClaims(), (how, cents, claims) => {
        const compiled = compileAllocation(fileOf(how));
        const kind = { purpose: "restitution", from: "payer", grade: "felony" } as const;
        const before = structuredClone(claims);
        const [once, again] = [1, 2].map(() => divide(compiled, { cents, kind, asOf: DAY }, claims));
        expect(JSON.stringify(again)).toBe(JSON.stringify(once));
        expect(claims).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});

describe("arbitraryDistribution", () => {
  test("is of the format that files have", () => {
    fc.assert(
      fc.property(arbitraryDistribution(), (how) => {
        expect(Distribution.parse(JSON.parse(JSON.stringify(how)))).toEqual(how);
      }),
      { numRuns: 500 },
    );
  });
});
