import type {
  CaseNumber,
  ChannelRegistration,
  ChannelStatus,
  ContactCurrency,
  ContactPoint,
  Language,
  Registration,
  RegistrationId,
  SafeContact,
} from "@victim-rights/core";
import { channelFactName, type FactName } from "@victim-rights/rules";
import { compareText } from "./compare-text.ts";

/** Everything one person's registrations about one supervised person say together. */
export type Recipient = {
  readonly registrationIds: readonly RegistrationId[];
  /** The registrations by criminal case, with the channels and contacts of all: each case is decided on its own facts. */
  readonly cases: readonly {
    readonly caseNumber: CaseNumber | null;
    readonly registrations: readonly Registration[];
  }[];
  readonly contacts: readonly ContactPoint[];
  readonly safeContacts: readonly SafeContact[];
  readonly anonymous: boolean;
  readonly language: Language | null;
  /** Channel facts that two registrations answer differently and no date settles. */
  readonly contradictions: readonly FactName[];
  /** Rows that repeated another row exactly. */
  readonly duplicates: number;
};

/** Merges the registrations of one person about one supervised person. Their order changes nothing. */
export const mergeRegistrations = (rows: readonly Registration[]): Recipient => {
  const registrations = distinct(rows);
  const channels = mergeChannels(registrations.flatMap((each) => each.channels));
  const contacts = mergeContacts(registrations.flatMap((each) => each.contacts));
  const whole = registrations.map((each) => ({ ...each, channels: channels.merged, contacts: [...contacts] }));
  return {
    registrationIds: [...new Set(registrations.map(({ id }) => id))].toSorted(),
    cases: casesOf(whole),
    contacts,
    safeContacts: registrations.map(({ safeContact }) => safeContact),
    anonymous: registrations.some(({ wishesAnonymity }) => wishesAnonymity),
    language: onlyOne(registrations.flatMap(({ person }) => (person.language === null ? [] : [person.language]))),
    contradictions: channels.contradictions.map(channelFactName),
    duplicates: rows.length - registrations.length,
  };
};

/** How many of some rows repeat another exactly. */
export const duplicatesAmong = (rows: readonly Registration[]): number => rows.length - distinct(rows).length;

const distinct = (rows: readonly Registration[]): readonly Registration[] =>
  rows.length < 2
    ? rows
    : [...new Map(rows.map((row) => [JSON.stringify({ ...row, origin: null }), row]))]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([, row]) => row);

/** A registration that names no case joins the only case named, and stands alone beside several. */
const casesOf = (registrations: readonly Registration[]): Recipient["cases"] => {
  const named = new Set(registrations.flatMap(({ caseNumber }) => (caseNumber === null ? [] : [caseNumber])));
  const only = onlyOne([...named]);
  const groups = Map.groupBy(registrations, ({ caseNumber }) => caseNumber ?? only);
  return [...groups]
    .map(([caseNumber, grouped]) => ({ caseNumber, registrations: grouped }))
    .toSorted((a, b) => compareText(a.caseNumber ?? "", b.caseNumber ?? ""));
};

const onlyOne = <T>(values: readonly T[]): T | null => {
  const [first, ...others] = new Set(values);
  return first === undefined || others.length > 0 ? null : first;
};

type MergedChannels = { readonly merged: ChannelRegistration[]; readonly contradictions: readonly string[] };

const mergeChannels = (all: readonly ChannelRegistration[]): MergedChannels => {
  const groups = [...Map.groupBy(all, ({ channel }) => channel)].toSorted(([a], [b]) => compareText(a, b));
  const merged = groups.map(([channel, entries]) => ({ channel, since: null, status: statusOf(entries) }));
  return {
    merged: merged.map(({ status, ...rest }) => ({ ...rest, status: status ?? "unknown" })),
    contradictions: merged.filter(({ status }) => status === null).map(({ channel }) => channel),
  };
};

/** An active registration unlocks its channel, unless it was withdrawn later; `null` when no date says which came last. */
const statusOf = (entries: readonly ChannelRegistration[]): ChannelStatus | null => {
  const has = (status: ChannelStatus): boolean => entries.some((entry) => entry.status === status);
  if (!has("active") || !has("withdrawn")) return UNION.find(has) ?? "unknown";
  const decisive = entries.filter(({ status }) => status === "active" || status === "withdrawn");
  if (decisive.some(({ since }) => since === null)) return null;
  const latest = decisive
    .map(({ since }) => since ?? "")
    .toSorted()
    .at(-1);
  return onlyOne(decisive.filter(({ since }) => since === latest).map(({ status }) => status));
};

/** Which status of several stands; a row that does not know says nothing against one that does. */
const UNION: readonly ChannelStatus[] = ["active", "withdrawn", "pending", "none", "unknown"];

const mergeContacts = (all: readonly ContactPoint[]): readonly ContactPoint[] =>
  [...Map.groupBy(all, ({ method, value }) => `${method} ${value}`)]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => mergeContact(same));

/** What was confirmed last stands; where a row has no date, the more doubtful one does. */
const mergeContact = (same: readonly ContactPoint[]): readonly ContactPoint[] => {
  const latest = same.some(({ confirmedOn }) => confirmedOn === null)
    ? null
    : same
        .map(({ confirmedOn }) => confirmedOn ?? "")
        .toSorted()
        .at(-1);
  const decisive = latest === null ? same : same.filter(({ confirmedOn }) => confirmedOn === latest);
  const currency = DOUBTFUL_FIRST.find((each) => decisive.some((contact) => contact.currency === each)) ?? "unknown";
  const preference = same.reduce<number | null>(
    (least, each) => (each.preference === null ? least : Math.min(least ?? each.preference, each.preference)),
    null,
  );
  return decisive.slice(0, 1).map((contact) => ({ ...contact, currency, preference }));
};

const DOUBTFUL_FIRST: readonly ContactCurrency[] = ["returned", "stale", "unknown", "current"];
