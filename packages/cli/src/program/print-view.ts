import { type Io, say } from "../io/io.ts";
import { wrap } from "../io/wrap.ts";

/** Prints a side's view, all of it and nothing beside: one line for each of its parts. */
export const printView = (io: Io, view: object): void => {
  for (const [name, value] of Object.entries(view))
    for (const line of wrap(`${nameOf(name)}: ${wordsOf(value)}`)) say(io, line);
};

const nameOf = (key: string): string => key.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

const wordsOf = (value: unknown): string => {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(wordsOf).join(", ");
  if (typeof value !== "object") return typeof value === "string" ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([key, part]) => (key === "kind" ? wordsOf(part) : `${nameOf(key)} ${wordsOf(part)}`))
    .join(" ");
};
