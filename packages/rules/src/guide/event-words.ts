import { listInWords, plainName } from "../explain/fact-words.ts";
import type { RuleEvent } from "../file/rule-file.ts";

/** One thing that follows from a rule: `who must tell`, and `the parole board`. */
export type EventLine = { readonly label: string; readonly text: string };

/** What follows from a rule, for any event: each parameter by its name, with its value as far as words go. */
export const eventInPlainWords = ({ params }: RuleEvent): readonly EventLine[] =>
  Object.entries(params).map(([name, value]) => ({ label: keyInWords(name), text: paramInWords(value) }));

const keyInWords = (name: string): string =>
  plainName(name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`));

type Param = RuleEvent["params"][string];

const paramInWords = (value: Param): string => {
  if (value === null) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none named" : listInWords(value.map(paramInWords), "and");
  return typeof value === "object" ? objectInWords(value) : nameInWords(String(value));
};

const objectInWords = (value: Readonly<Record<string, Param>>): string =>
  Object.entries(value)
    .map(([name, part]) => `${keyInWords(name)}: ${paramInWords(part)}`)
    .join("; ");

/** A sentence keeps its hyphens; a name in kebab case becomes words. */
const nameInWords = (text: string): string => (/^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(text) ? plainName(text) : text);
