import { NOTICE_OWED, NoticeDuty, type NoticeWindow, type ServiceMethod } from "@victim-rights/notification";
import type { RuleEvent } from "@victim-rights/rules";
import { type EventLine, eventInPlainWords } from "@victim-rights/rules/authoring";
import { type Capacity, VICTIM, VictimGround } from "@victim-rights/victim-definition";
import { valueInWords } from "../diff/value-words.ts";
import { IF_MISSED, plain } from "../report/plain-words.ts";

/** What follows from a rule as an advocate would say it; an event that no package of ours knows is told by its parameters. */
export const eventInWords = (event: RuleEvent): readonly EventLine[] => {
  const duty = event.type === NOTICE_OWED ? NoticeDuty.safeParse(event.params) : null;
  if (duty?.success === true) return dutyLines(duty.data);
  const ground = event.type === VICTIM ? VictimGround.safeParse(event.params) : null;
  return ground?.success === true ? groundLines(ground.data) : eventInPlainWords(event);
};

const dutyLines = (duty: NoticeDuty): readonly EventLine[] => [
  { label: "who must tell", text: anyOf(duty.dutyBearers.map((bearer) => `the ${plain(bearer)}`)) },
  { label: "by when", text: whenOf(duty.window) },
  ...duty.otherReadings.map(({ reading, window }) => ({
    label: "by when on another reading",
    text: `${whenOf(window)}. ${reading}`,
  })),
  { label: "how", text: howOf(duty) },
  { label: "what must be told", text: duty.content.map(plain).join(", ") },
  ...(duty.rights.length === 0
    ? []
    : [{ label: "rights that must be stated", text: duty.rights.map(plain).join(", ") }]),
  { label: "remedy", text: IF_MISSED[duty.ifMissed] },
];

const whenOf = (window: NoticeWindow): string => valueInWords(window);

const howOf = ({ methods, automatedSystemSatisfies }: NoticeDuty): string => {
  const named = methods.map((method) => METHODS[method]);
  const ways = named.length === 0 ? "the law names no method" : `by ${anyOf(named)}`;
  return automatedSystemSatisfies ? `${ways}; telling by the automated system is enough` : ways;
};

/** `a`, `a or b`, `a, b or c`. */
const anyOf = (items: readonly string[]): string => items.join(", ").replace(/, (?<last>[^,]*)$/u, " or $<last>");

const METHODS: Readonly<Record<ServiceMethod, string>> = {
  "automated-system": "the automated system",
  "certified-mail": "certified mail",
  mail: "mail",
  email: "email",
  phone: "telephone",
  "in-writing": "writing",
  "in-person": "telling the person face to face",
};

const groundLines = ({ capacity, ground }: VictimGround): readonly EventLine[] => [
  { label: "the person counts", text: CAPACITIES[capacity] },
  { label: "ground", text: plain(ground) },
];

const CAPACITIES: Readonly<Record<Capacity, string>> = {
  own: "in their own right",
  derivative: "through harm to another person",
  representative: "to act for another person",
};
