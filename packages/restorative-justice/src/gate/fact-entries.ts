import { UNCERTAIN } from "@victim-rights/rules";
import { conductEntries } from "./conduct-entries.ts";
import { consentEntries } from "./consent-entries.ts";
import type { FactEntry, GateInput } from "./fact-entry.ts";
import type { Statement } from "./gate-papers.ts";
import { peopleEntries } from "./people-entries.ts";
import { requestEntries } from "./request-entries.ts";
import { ipvGateOf, screeningEntries } from "./screening-entries.ts";

/** Every fact that the gates read, by name. What is read off the records wins over what anybody states. */
export const factEntries = (
  input: GateInput,
  statable: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, FactEntry> => {
  const screened = ipvGateOf(input);
  const entries = [
    ...input.facts.papers.statements.filter(({ fact, at }) => statable.has(fact) && at <= input.at).map(stated),
    ...requestEntries(input),
    ...consentEntries(input),
    ...conductEntries(input),
    ...screeningEntries(input, screened),
    ...peopleEntries(input, screened),
  ];
  return new Map(entries.map((entry) => [entry.fact, entry]));
};

const stated = ({ fact, value, paper, by }: Statement): FactEntry => ({
  fact,
  value: value ?? UNCERTAIN,
  inputs: [paper, by],
});
