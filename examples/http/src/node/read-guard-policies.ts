import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type GuardPolicies, guardPoliciesFrom } from "../feeds/guard-policies.ts";

/** The guard policies of the demonstration: numbers that nobody has decided, made up to try the service out. */
const DEMONSTRATION = join(import.meta.dirname, "..", "..", "seed", "guard-policies.json");

/** Where an agency's guard policies are, and whether those of the demonstration stand in where it gives none. */
export type PoliciesWanted = { readonly file: string | null; readonly seed: boolean };

/**
 * Reads the guard policies that a file lists, one for each state. Without a file there are none, and every change that a feed
 * brings is held until a person has looked.
 * @throws what is wrong with the file: a service that would hold or send by mistake does not start.
 */
export const readGuardPolicies = ({ file, seed }: PoliciesWanted): GuardPolicies => {
  const path = file ?? (seed ? DEMONSTRATION : null);
  return guardPoliciesFrom(path === null ? [] : (JSON.parse(readFileSync(path, "utf8")) as readonly unknown[]));
};
