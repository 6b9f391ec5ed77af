import { type ChainHead, entriesOf, type Entry } from "@victim-rights/restitution";
import { type Io, say, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";
import { allocatedBy, money, payeesIn, sharesInWords, waitingInWords } from "./entries-in-words.ts";
import type { Posted } from "./post-commands.ts";

/** What was posted, and the head of the journal since. */
export type Told = Posted & { readonly head: ChainHead };

/** Where it was posted, and for whom it is printed. */
export type Telling = { readonly journal: string; readonly json: boolean };

/** No more allocations are listed for a person; money that waits always is. */
const MOST_LISTED = 40;

/** Prints what was posted: ids and amounts, never a name or an address. */
export const printPosted = (io: Io, told: Told, { journal, json }: Telling): void => {
  if (json) return sayJson(io, inJson(told));
  const style = styleFor(io);
  const { entries, known, head } = told;
  say(io, style("bold", `${counted(entries.length, "entry", "entries")} posted to ${journal}`));
  for (const line of lines(told)) for (const part of wrap(`  ${line}`)) say(io, part);
  if (known.length > 0)
    for (const part of wrap(`  there already: ${known.map(({ id }) => id).join(", ")}`)) say(io, part);
  say(io, `head ${head.seq}:${head.hash}`);
};

const lines = (told: Told): readonly string[] => {
  const shared = sharesIn(told).filter(({ shares }) => shares.length > 0);
  const more = shared.length - MOST_LISTED;
  return [
    ...shared.slice(0, MOST_LISTED).map(({ entry, shares }) => `${entry.id}: ${sharesInWords(shares)}`),
    ...(more > 0 ? [`and ${counted(more, "allocation", "allocations")} more: see \`--json\``] : []),
    ...told.entries.flatMap(waitsLine),
  ];
};

const waitsLine = ({ id, waiting }: Entry): readonly string[] =>
  waiting === null ? [] : [`${id}: ${money(waiting.cents)} waits: ${waitingInWords(waiting)}`];

const sharesIn = ({ ledger, entries }: Told) => {
  const payees = payeesIn(entriesOf(ledger));
  return entries.map((entry) => ({ entry, shares: allocatedBy(entry, payees) }));
};

/** A number of things. */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

const inJson = (told: Told) => ({
  entries: sharesIn(told).map(({ entry: { seq, id, command, choices, waiting }, shares }) => ({
    seq,
    id,
    do: command.do,
    allocated: shares,
    choices,
    waiting,
  })),
  known: told.known.map(({ id }) => id),
  head: told.head,
});
