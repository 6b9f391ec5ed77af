import { invariant } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { Claim, ClaimId } from "../allocation/claim.ts";
import type { AccountId } from "../ledger/account.ts";
import type { Command, CommandTo } from "../ledger/command.ts";
import type { LedgerLaw } from "../ledger/ledger.ts";
import { obviousDistribute } from "./obvious-distribute.ts";

/** What one command did to one account: cents on its normal side. A command that is taken back takes its effects along. */
type Effect = { readonly by: string; readonly on: AccountId; readonly cents: number };

/**
 * The slow twin of a ledger: what stands on every account, recomputed from the commands that were accepted, with exact
 * fractions and no state but a list of effects that is summed anew for every question. Runs pay everybody.
 */
export const obviousBalances = (law: LedgerLaw, commands: readonly Command[]): ReadonlyMap<AccountId, number> => {
  let effects: readonly Effect[] = [];
  const past: Command[] = [];
  for (const command of commands) {
    effects = effectsAfter(effects, command, { law, past });
    past.push(command);
  }
  const balances = new Map<AccountId, number>();
  for (const { on, cents } of effects) balances.set(on, (balances.get(on) ?? 0) + cents);
  return new Map([...balances].filter(([, cents]) => cents !== 0));
};

type Around = { readonly law: LedgerLaw; readonly past: readonly Command[] };

const standing = (effects: readonly Effect[], on: AccountId): number =>
  effects.reduce((sum, effect) => (effect.on === on ? sum + effect.cents : sum), 0);

const effectsAfter = (effects: readonly Effect[], command: Command, around: Around): readonly Effect[] => {
  if (command.do === "reverse") {
    const gone = new Set([command.entry as string, ...restingOn(command.entry, around.past)]);
    return effects.filter(({ by }) => !gone.has(by));
  }
  const add = ADD[command.do] as ((command: Command, now: Now) => Added) | undefined;
  const added = add?.(command, { effects, ...around }) ?? [];
  return [...effects, ...added.map(([on, cents, part]) => ({ by: part ?? command.id, on, cents }))];
};

/** Allocations of a payment fall with it. */
const restingOn = (entry: string, past: readonly Command[]): readonly string[] =>
  past.flatMap((each) => (each.do === "allocate-held" && each.payment === entry ? [each.id] : []));

type Now = Around & { readonly effects: readonly Effect[] };
/** An account, cents, and the entry where it is not called as the command is. */
type Added = readonly (readonly [on: AccountId, cents: number, part?: string])[];
type Add = { readonly [Do in Command["do"]]?: (command: CommandTo<Do>, now: Now) => Added };

const obligationsIn = (past: readonly Command[]) =>
  past.flatMap((each) =>
    each.do === "enter-order"
      ? each.obligations.map((obligation, at) => ({ ...obligation, order: each, listed: at + 1 }))
      : [],
  );

const hasAddress = (payee: string, past: readonly Command[]): boolean =>
  past.findLast((each) => (each.do === "open-payee" || each.do === "change-address") && each.payee === payee)?.[
    "address" as keyof Command
  ] !== null;

const ADD: Add = {
  "enter-order": ({ obligations }) =>
    obligations.flatMap(({ id, cents }): Added => [
      [`ordered/${id}`, cents],
      [`outstanding/${id}`, cents],
    ]),
  "modify-obligation": ({ obligation, cents }, { effects }) => {
    const change = cents - standing(effects, `ordered/${obligation}`);
    return [
      [`ordered/${obligation}`, change],
      [`outstanding/${obligation}`, change],
    ];
  },
  "receive-payment": (command, now) => [
    ["held", command.cents],
    ...dividing(command, now, { cents: command.cents, on: command.effectiveOn, isWaiting: false }),
  ],
  "allocate-held": ({ payment, effectiveOn }, now) => {
    const received = now.past.find(({ id }) => (id as string) === payment);
    invariant(received?.do === "receive-payment", "the payment was accepted");
    const cents = standing(now.effects, `unallocated/${received.id}`);
    return dividing(received, now, { cents, on: effectiveOn, isWaiting: true });
  },
  "record-outside-payment": ({ obligor, obligation, cents }) => [
    [`collected/${obligation}/${obligor}`, cents],
    [`outstanding/${obligation}`, -cents],
  ],
  refund: ({ payment, cents }) => [
    [`unallocated/${payment}` as AccountId, -cents],
    ["held", -cents],
  ],
  "transfer-between-causes": ({ obligor, from, to, cents }) => [
    [`outstanding/${from}`, cents],
    [`collected/${from}/${obligor}`, -cents],
    [`payable/${from}`, -cents],
    [`payable/${to}`, cents],
    [`collected/${to}/${obligor}`, cents],
    [`outstanding/${to}`, -cents],
  ],
  disburse: ({ parts }) =>
    parts.flatMap(({ obligation, cents }): Added => [
      [`payable/${obligation}`, -cents],
      ["held", -cents],
    ]),
  "run-disbursement": ({ id }, { past, effects }) =>
    obligationsIn(past)
      .filter(({ payee }) => hasAddress(payee, past))
      .flatMap(({ id: obligation, payee }): Added => {
        const cents = Math.max(standing(effects, `payable/${obligation}`), 0);
        return [
          [`payable/${obligation}`, -cents, `${id}#${payee}`],
          ["held", -cents, `${id}#${payee}`],
        ];
      }),
  "return-disbursement": ({ disbursement }, { effects }) =>
    effects
      .filter(({ by, on }) => by === disbursement && on.startsWith("payable/"))
      .flatMap(({ on, cents }): Added => [
        [on.replace("payable/", "unclaimed/") as AccountId, -cents],
        ["held", -cents],
      ]),
  reissue: ({ payee }, { past, effects }) =>
    obligationsIn(past)
      .filter((obligation) => obligation.payee === payee)
      .flatMap(({ id }): Added => {
        const cents = standing(effects, `unclaimed/${id}`);
        return [
          [`unclaimed/${id}`, -cents],
          [`payable/${id}`, cents],
        ];
      }),
  "remit-unclaimed": ({ payee }, { past, effects }) =>
    obligationsIn(past)
      .filter((obligation) => obligation.payee === payee)
      .flatMap(({ id }) => [`unclaimed/${id}`, `payable/${id}`] as const)
      .flatMap((on): Added => {
        const cents = Math.max(standing(effects, on), 0);
        return [
          [on, -cents],
          ["held", -cents],
        ];
      }),
};

type Divided = { readonly cents: number; readonly on: string; readonly isWaiting: boolean };

const dividing = (
  { obligor, towards, grade, id: payment }: CommandTo<"receive-payment">,
  { law, past, effects }: Now,
  { cents, on, isWaiting }: Divided,
): Added => {
  const claims = obligationsIn(past).flatMap((obligation): readonly Claim[] => {
    const { order, bound, id } = obligation;
    const own = bound.find((each) => each.obligor === obligor);
    if (own === undefined || order.grade !== grade || order.effectiveOn > on) return [];
    if (towards !== null && order.order !== towards) return [];
    const outstanding = standing(effects, `outstanding/${id}`);
    const cap = own.capCents === null ? outstanding : own.capCents - standing(effects, `collected/${id}/${obligor}`);
    const owed = Math.max(Math.min(outstanding, cap), 0);
    return [
      {
        id,
        class: obligation.class,
        cause: order.cause,
        judgmentDate: order.effectiveOn,
        listed: obligation.listed,
        orderedCents: standing(effects, `ordered/${id}`) as Claim["orderedCents"],
        owedCents: owed as Claim["owedCents"],
      },
    ];
  });
  const given = givenTo(claims, cents, law);
  const left = cents - [...given.values()].reduce((sum, each) => sum + each, 0);
  const source: Added = [[`unallocated/${payment}`, isWaiting ? left - cents : left]];
  return [
    ...source,
    ...[...given].flatMap(([id, each]): Added => [
      [`payable/${id}`, each],
      [`collected/${id}/${obligor}`, each],
      [`outstanding/${id}`, -each],
    ]),
  ];
};

/** What each claim gets of an amount by the one order of payment of a sample law; nothing where it waits for a choice. */
const givenTo = (
  claims: readonly Claim[],
  amount: number,
  { file, policy }: LedgerLaw,
): ReadonlyMap<ClaimId, number> => {
  const [order] = file.policies;
  invariant(order !== undefined, "a sample law has an order of payment");
  const divided = obviousDistribute(
    { how: order.distribute, at: { policy: order.id, path: "$.distribute" } },
    { amount, claims },
    {
      policies: new Map(),
      open: new Map(file.choices.map((choice) => [choice.id, choice])),
      choices: new Map(policy.choices.map(({ choice, option }) => [choice, option])),
    },
  );
  if (Result.isFailure(divided)) return new Map();
  const given = new Map<ClaimId, number>();
  for (const { claim, cents } of divided.success.parts) given.set(claim, (given.get(claim) ?? 0) + cents);
  return given;
};
