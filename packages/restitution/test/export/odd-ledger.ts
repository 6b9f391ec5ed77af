import * as Result from "effect/Result";
import { type Entry, type Ledger, openLedger, record } from "../../src/index.ts";
import { bookOf } from "../../src/ledger/ledger.ts";
import { command, lawOf, MONTANA_CHOICES } from "../ledger/sample-ledger.ts";

/** Ids that some program would trip over if they were written as they are. */
export const ODD_IDS: readonly string[] = [
  "a  b   c",
  "x;y ; z",
  "p|q",
  "(virtual)",
  "[2026-01-02]",
  "date:2020-01-01",
  "assets:held",
  "=1+1",
  "@cmd, \"quoted\" and 'quoted'",
  "'-2",
  "-x2F-",
  "-x-",
  "Id-7",
  "7",
  "Ünï 日本 🙂",
  "back\\slash",
  "a\nb\tc",
  "seven:8:",
  "~$€100.00 = 5",
  "* ! ^ %",
];

/** Numbers from 0 up to but not including a limit, the same for the same seed. */
const dice = (seed: number): ((limit: number) => number) => {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
};

type Stated = Readonly<Record<string, unknown>>;

const oddId = (at: number): string => ODD_IDS[at % ODD_IDS.length] ?? "";
const PAYEES = [0, 1, 2, 3].map((at) => `${oddId(at)} payee`);
const OBLIGORS = [4, 5].map((at) => `${oddId(at)}`);
const OBLIGATIONS = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17].map(oddId);

/** What stands in no export: how people are called and where they live. */
export const NEVER_EXPORTED = ["Nomen Nescio", "Whereabouts 12"];

const opening: readonly Stated[] = [
  ...["natural-person", "natural-person", "compensation-programme", "insurer"].map((kind, at) => ({
    do: "open-payee",
    payee: PAYEES[at],
    kind,
    name: `${NEVER_EXPORTED[0]} ${at}`,
    address: `${NEVER_EXPORTED[1]} ${at}`,
  })),
  ...OBLIGORS.map((obligor) => ({ do: "open-obligor", obligor, name: `${NEVER_EXPORTED[0]} too` })),
];

const orderOf = (order: number, roll: (limit: number) => number): Stated => ({
  do: "enter-order",
  order: `${oddId(order + 3)} order`,
  cause: `DC-25-${order}`,
  grade: "felony",
  obligations: ["victim", "victim", "compensation-programme", "insurer"].map((own, at) => ({
    id: OBLIGATIONS[order * 4 + at],
    class: own,
    payee: PAYEES[at],
    cents: 1 + roll(90_000),
    bound: OBLIGORS.map((obligor) => ({ obligor, capCents: null })),
  })),
});

const anyOf = <Each>(all: readonly Each[], roll: (limit: number) => number): Each | undefined => all[roll(all.length)];

const someCommand = (entries: readonly Entry[], roll: (limit: number) => number): Stated => {
  const obligor = anyOf(OBLIGORS, roll);
  const cents = 1 + roll(30_000);
  const dice_ = roll(10);
  const paid = { do: "receive-payment", obligor, cents, currency: "USD", purpose: "restitution", from: "payer" };
  if (dice_ < 5) return { ...paid, grade: "felony" };
  if (dice_ < 6) return { do: "record-outside-payment", obligor, obligation: anyOf(OBLIGATIONS, roll), cents };
  if (dice_ < 7) return { do: "modify-obligation", obligation: anyOf(OBLIGATIONS, roll), cents: roll(99_000) };
  if (dice_ < 8) return { do: "run-disbursement", minimum: "none" };
  return { do: "reverse", entry: anyOf(entries, roll)?.id, why: "posted-in-error" };
};

/** A ledger of odd ids and random commands, some dated back; what is refused is passed over. The same for the same seed. */
export const oddLedger = (seed: number, length = 60): Ledger => {
  const roll = dice(seed);
  let ledger = openLedger(lawOf("us-mt", MONTANA_CHOICES));
  let entries: readonly Entry[] = [];
  const attempt = (stated: Stated, day: number, at: number): void => {
    const id = `${oddId(roll(ODD_IDS.length))} ${at}`;
    const on = (days: number) => new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10);
    const postedAt = `${on(day)}T18:00:00Z`;
    const effectiveOn = on(Math.max(day - (roll(3) === 0 ? roll(20) : 0), 0));
    const recorded = record(ledger, command({ document: `${id} paper`, id, postedAt, effectiveOn, ...stated }));
    if (Result.isFailure(recorded)) return;
    ledger = recorded.success.ledger;
    entries = [...entries, ...recorded.success.entries];
  };
  opening.forEach((stated, at) => attempt(stated, 0, at));
  [0, 1, 2].forEach((order) => attempt({ effectiveOn: "2026-01-05", ...orderOf(order, roll) }, 0, 10 + order));
  for (let at = 0; at < length; at++) attempt(someCommand(entries, roll), 1 + at, 100 + at);
  return ledger;
};

/** What stands on each account of a ledger by its own reckoning: debits less credits, accounts of nothing left out. */
export const standingOf = (ledger: Ledger): ReadonlyMap<string, number> =>
  new Map(
    [...bookOf(ledger).accounts.values()]
      .filter(({ cents }) => cents !== 0)
      .map(({ id, isDebit, cents }) => [id, isDebit ? cents : -cents] as const),
  );
