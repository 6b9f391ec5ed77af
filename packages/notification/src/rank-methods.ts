import type { ContactMethod, ContactPoint, SafeContact } from "@victim-rights/core";
import { compareText } from "./compare-text.ts";
import type { ServiceMethod } from "./duty.ts";
import type { RankedMethod } from "./notice-plan.ts";

/** Why no contact point can be used. */
type NoMethod = "no-current-contact" | "no-safe-method";

/** The ways to reach a person that are current and safe, best first, and what could not be used. */
export type MethodRanking = {
  readonly methods: readonly RankedMethod[];
  readonly none: NoMethod | null;
  /** What the law names when none of the usable contact points serves it. */
  readonly problem: string | null;
  readonly notes: readonly string[];
};

export type MethodsWanted = {
  readonly contacts: readonly ContactPoint[];
  /** One per registration: the strictest wish stands. */
  readonly safeContacts: readonly SafeContact[];
  /** Methods the law lets the duty be done by, in the law's order; empty when it names none. */
  readonly legal: readonly ServiceMethod[];
};

/** Ranks the ways to reach a person: their own order first, never a method they ruled out, never one not known to reach them. */
export const rankMethods = ({ contacts, safeContacts, legal }: MethodsWanted): MethodRanking => {
  const current = contacts.filter(({ currency }) => currency === "current");
  const safe = current.filter(({ method }) => !isRuledOut(method, safeContacts));
  const methods = safe
    .map((contact) => ({ contact, ranked: rank(contact, { legal, safeContacts }) }))
    .toSorted(compare)
    .map(({ ranked }) => ranked);
  return {
    methods,
    none: noMethod(current, safe),
    problem: problemOf(methods, legal),
    notes: [...currencyNotes(contacts), ...safetyNotes(current, safe, safeContacts)],
  };
};

/** The service methods a contact point can serve. A text message is named by no law read so far. */
const SERVES: Readonly<Record<ContactMethod, readonly ServiceMethod[]>> = {
  postal: ["certified-mail", "mail", "in-writing"],
  email: ["email", "in-writing"],
  phone: ["phone"],
  sms: [],
  "automated-system": ["automated-system"],
  "in-person": ["in-person"],
};

const SPOKEN: readonly ContactMethod[] = ["phone", "sms", "automated-system"];

/** A text message is itself a message left behind. */
const isRuledOut = (method: ContactMethod, safeContacts: readonly SafeContact[]): boolean =>
  safeContacts.some(
    ({ neverUse, doNotLeaveMessage }) => neverUse.includes(method) || (method === "sms" && doNotLeaveMessage),
  );

const noMethod = (current: readonly ContactPoint[], safe: readonly ContactPoint[]): NoMethod | null => {
  if (current.length === 0) return "no-current-contact";
  return safe.length === 0 ? "no-safe-method" : null;
};

type Limits = { readonly legal: readonly ServiceMethod[]; readonly safeContacts: readonly SafeContact[] };

const rank = ({ method, value, preference }: ContactPoint, { legal, safeContacts }: Limits): RankedMethod => {
  const served = legal.find((each) => SERVES[method].includes(each)) ?? null;
  const spoken = SPOKEN.includes(method);
  const leaveMessage = spoken && !safeContacts.some(({ doNotLeaveMessage }) => doNotLeaveMessage);
  const why = [
    preference === null ? "no preference stated" : `the person's choice number ${preference}`,
    servedWords(served, legal),
    ...(spoken && !leaveMessage ? ["leave no message"] : []),
    ...(spoken ? hourWords(safeContacts) : []),
  ];
  return { method, value, legal: served, leaveMessage, why: why.join("; ") };
};

const servedWords = (served: ServiceMethod | null, legal: readonly ServiceMethod[]): string => {
  if (legal.length === 0) return "the law names no method";
  return served === null ? "not a method the law names" : `serves as ${served}`;
};

const hourWords = (safeContacts: readonly SafeContact[]): readonly string[] => [
  ...new Set(
    safeContacts
      .filter(({ hours }) => hours.length > 0)
      .map(({ hours }) => `only ${hours.map(({ from, to }) => `${from}-${to}`).join(" or ")} in the person's zone`),
  ),
];

type Candidate = { readonly contact: ContactPoint; readonly ranked: RankedMethod };

/** The person's order, then methods the law names, then a fixed order so that input order changes nothing. */
const compare = (a: Candidate, b: Candidate): number =>
  (a.contact.preference ?? Infinity) - (b.contact.preference ?? Infinity) ||
  Number(a.ranked.legal === null) - Number(b.ranked.legal === null) ||
  compareText(`${a.contact.method} ${a.contact.value}`, `${b.contact.method} ${b.contact.value}`);

const problemOf = (methods: readonly RankedMethod[], legal: readonly ServiceMethod[]): string | null => {
  if (legal.length === 0 || methods.some((each) => each.legal !== null)) return null;
  return `the law names ${legal.join(", ")}; no usable contact point serves it`;
};

const currencyNotes = (contacts: readonly ContactPoint[]): readonly string[] =>
  (["unknown", "returned", "stale"] as const).flatMap((currency) => {
    const methods = [
      ...new Set(contacts.filter((contact) => contact.currency === currency).map(({ method }) => method)),
    ].toSorted();
    const how = currency === "unknown" ? "nobody has confirmed that it is current" : `it is ${currency}`;
    return methods.map((method) => `${method} not used: ${how}`);
  });

const safetyNotes = (
  current: readonly ContactPoint[],
  safe: readonly ContactPoint[],
  safeContacts: readonly SafeContact[],
): readonly string[] => {
  const ruledOut = new Set(current.filter((contact) => !safe.includes(contact)).map(({ method }) => method));
  const alternate = safeContacts.some((each) => each.alternate !== null);
  return [
    ...[...ruledOut].toSorted().map((method) => `${method} not used: the person has said it is not safe`),
    ...(alternate ? ["an alternate through whom contact is safe is on file"] : []),
  ];
};
