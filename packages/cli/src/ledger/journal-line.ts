import type { Entry, EntryHash } from "@victim-rights/restitution";

/**
 * A line of a journal, taken apart: the entry's text, the hash that seals it, and whether the line after it was written
 * together with it. Lines that were written together count together or not at all.
 */
export type JournalLine = { readonly text: string; readonly hash: EntryHash; readonly goesOn: boolean };

const START = `{"entry":`;
const HASH = `,"hash":"`;
const END = `"}`;
const GOES_ON = `","more":true}`;
const HASH_LENGTH = 64;

/** Writes a line, its ending included. */
export const formatLine = ({ text, hash, goesOn }: JournalLine): string =>
  `${START}${text}${HASH}${hash}${goesOn ? GOES_ON : END}\n`;

/** Takes a line apart; `null` when it has not the form of one. The entry's text is not looked at, and neither is the hash. */
export const readLine = (line: string): JournalLine | null => {
  const goesOn = line.endsWith(GOES_ON);
  const hashAt = line.length - (goesOn ? GOES_ON : END).length - HASH_LENGTH;
  const textEnd = hashAt - HASH.length;
  if (textEnd < START.length || !line.startsWith(START) || !line.startsWith(HASH, textEnd)) return null;
  if (!goesOn && !line.endsWith(END)) return null;
  return {
    text: line.slice(START.length, textEnd),
    hash: line.slice(hashAt, hashAt + HASH_LENGTH) as EntryHash,
    goesOn,
  };
};

/** Whether a line was begun and never finished, though somebody, such as an editor, has ended it since. */
export const isCutOff = (line: string): boolean =>
  !line.endsWith("}") && (line.startsWith(START) || START.startsWith(line)) && !/"hash":"[0-9a-f]{64}/u.test(line);

/** An entry from its text, as far as the folding of entries relies on it; `null` for anything else. */
export const parseEntry = (text: string): Entry | null => {
  try {
    const entry: unknown = JSON.parse(text);
    return isObject(entry) && hasShape(entry) ? (entry as Entry) : null;
  } catch {
    return null;
  }
};

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A million entries are looked at in a moment: what each says in detail is for `ledger verify`. */
const hasShape = ({ id, command, transfers }: JsonObject): boolean =>
  typeof id === "string" &&
  isObject(command) &&
  isStated(command) &&
  Array.isArray(transfers) &&
  transfers.every(moves);

const isStated = (command: JsonObject): boolean =>
  typeof command["id"] === "string" &&
  typeof command["do"] === "string" &&
  typeof command["postedAt"] === "string" &&
  typeof command["effectiveOn"] === "string";

const moves = (transfer: unknown): boolean =>
  isObject(transfer) &&
  typeof transfer["debit"] === "string" &&
  typeof transfer["credit"] === "string" &&
  Number.isSafeInteger(transfer["cents"]) &&
  (transfer["cents"] as number) > 0;
