import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import type { Json, JsonObject } from "../feed/json.ts";
import { type CompileContext, below, type Place } from "./compile-context.ts";
import { compileChannels, compileContacts } from "./compile-contacts.ts";
import { compileFacts } from "./compile-facts.ts";
import { compileFields, type FieldsReader } from "./compile-fields.ts";
import { compileKey, compileStamp, sortable } from "./compile-key.ts";
import type { RecordReader } from "./compile-offenses.ts";
import { compileSafeContact } from "./compile-safe-contact.ts";
import type { RegistrationSource } from "./mapping.ts";
import { REGISTRATION_TARGETS } from "./target.ts";

export const compileRegistrations = (
  source: RegistrationSource,
  index: number,
  context: CompileContext,
): RecordReader => {
  const place: Place = { context, path: `$.sources[${index}]` };
  const fields = compileFields(source, REGISTRATION_TARGETS, place);
  const parts = compileParts(source, fields, place);
  return (record, problems) => {
    const read = readParts(parts, record, problems);
    const { person, ...known } = readFields(fields, record, problems);
    const { key, stamp, supervisedPersonId, personId, ...lists } = read;
    if (problems.length > 0 || key === null || supervisedPersonId === null) return null;
    const head = {
      id: key,
      jurisdiction: context.jurisdiction,
      supervisedPersonId,
      person: { ...person, id: personId },
    };
    return {
      key,
      stamp: sortable(stamp),
      supervisedPersonId: String(supervisedPersonId),
      content: { ...head, ...known, ...lists },
    };
  };
};

const compileParts = (source: RegistrationSource, fields: Fields, place: Place) => ({
  key: compileKey(source, below(place, "key")),
  stamp: compileStamp(source.stamp, below(place, "stamp")),
  personId: fields.required("person.id"),
  supervisedPersonId: fields.required("supervisedPersonId"),
  channels: compileChannels(source.channels, below(place, "channels")),
  contacts: compileContacts(source.contacts, below(place, "contacts")),
  safeContact: compileSafeContact(source.safeContact, below(place, "safeContact")),
  facts: compileFacts(source.facts, below(place, "facts")),
});

const readParts = (parts: ReturnType<typeof compileParts>, record: FeedRecord, problems: CellProblem[]) => ({
  key: parts.key(record, problems),
  stamp: parts.stamp(record, problems),
  personId: parts.personId(record, problems),
  supervisedPersonId: parts.supervisedPersonId(record, problems),
  channels: parts.channels(record, problems),
  contacts: parts.contacts(record, problems),
  safeContact: parts.safeContact(record, problems),
  facts: parts.facts(record, problems),
});

type RegistrationField = keyof typeof REGISTRATION_TARGETS;
type Fields = FieldsReader<RegistrationField>;

const readFields = (fields: Fields, record: FeedRecord, problems: CellProblem[]) => {
  const value = (field: RegistrationField): Json => fields.value(field)(record, problems);
  return {
    person: {
      kind: value("person.kind"),
      name: value("person.name"),
      birthDate: value("person.birthDate"),
      language: value("person.language"),
    },
    caseNumber: value("caseNumber"),
    relation: value("relation"),
    directVictim: group(value, "directVictim", [
      "birthDate",
      "minor",
      "incompetent",
      "incapacitated",
      "deceased",
      "homicideVictim",
    ]),
    harm: group(value, "harm", [
      "directness",
      "bodilyInjury",
      "threatOfBodilyInjury",
      "emotional",
      "financial",
      "propertyLoss",
      "death",
    ]),
    // The registry's record of a wish: a blank is no wish recorded, not an unknown fact of law.
    wishesAnonymity: value("wishesAnonymity") ?? false,
  };
};

const group = (
  value: (field: RegistrationField) => Json,
  prefix: "directVictim" | "harm",
  names: readonly string[],
): JsonObject => Object.fromEntries(names.map((name) => [name, value(`${prefix}.${name}` as RegistrationField)]));
