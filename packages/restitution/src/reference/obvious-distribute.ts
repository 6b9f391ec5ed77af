import { type Cents, invariant } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { DiscretionNeeded, OptionUnknown } from "../errors.ts";
import type { Claim } from "../allocation/claim.ts";
import type { ChoiceId, Distribution, OpenChoice, Size } from "../allocation/distribution.ts";
import type { Place } from "../allocation/division.ts";
import { type Division, followedBy, leftOf, type Money, undivided } from "./obvious-division.ts";
import { payInListedOrder, payInProportion } from "./obvious-pay-out.ts";
import { obviousApportion } from "./obvious-share-out.ts";

/** What dividing takes besides the amount and the claims. */
export type Setting = {
  readonly policies: ReadonlyMap<RuleId, Distribution>;
  /** What the law leaves open, by its id. */
  readonly open: ReadonlyMap<ChoiceId, OpenChoice>;
  /** The options that the agency chose, by choice. */
  readonly choices: ReadonlyMap<ChoiceId, ChoiceId>;
};

/** A distribution and where it stands. */
export type Step<How extends Distribution = Distribution> = { readonly how: How; readonly at: Place };

export type Divided = Result.Result<Division, OptionUnknown | DiscretionNeeded>;

/**
 * The slow twin of `divide`: it reads the distribution step by step and makes new claims at each, with nothing kept or
 * changed. A step that has no money, or no claim left to pay, is not looked at, so that a choice that changes nothing is
 * not asked for.
 * @errors `OptionUnknown`, `DiscretionNeeded`, whichever comes first on the way.
 */
export const obviousDistribute = ({ how, at }: Step, money: Money, setting: Setting): Divided => {
  if (money.amount === 0 || owing(money.claims).length === 0) return Result.succeed(undivided(money));
  if (isPayment(how)) return Result.succeed(payEach({ how, at }, money));
  return isTurn(how) ? takeTurn({ how, at }, money, setting) : divideAmong({ how, at }, money, setting);
};

/** Pays claims, and divides no further. */
type Payment = "listed-order" | "pro-rata" | "equally";
/** Goes on with all claims in one way of several. */
type Turn = "by-size" | "policy" | "discretion";

type How<Kind extends Distribution["kind"]> = Extract<Distribution, { readonly kind: Kind }>;
type Of<Kind extends Distribution["kind"]> = Step<How<Kind>>;

const isPayment = (how: Distribution): how is How<Payment> =>
  how.kind === "listed-order" || how.kind === "pro-rata" || how.kind === "equally";

const isTurn = (how: Distribution): how is How<Turn> =>
  how.kind === "by-size" || how.kind === "policy" || how.kind === "discretion";

const takeTurn = ({ how, at }: Of<Turn>, money: Money, setting: Setting): Divided => {
  switch (how.kind) {
    case "by-size":
      return obviousDistribute(branchOf({ how, at }, money.claims), money, setting);
    case "policy":
      return obviousDistribute(policyOf(how.policy, setting), money, setting);
    case "discretion":
      return atDiscretion({ how, at }, money, setting);
  }
};

const divideAmong = (
  { how, at }: Of<Exclude<Distribution["kind"], Payment | Turn>>,
  money: Money,
  setting: Setting,
): Divided => {
  switch (how.kind) {
    case "in-order":
      return inOrder({ how, at }, money, setting);
    case "shares":
      return inShares({ how, at }, money, setting);
    case "classes":
      return amongSome({ how, at }, money, { setting, belongs: (claim) => how.classes.includes(claim.class) });
    case "of-size":
      return amongSome({ how, at }, money, { setting, belongs: (claim) => how.sizes.includes(sizeOf(claim, how)) });
    case "by-judgment-date":
      return byJudgmentDate({ how, at }, money, setting);
  }
};

const below = ({ policy, path }: Place, step: string): Place => ({ policy, path: `${path}.${step}` });

const owing = (claims: readonly Claim[]): readonly Claim[] => claims.filter(({ owedCents }) => owedCents > 0);

const payEach = ({ how, at }: Of<"listed-order" | "pro-rata" | "equally">, money: Money): Division => {
  if (how.kind === "listed-order") return payInListedOrder(money, at);
  const { oddCents } = how;
  if (how.kind === "equally") return payInProportion(money, at, { oddCents, weigh: () => 1 });
  const weigh = how.by === "owed" ? (claim: Claim) => claim.owedCents : (claim: Claim) => claim.orderedCents;
  return payInProportion(money, at, { oddCents, weigh });
};

/** Divides among some of the claims, and leaves the others as they are. */
const among = (money: Money, belongs: (claim: Claim) => boolean, divide: (own: Money) => Divided): Divided =>
  Result.map(divide({ amount: money.amount, claims: money.claims.filter(belongs) }), (division) => {
    const after = new Map(division.claims.map((claim) => [claim.id, claim]));
    return { ...division, claims: money.claims.map((claim) => after.get(claim.id) ?? claim) };
  });

type Some = { readonly setting: Setting; readonly belongs: (claim: Claim) => boolean };

const amongSome = ({ how, at }: Of<"classes" | "of-size">, money: Money, { setting, belongs }: Some): Divided =>
  among(money, belongs, (own) => obviousDistribute({ how: how.to, at: below(at, "to") }, own, setting));

/** Divides on what is left, once for each of several. */
const oneAfterAnother = <Each>(
  each: readonly Each[],
  money: Money,
  divide: (one: Each, left: Money) => Divided,
): Divided =>
  each.reduce<Divided>(
    (sofar, one) =>
      Result.flatMap(sofar, (before) => Result.map(divide(one, leftOf(before)), (next) => followedBy(before, next))),
    Result.succeed(undivided(money)),
  );

const inOrder = ({ how, at }: Of<"in-order">, money: Money, setting: Setting): Divided =>
  oneAfterAnother([...how.steps.entries()], money, ([place, step], left) =>
    obviousDistribute({ how: step, at: below(at, `steps[${place}]`) }, left, setting),
  );

/** Round by round: what some parts leave is shared again among those that could use all of theirs. */
const inShares = ({ how, at }: Of<"shares">, money: Money, setting: Setting): Divided => {
  const steps = how.parts.map(({ basisPoints, to }, place) => ({
    basisPoints,
    step: { how: to, at: below(at, `parts[${place}].to`) },
  }));
  const round = (open: typeof steps, before: Division): Divided => {
    const amounts = obviousApportion(
      before.left,
      open.map(({ basisPoints }) => basisPoints),
    );
    let unused = 0;
    let sofar = before;
    const hungry: (typeof steps)[number][] = [];
    for (const [index, part] of open.entries()) {
      const divided = obviousDistribute(part.step, { amount: amounts[index] ?? 0, claims: sofar.claims }, setting);
      if (Result.isFailure(divided)) return divided;
      if (divided.success.left === 0) hungry.push(part);
      unused += divided.success.left;
      sofar = followedBy(sofar, divided.success);
    }
    const all = { ...sofar, left: unused };
    const isOver = how.unused === "left-over" || unused === 0 || hungry.length === 0;
    return isOver ? Result.succeed(all) : round(hungry, all);
  };
  return round(steps, undivided(money));
};

const byJudgmentDate = ({ how, at }: Of<"by-judgment-date">, money: Money, setting: Setting): Divided => {
  const dates = [...new Set(money.claims.map(({ judgmentDate }) => judgmentDate))].toSorted();
  const alone = { how: how.each, at: below(at, "each") };
  const together = { how: how.sameDate, at: below(at, "sameDate") };
  return oneAfterAnother(dates, money, (date, left) =>
    among(
      left,
      ({ judgmentDate }) => judgmentDate === date,
      (own) =>
        obviousDistribute(
          new Set(owing(own.claims).map(({ cause }) => cause)).size > 1 ? together : alone,
          own,
          setting,
        ),
    ),
  );
};

/** Claims that are paid in full already do not count. */
const branchOf = ({ how, at }: Of<"by-size">, claims: readonly Claim[]): Step => {
  const sizes = new Set(owing(claims).map((claim) => sizeOf(claim, how)));
  const [only] = sizes;
  const branch = only === undefined || sizes.size > 1 ? "mixed" : only;
  return { how: how[branch], at: below(at, branch) };
};

const sizeOf = ({ orderedCents, owedCents }: Claim, { of, boundCents }: How<"by-size" | "of-size">): Size => {
  const cents = of === "ordered" ? orderedCents : owedCents;
  if (cents === boundCents) return "exactly";
  return cents < boundCents ? "below" : "above";
};

const policyOf = (policy: RuleId, { policies }: Setting): Step => {
  const how = policies.get(policy);
  invariant(how !== undefined, `the policy \`${policy}\` is in the file that was checked`);
  return { how, at: { policy, path: "$.distribute" } };
};

/** Where every option gives everybody the same, none has to be chosen. */
const atDiscretion = (step: Of<"discretion">, money: Money, setting: Setting): Divided => {
  const { how, at } = step;
  const open = setting.open.get(how.choice);
  invariant(open !== undefined, `the choice \`${how.choice}\` is in the file that was checked`);
  const chosen = setting.choices.get(how.choice);
  if (chosen !== undefined) return followChoice(step, open, { chosen, money, setting });
  const ways = open.options.map(({ id }) => obviousDistribute(optionOf(step, id), money, setting));
  const needed = Result.fail(new DiscretionNeeded({ choice: open, heldCents: money.amount as Cents, at }));
  const [first] = ways;
  if (first === undefined) return needed;
  const isAlike = Result.isFailure(first)
    ? ways.every((way) => failsAlike(way, first.failure))
    : ways.every((way) => givesTheSame(way, first.success));
  return isAlike ? first : needed;
};

type Chosen = { readonly chosen: ChoiceId; readonly money: Money; readonly setting: Setting };

const followChoice = (step: Of<"discretion">, open: OpenChoice, { chosen, money, setting }: Chosen): Divided => {
  const known = open.options.map(({ id }) => id);
  if (!known.includes(chosen)) return Result.fail(new OptionUnknown({ choice: open.id, option: chosen, known }));
  return Result.map(obviousDistribute(optionOf(step, chosen), money, setting), (division) => ({
    ...division,
    choices: [{ choice: open.id, option: chosen, at: step.at }, ...division.choices],
  }));
};

/** Whichever option is taken, the same other choice is needed on the way: it is asked for first, and may settle this one. */
const failsAlike = (way: Divided, first: OptionUnknown | DiscretionNeeded): boolean =>
  Result.isFailure(way) && way.failure._tag === first._tag && idOf(way.failure.choice) === idOf(first.choice);

const idOf = (choice: ChoiceId | OpenChoice): ChoiceId => (typeof choice === "string" ? choice : choice.id);

const optionOf = ({ how, at }: Of<"discretion">, option: ChoiceId): Step => {
  const way = how.options[option];
  invariant(way !== undefined, `the option \`${option}\` is in the file that was checked`);
  return { how: way, at: below(at, `options.${option}`) };
};

/** Whether every claim gets the same, whichever step gives it. */
const givesTheSame = (way: Divided, first: Division): boolean => {
  if (Result.isFailure(way)) return false;
  const after = new Map(first.claims.map(({ id, owedCents }) => [id, owedCents]));
  return way.success.claims.every(({ id, owedCents }) => after.get(id) === owedCents);
};
