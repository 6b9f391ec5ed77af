import { formatCitation, type Source } from "@victim-rights/core";
import type {
  ChoiceTaken,
  EntryExplained,
  GroundTold,
  GroundToldToPayee,
  PartExplained,
  PayeeExplanation,
  PaymentExplained,
} from "@victim-rights/restitution";
import { type Io, say } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";
import { money, waitingInWords } from "./entries-in-words.ts";

/** Prints for staff what became of a payment, with the ground of every cent. */
export const printPaymentExplained = (io: Io, told: PaymentExplained, sources: readonly Source[]): void => {
  const { payment, entries, waiting, waitingCents } = told;
  say(
    io,
    styleFor(io)("bold", `${payment.id}: ${money(payment.cents)} from ${payment.obligor} on ${payment.effectiveOn}`),
  );
  const isBack = entries.some(({ does, reversedBy }) => does === "receive-payment" && reversedBy !== null);
  const lines = [
    ...entries.flatMap((each) => entryLines(each, sources)),
    ...(waiting === null || isBack ? [] : [`  ${money(waitingCents)} waits: ${waitingInWords(waiting)}`]),
  ];
  print(io, lines);
};

/** Prints for a payee why they got what they got. */
export const printPayeeExplanation = (io: Io, told: PayeeExplanation, sources: readonly Source[]): void => {
  const { payee, cents, on, what, isTakenBack, parts } = told;
  const did = what === "paid-out" ? "sent to" : "collected for";
  const back = isTakenBack ? "; it was taken back since" : "";
  say(io, styleFor(io)("bold", `${money(cents)} ${did} ${payee} on ${on}${back}`));
  print(io, [...parts.map((part) => partLine(part, sources)), ...choiceLines(parts.flatMap(({ choices }) => choices))]);
};

const print = (io: Io, lines: readonly string[]): void => {
  for (const line of lines) for (const part of wrap(line)) say(io, part);
};

const entryLines = (entry: EntryExplained, sources: readonly Source[]): readonly string[] => {
  const { entry: id, on, does, transfers, choices, reversedBy } = entry;
  // Debts are told with the money that pays them: the other half of the same step.
  const shown = transfers.filter(
    ({ debit, credit }) => !debit.startsWith("collected/") && !credit.startsWith("collected/"),
  );
  return [
    `  ${id} on ${on} (${does.replaceAll("-", " ")})${reversedBy === null ? "" : `, taken back by ${reversedBy}`}`,
    ...shown.flatMap(({ cents, debit, credit, payee, obligation, ground }) => [
      `    ${money(cents)} ${payee === null ? `from ${debit} to ${credit}` : `${credit.startsWith("payable/") ? "to" : "from"} ${payee} (${obligation ?? ""})`}: ${groundWords(ground, sources)}`,
    ]),
    ...choices.map((choice) => `    ${choiceWords(choice)}`),
  ];
};

const partLine = (
  { cause, cents, receivedOn, creditedOn, ground }: PartExplained,
  sources: readonly Source[],
): string => {
  const received = receivedOn === null ? "no money covers it yet" : `from money received on ${receivedOn}`;
  const credited = creditedOn === null || creditedOn === receivedOn ? "" : `, credited on ${creditedOn}`;
  return `  ${money(cents)} in ${cause}, ${received}${credited}: ${groundWords(ground, sources)}`;
};

/** A choice that several parts followed is told once. */
const choiceLines = (choices: readonly ChoiceTaken[]): readonly string[] =>
  [...new Set(choices.map(choiceWords))].map((words) => `  ${words}`);

const choiceWords = ({ choice, option, decidedBy, decidedOn }: ChoiceTaken): string =>
  `as the agency chose: ${choice} = ${option} (${decidedBy}, ${decidedOn})`;

const groundWords = (ground: GroundTold | GroundToldToPayee, sources: readonly Source[]): string =>
  ground.kind === "provision" ? provisionWords(ground, sources) : paperWords(ground);

type Grounds = GroundTold | GroundToldToPayee;
type ProvisionTold = Extract<Grounds, { readonly kind: "provision" }>;

const provisionWords = (
  { title, isPolicy, cites, verified, provision }: ProvisionTold,
  sources: readonly Source[],
): string => {
  const law = cites.map((cite) => formatCitation(cite, sources)).join("; ");
  return `${title}${isPolicy ? ", the agency's own practice" : ""} (${law}; ${verified.status} ${verified.on}; ${provision})`;
};

const paperWords = (ground: Exclude<Grounds, ProvisionTold>): string => {
  switch (ground.kind) {
    case "provision-not-in-file":
      return `\`${ground.provision}\`, which the state's file does not have any more`;
    case "order":
      return `as ordered in ${ground.order}`;
    case "document":
      return `as ${ground.document} says`;
    case "takes-back":
      return `takes back ${ground.entry}`;
    case "moved-between-causes":
      return `moved between causes on ${ground.on}`;
    case "not-covered-yet":
      return "sent out of money that bounced afterwards";
    case "paper":
      return "by a paper that the agency has on file";
  }
};
