import { OpenedEntry } from "@victim-rights/notification";
import { opening } from "../world.ts";

/** A notice that the law wants promptly: every telephone is tried at once, until somebody confirms. */
export const promptOpening = (number: number): OpenedEntry => {
  const entry = opening(number);
  const grounds = entry.terms.grounds.map((ground) => ({ ...ground, closes: null, symbolic: "promptly" }));
  return OpenedEntry.parse({ ...entry, terms: { ...entry.terms, grounds, deadline: { law: null, policy: null } } });
};
