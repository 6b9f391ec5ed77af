import {
  balancePoints,
  type ObligorDebt,
  type ObligorEvent,
  type ObligorLine,
  type ObligorStatement,
} from "@victim-rights/restitution";
import { type Cell, columnsOf, happening, type StatementModel, type StatementSetting } from "./statement-model.ts";

/** An obligor's statement as it is shown: no payee's name, address or id is in it. */
export const obligorModel = (statement: ObligorStatement, setting: StatementSetting): StatementModel => {
  const { obligor, from, asOf, closing, debts } = statement;
  const sum = (cents: (debt: ObligorDebt) => number): number => debts.reduce((total, debt) => total + cents(debt), 0);
  return {
    state: setting.state,
    whose: "obligor",
    id: obligor.id,
    name: obligor.name,
    from,
    asOf,
    knownOn: setting.knownOn,
    totals: [
      { label: "ordered", cents: sum(({ orderedCents }) => orderedCents) },
      { label: "collected from you", cents: sum(({ collectedFromObligorCents }) => collectedFromObligorCents) },
      { label: "still owed by you", cents: closing.owedCents },
      { label: "of your payments, not divided yet", cents: closing.waitingCents },
    ],
    lines: {
      columns: columnsOf("Date", "Entry", "What happened", "$You paid", "$Waiting", "$You still owe"),
      rows: [...openingRow(statement), ...statement.lines.map((line) => lineRow(line, statement, setting))],
    },
    debts: {
      columns: columnsOf("Debt", "Cause", "$Ordered", "$Collected from all", "$From you", "$You still owe"),
      rows: debts.map(debtRow),
    },
    balance: { label: "still owed by you", points: balancePoints(statement) },
  };
};

const openingRow = ({ from, opening }: ObligorStatement): readonly (readonly Cell[])[] =>
  from === null ? [] : [[from, null, "brought forward", null, opening.waitingCents, opening.owedCents]];

const lineRow = (line: ObligorLine, { asOf }: ObligorStatement, { zone }: StatementSetting): readonly Cell[] => [
  line.on,
  String(line.seq),
  happening(wordsOf(line), line, { asOf, zone }),
  line.amountCents,
  line.after.waitingCents,
  line.after.owedCents,
];

const wordsOf = ({ what, by, receipt }: ObligorLine): string => {
  const words = by === "another" ? `${WORDS[what]} by another who owes it too` : WORDS[what];
  return receipt === null ? words : `${words} (${receipt})`;
};

const debtRow = (debt: ObligorDebt): readonly Cell[] => [
  `${debt.order}, line ${debt.listed}: ${debt.class.replaceAll("-", " ")}`,
  debt.cause,
  debt.orderedCents,
  debt.collectedCents,
  debt.collectedFromObligorCents,
  debt.owedCents,
];

const WORDS: Readonly<Record<ObligorEvent, string>> = {
  ordered: "ordered by the court",
  "fee-assessed": "fee assessed",
  "order-changed": "order changed by the court",
  paid: "payment received",
  "waiting-money-divided": "waiting money divided",
  refunded: "refunded",
  "paid-outside": "paid without the agency",
  "moved-between-causes": "moved between causes",
};
