import {
  balancePoints,
  type PayeeDebt,
  type PayeeEvent,
  type PayeeLine,
  type PayeeStatement,
} from "@victim-rights/restitution";
import { type Cell, columnsOf, happening, type StatementModel, type StatementSetting } from "./statement-model.ts";

/** A payee's statement as it is shown: of nobody else anything is in it. */
export const payeeModel = (statement: PayeeStatement, setting: StatementSetting): StatementModel => {
  const { payee, from, asOf, closing, debts } = statement;
  const sum = (cents: (debt: PayeeDebt) => number): number => debts.reduce((total, debt) => total + cents(debt), 0);
  return {
    state: setting.state,
    whose: "payee",
    id: payee.id,
    name: payee.name,
    from,
    asOf,
    knownOn: setting.knownOn,
    totals: [
      { label: "ordered for you", cents: sum(({ orderedCents }) => orderedCents) },
      { label: "sent to you", cents: sum(({ paidOutCents, paidOutsideCents }) => paidOutCents + paidOutsideCents) },
      { label: "held for you", cents: closing.payableCents + closing.unclaimedCents },
      { label: "still to be paid by those who owe it", cents: closing.outstandingCents },
    ],
    lines: {
      columns: columnsOf("Date", "Entry", "What happened", "$Still owed", "$Held for you", "$Not received yet"),
      rows: [...openingRow(statement), ...statement.lines.map((line) => lineRow(line, statement, setting))],
    },
    debts: {
      columns: columnsOf("Debt", "Cause", "$Ordered", "$Sent to you", "$Held for you", "$Still owed"),
      rows: debts.map(debtRow),
    },
    balance: { label: "not received yet", points: balancePoints(statement) },
  };
};

const openingRow = ({ from, opening }: PayeeStatement): readonly (readonly Cell[])[] =>
  from === null
    ? []
    : [
        [
          from,
          null,
          "brought forward",
          opening.outstandingCents,
          opening.payableCents + opening.unclaimedCents,
          opening.balanceCents,
        ],
      ];

const lineRow = (line: PayeeLine, { asOf }: PayeeStatement, { zone }: StatementSetting): readonly Cell[] => [
  line.on,
  String(line.seq),
  happening(WORDS[line.what], line, { asOf, zone }),
  line.after.outstandingCents,
  line.after.payableCents + line.after.unclaimedCents,
  line.after.balanceCents,
];

const debtRow = (debt: PayeeDebt): readonly Cell[] => [
  debt.obligation,
  debt.cause,
  debt.orderedCents,
  debt.paidOutCents + debt.paidOutsideCents,
  debt.payableCents + debt.unclaimedCents,
  debt.outstandingCents,
];

const WORDS: Readonly<Record<PayeeEvent, string>> = {
  ordered: "ordered by the court",
  "order-changed": "order changed by the court",
  collected: "collected for you",
  "paid-outside": "paid to you without the agency",
  "moved-between-causes": "moved between causes",
  "paid-out": "sent to you",
  "came-back": "came back to the agency",
  "to-be-sent-again": "to be sent again",
  "given-up-as-unclaimed": "handed over as unclaimed property",
};
