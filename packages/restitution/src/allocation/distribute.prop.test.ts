import type { RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryClaims } from "../arbitrary/arbitrary-claims.ts";
import { arbitraryDistribution, SAMPLE_CHOICES, SAMPLE_OPTIONS } from "../arbitrary/arbitrary-distribution.ts";
import { type Claim, owedOn } from "./claim.ts";
import { distribute, type Setting } from "./distribute.ts";
import { Distribution } from "./distribution.ts";
import { obviousShares } from "../reference/obvious-shares.ts";

const AT = { policy: "xx-yy/restitution/sample" as RuleId, path: "$.distribute" };
const OPEN = new Map(SAMPLE_CHOICES.map((choice) => [choice.id, choice]));
const NO_CHOICE: Setting = { policies: new Map(), open: OPEN, choices: new Map() };

const amount = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 3_000_000 }));
const recorded: fc.Arbitrary<Setting> = fc
  .tuple(...SAMPLE_CHOICES.map(() => fc.constantFrom(...SAMPLE_OPTIONS)))
  .map((options) => ({
    ...NO_CHOICE,
    choices: new Map(SAMPLE_CHOICES.map(({ id }, place) => [id, options[place] ?? id] as const)),
  }));

const divide = (
  how: Distribution,
  cents: number,
  { claims, setting = NO_CHOICE }: { readonly claims: readonly Claim[]; readonly setting?: Setting },
) => distribute({ how, at: AT }, { amount: cents, claims }, setting);

const centsByClaim = (
  parts: readonly { readonly claim: string; readonly cents: number }[],
): ReadonlyMap<string, number> => {
  const all = new Map<string, number>();
  for (const { claim, cents } of parts) all.set(claim, (all.get(claim) ?? 0) + cents);
  return all;
};

describe("distribute", () => {
  test("makes no cent and loses none, and pays no claim beyond what it is owed", () => {
    fc.assert(
      fc.property(arbitraryDistribution(), amount, arbitraryClaims(), recorded, (how, cents, claims, setting) => {
        const { parts, left, claims: after } = Result.getOrThrow(divide(how, cents, { claims, setting }));
        const paid = centsByClaim(parts);
        expect([...paid.values()].reduce((sum, each) => sum + each, left)).toBe(cents);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(parts.every((part) => part.cents > 0)).toBe(true);
        expect(after.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
        for (const [place, { id, owedCents }] of claims.entries()) {
          expect(after[place]?.owedCents).toBe(owedCents - (paid.get(id) ?? 0));
          expect(after[place]?.owedCents).toBeGreaterThanOrEqual(0);
        }
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
        (how, cents, claims, setting, draws) => {
          const shuffled = claims
            .map((claim) => [draws.next().value ?? 0, claim] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, claim]) => claim);
          const [one, other] = [claims, shuffled].map((given) =>
            Result.getOrThrow(divide(how, cents, { claims: given, setting })),
          );
          expect(other?.parts).toEqual(one?.parts);
          expect(other?.left).toBe(one?.left);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("pays everything that is owed when there is enough and every claim is reached", () => {
    const reaching = arbitraryDistribution({ without: ["classes", "of-size"] });
    fc.assert(
      fc.property(reaching, arbitraryClaims(), recorded, fc.nat({ max: 100 }), (how, claims, setting, more) => {
        fc.pre(!JSON.stringify(how).includes("left-over"));
        const { left, claims: after } = Result.getOrThrow(divide(how, owedOn(claims) + more, { claims, setting }));
        expect(left).toBe(more);
        expect(owedOn(after)).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test("stays within a cent for each rounding of what exact fractions give", () => {
    const continuous = arbitraryDistribution({ without: ["by-size", "of-size", "by-judgment-date", "discretion"] });
    fc.assert(
      fc.property(continuous, amount, arbitraryClaims(), (how, cents, claims) => {
        const { parts } = Result.getOrThrow(divide(how, cents, { claims }));
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
          const [choice = ""] = OPEN.keys();
          const [first = "", second = ""] = SAMPLE_OPTIONS;
          const how: Distribution = { kind: "discretion", choice, options: { [first]: one, [second]: other } };
          const ways = [one, other].map((way) => Result.getOrThrow(divide(way, cents, { claims })));
          const open = divide(how, cents, { claims });
          const isSame = JSON.stringify(ways[0]?.claims) === JSON.stringify(ways[1]?.claims);
          expect(Result.isSuccess(open)).toBe(isSame);
          for (const [place, option] of [first, second].entries()) {
            const chosen = Result.getOrThrow(
              divide(how, cents, { claims, setting: { ...NO_CHOICE, choices: new Map([[choice, option]]) } }),
            );
            expect(chosen.claims).toEqual(ways[place]?.claims);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("is of the format that files have", () => {
    fc.assert(
      fc.property(arbitraryDistribution(), (how) => {
        expect(Distribution.parse(JSON.parse(JSON.stringify(how)))).toEqual(how);
      }),
      { numRuns: 500 },
    );
  });
});
