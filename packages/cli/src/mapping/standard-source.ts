import { ContactMethod } from "@victim-rights/core";
import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { Source } from "./mapping.ts";
import { nearest } from "./nearest.ts";
import { EVENT_TARGETS, OFFENSE_TARGETS, REGISTRATION_TARGETS } from "./target.ts";

/** A file without a mapping, as its first line shows it. */
export type UnmappedFile = {
  readonly role: "events" | "registrations";
  readonly format: "csv" | "jsonl";
  readonly columns: readonly string[];
};

/** A column that is no field of ours, and the name that was perhaps meant. */
export type UnknownColumn = { readonly column: string; readonly near: string | null };

/** Makes the source of a file that already uses this library's own names for its columns or keys. */
export const standardSource = (file: UnmappedFile, law: Law): Result.Result<Source, readonly UnknownColumn[]> => {
  const { columns } = file;
  const kind = kindOf(file);
  const head = { kind, name: kind, match: { columns } };
  if (file.format === "jsonl")
    return Result.succeed(Source.parse({ ...head, format: { kind: "jsonl", native: true } }));
  const known = knownColumns(kind, law);
  const unknown = columns.filter((column) => !known.has(column));
  if (unknown.length > 0) return Result.fail(unknown.map((column) => ({ column, near: nearest(column, known) })));
  return Result.succeed(
    Source.parse({ ...head, format: { kind: "csv" }, key: ["id"], ...stampOf(columns), ...PARTS[kind](columns, law) }),
  );
};

type Kind = "events" | "offenses" | "registrations";

const kindOf = ({ role, columns }: UnmappedFile): Kind => {
  if (role === "registrations") return "registrations";
  return columns.includes("kind") ? "events" : "offenses";
};

const TARGETS = { events: EVENT_TARGETS, offenses: OFFENSE_TARGETS, registrations: REGISTRATION_TARGETS };

const ENVELOPE: Readonly<Record<Kind, readonly string[]>> = {
  events: ["id", "updatedAt", "occurred", "scheduled", "status"],
  offenses: ["id", "updatedAt"],
  registrations: ["id", "updatedAt", "doNotLeaveMessage"],
};

const channelColumns = (law: Law): readonly string[] => law.profile.channels.map(({ id }) => `channel.${id}`);
const contactColumns = ContactMethod.options.flatMap((method) => [`contact.${method}`, `contact.${method}.currency`]);

/** Every column that a file of this kind may have: our own fields, and facts by their names. */
const knownColumns = (kind: Kind, law: Law): ReadonlySet<string> =>
  new Set([
    ...ENVELOPE[kind],
    ...Object.keys(TARGETS[kind]),
    ...law.vocabulary.keys(),
    ...(kind === "registrations" ? [...channelColumns(law), ...contactColumns] : []),
  ]);

const stampOf = (columns: readonly string[]) =>
  columns.includes("updatedAt") ? { stamp: [{ column: "updatedAt", format: "instant" }] } : {};

const asFields = (columns: readonly string[], isWanted: (column: string) => boolean) =>
  Object.fromEntries(columns.filter(isWanted).map((column) => [column, { column }]));

const momentAt = (columns: readonly string[], column: "occurred" | "scheduled") =>
  columns.includes(column) ? { [column]: { column, format: "YYYY-MM-DD HH:MM" } } : {};

type Parts = (columns: readonly string[], law: Law) => Readonly<Record<string, unknown>>;

const eventParts: Parts = (columns, law) => ({
  fields: asFields(columns, (column) => column in EVENT_TARGETS),
  facts: asFields(columns, (column) => law.vocabulary.has(column)),
  ...momentAt(columns, "occurred"),
  ...momentAt(columns, "scheduled"),
  ...(columns.includes("status") ? { withdrawn: { column: "status", values: ["withdrawn"] } } : {}),
});

const offenseParts: Parts = (columns, law) => ({
  fields: asFields(columns, (column) => column in OFFENSE_TARGETS),
  categories: asFields(columns, (column) => law.vocabulary.has(column)),
});

const registrationParts: Parts = (columns, law) => ({
  fields: asFields(columns, (column) => column in REGISTRATION_TARGETS),
  facts: asFields(columns, (column) => law.vocabulary.has(column)),
  channels: law.profile.channels
    .filter(({ id }) => columns.includes(`channel.${id}`))
    .map(({ id }) => ({ channel: id, status: { column: `channel.${id}` } })),
  contacts: ContactMethod.options
    .filter((method) => columns.includes(`contact.${method}`))
    .map((method) => ({
      method,
      value: { columns: [`contact.${method}`] },
      ...(columns.includes(`contact.${method}.currency`) ? { currency: { column: `contact.${method}.currency` } } : {}),
    })),
  safeContact: columns.includes("doNotLeaveMessage") ? { doNotLeaveMessage: { column: "doNotLeaveMessage" } } : {},
});

const PARTS: Readonly<Record<Kind, Parts>> = {
  events: eventParts,
  offenses: offenseParts,
  registrations: registrationParts,
};
