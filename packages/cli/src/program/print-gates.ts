import { formatCitation, type Source } from "@victim-rights/core";
import { type Io, say } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";
import type { GateResult } from "@victim-rights/restorative-justice";

const COLOUR = { pass: "green", indeterminate: "yellow", hold: "yellow", block: "red" } as const;

/** Prints what gates gave: each outcome, what would lift it, its rules with their sources, and what was looked at. */
export const printGates = (io: Io, gates: readonly GateResult[], sources: readonly Source[]): void => {
  const style = styleFor(io);
  for (const { gate, outcome, rules, lifts, inputs } of gates) {
    say(io, `  ${gate} ${style(COLOUR[outcome], outcome)}`);
    const lines = [
      ...lifts.map((lift) => `    would lift it: ${lift}`),
      ...rules.map(({ rule, edition, cites }) => `    ${rule} (${citesOf(cites, sources)}; edition ${edition})`),
      ...(inputs.length === 0 ? [] : [`    looked at: ${inputs.join(", ")}`]),
    ];
    for (const line of lines.flatMap(wrap)) say(io, line);
  }
};

const citesOf = (cites: GateResult["rules"][number]["cites"], sources: readonly Source[]): string =>
  [...new Set(cites.map((cite) => formatCitation(cite, sources)))].join("; ");
