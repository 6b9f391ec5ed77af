import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Instant, ZoneId } from "@victim-rights/core";
import { JurisdictionFile } from "@victim-rights/rules";
import * as Result from "effect/Result";
import {
  AgencyPolicy,
  Command,
  type Entry,
  type Ledger,
  type LedgerLaw,
  loadAllocation,
  openLedger,
  record,
} from "../../src/index.ts";

const ROOT = join(import.meta.dirname, "../../../../rules");
const read = (state: string, file: string): string => readFileSync(join(ROOT, state, file), "utf8");

/** A state's law as shipped, with the choices of a sample agency. */
export const lawOf = (state: string, choices: Readonly<Record<string, string>> = {}): LedgerLaw => {
  const profile = JurisdictionFile.parse(JSON.parse(read(state, "jurisdiction.json")));
  const decided = { decidedBy: "restitution officer", decidedOn: "2026-01-02" };
  return {
    file: Result.getOrThrow(loadAllocation(read(state, "restitution.json"), { id: profile.id, profile })),
    policy: AgencyPolicy.parse({
      jurisdiction: state,
      choices: Object.entries(choices).map(([choice, option]) => ({ choice, option, ...decided })),
    }),
    zone: ZoneId.parse("America/Denver"),
  };
};

/** The choices that a Montana agency may have recorded. */
export const MONTANA_CHOICES = {
  "earlier-judgment-or-individuals-first": "earlier-judgment-first",
  "five-hundred-ordered-or-remaining": "ordered",
  "small-and-large-together": "small-first",
  "exactly-five-hundred": "as-over",
  "judgments-of-one-date": "as-one",
  "how-agencies-share": "in-proportion",
};

let count = 0;

/** A command as a caller writes it; what is left out is stated for it. */
export const command = (stated: Readonly<Record<string, unknown> & { effectiveOn?: string }>): Command => {
  count += 1;
  const effectiveOn = stated.effectiveOn ?? "2026-03-02";
  return Command.parse({
    id: `c-${count}`,
    document: `paper ${count}`,
    effectiveOn,
    postedAt: Instant.parse(`${effectiveOn}T18:00:00Z`),
    ...stated,
  });
};

/** A ledger with two victims, an insurer, a programme, and two who owe them together. */
export const sampleLedger = (law: LedgerLaw = lawOf("us-mt", MONTANA_CHOICES)): Ledger =>
  after(openLedger(law), ...OPENING);

const payee = (id: string, kind: string) => ({
  do: "open-payee",
  payee: id,
  kind,
  name: `Payee ${id}`,
  address: `1 ${id} Street`,
});

export const OPENING: readonly Readonly<Record<string, unknown>>[] = [
  payee("ann", "natural-person"),
  payee("ben", "natural-person"),
  payee("programme", "compensation-programme"),
  payee("insurer", "insurer"),
  { do: "open-obligor", obligor: "first", name: "First Obligor" },
  { do: "open-obligor", obligor: "second", name: "Second Obligor" },
  {
    do: "enter-order",
    id: "order-1-entered",
    order: "order-1",
    cause: "DC-25-1",
    grade: "felony",
    obligations: [
      owed("ann-1", "victim", "ann", 200_000),
      owed("ben-1", "victim", "ben", 100_000),
      owed("programme-1", "compensation-programme", "programme", 50_000),
      owed("insurer-1", "insurer", "insurer", 75_000),
    ],
  },
].map((stated) => ({ effectiveOn: "2026-01-05", ...stated }));

function owed(id: string, own: string, payee_: string, cents: number): Readonly<Record<string, unknown>> {
  return {
    id,
    class: own,
    payee: payee_,
    cents,
    bound: [
      { obligor: "first", capCents: null },
      { obligor: "second", capCents: null },
    ],
  };
}

/** A ledger after further commands; a command that is refused throws. */
export const after = (ledger: Ledger, ...commands: readonly Readonly<Record<string, unknown>>[]): Ledger =>
  commands.reduce<Ledger>((sofar, stated) => Result.getOrThrow(record(sofar, command(stated))).ledger, ledger);

/** The last entry that a command makes. */
export const lastEntry = (ledger: Ledger, stated: Readonly<Record<string, unknown>>): Entry => {
  const { entries } = Result.getOrThrow(record(ledger, command(stated)));
  const entry = entries.at(-1);
  if (entry === undefined) throw new Error("the command made no entry");
  return entry;
};

/** A payment to the sample agency. */
export const payment = (
  cents: number,
  stated: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  do: "receive-payment",
  obligor: "first",
  cents,
  currency: "USD",
  purpose: "restitution",
  from: "payer",
  grade: "felony",
  ...stated,
});
