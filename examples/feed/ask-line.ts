import { NOW, STATES } from "./day.ts";

/** The question that the demonstration ends with: the first state's law, on the day that was planned. */
export const ASK_ARGUMENTS: readonly string[] = [
  "ask",
  "notice",
  ...STATES.slice(0, 1).flatMap(({ jurisdiction }) => ["--jurisdiction", jurisdiction]),
  "--as-of",
  NOW.slice(0, 10),
];

/** What a newcomer types to be asked. */
export const ASK_LINE = `./node_modules/.bin/victim-rights ${ASK_ARGUMENTS.join(" ")}`;
