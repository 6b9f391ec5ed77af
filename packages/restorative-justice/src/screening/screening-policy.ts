import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { z } from "zod";
import parameters from "./screening-parameters.json" with { type: "json" };

/** An invariant of the safety specification that a policy cannot switch off. */
export type InvariantId = `INV-${number}`;

const daysUpTo = (most: number) => z.int().min(1).max(most).default(most);

/**
 * What an agency may set. Left out, everything takes the house's defaults, and `ipvPolicy` is `excluded`. Times may be
 * made shorter than the house's and not longer.
 */
export const ScreeningPolicy = z.strictObject({
  ipvPolicy: z.enum(["excluded", "specialist_only"]).default("excluded"),
  screenExpiresAfterDays: daysUpTo(parameters.screenExpiresAfterDays),
  specialistApprovalExpiresAfterDays: daysUpTo(parameters.specialistApprovalExpiresAfterDays),
  orderCheckExpiresAfterDays: daysUpTo(parameters.orderCheckExpiresAfterDays),
});
export type ScreeningPolicy = z.infer<typeof ScreeningPolicy>;

/** One thing in a policy that is refused, and the invariant it would break. */
export type PolicyProblem = {
  readonly path: string;
  readonly invariant: InvariantId | null;
  readonly fix: string;
};

/** A policy is refused: it would switch an invariant off, or does not fit. The agency's earlier policy stays. */
export class PolicyRefused extends Data.TaggedError("PolicyRefused")<{ readonly problems: readonly PolicyProblem[] }> {
  override get message(): string {
    return this.problems
      .map(
        ({ path, invariant, fix }) =>
          `\`${path}\` ${invariant === null ? "does not fit" : `would break ${invariant}`}: ${fix}`,
      )
      .join("; ");
  }
}

/**
 * Reads an agency's screening policy.
 * @errors `PolicyRefused` with every problem at once; one that would break an invariant names it.
 */
export const loadScreeningPolicy = (raw: unknown): Result.Result<ScreeningPolicy, PolicyRefused> => {
  const parsed = ScreeningPolicy.safeParse(raw);
  if (parsed.success) return Result.succeed(parsed.data);
  return Result.fail(new PolicyRefused({ problems: parsed.error.issues.flatMap(problemsOf) }));
};

const problemsOf = (issue: z.core.$ZodIssue): readonly PolicyProblem[] => {
  if (issue.code === "unrecognized_keys") return issue.keys.map(unknownKey);
  const path = issue.path.join(".");
  if (path === "ipvPolicy")
    return [{ path, invariant: "INV-09", fix: "write `excluded` or `specialist_only`; there is no third value" }];
  if (issue.code === "too_big")
    return [{ path, invariant: null, fix: `write at most ${issue.maximum}: a time may only be made shorter` }];
  return [
    { path: path === "" ? "$" : path, invariant: null, fix: "write an object with whole numbers of days from 1" },
  ];
};

/** What a key that the policy does not know would switch off. */
const SWITCHES: readonly (readonly [RegExp, InvariantId])[] = [
  [/clear|safe|pass|override|waive/iu, "INV-06"],
  [/unknown|declined|skip|incomplete|missing/iu, "INV-07"],
  [/monoton|cancel|lower/iu, "INV-08"],
  [/relationship|track|tie|ipv/iu, "INV-09"],
  [/privacy|private|alone/iu, "INV-12"],
];

const unknownKey = (key: string): PolicyProblem => ({
  path: key,
  invariant: invariantIn(key),
  fix: "remove it: a policy sets `ipvPolicy` and times, and nothing else",
});

const invariantIn = (key: string): InvariantId | null => {
  const [, digits] = /^inv-?(\d\d)$/iu.exec(key) ?? [];
  if (digits !== undefined) return `INV-${digits}` as InvariantId;
  return SWITCHES.find(([word]) => word.test(key))?.[1] ?? null;
};
