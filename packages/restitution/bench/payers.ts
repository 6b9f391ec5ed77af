import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CaseNumber, type Cents, LocalDate } from "@victim-rights/core";
import type { AllocationChoices, Payment } from "../src/allocation/allocation.ts";
import { AllocationFile } from "../src/allocation/allocation-file.ts";
import { type Claim, ClaimId } from "../src/allocation/claim.ts";
import type { ChoiceId } from "../src/allocation/distribution.ts";

/** A payer to divide payments of, again and again. */
export type Payer = {
  readonly name: string;
  readonly file: AllocationFile;
  readonly choices: Required<Pick<AllocationChoices, "choices">>;
  readonly kind: Payment["kind"];
  readonly claims: readonly Claim[];
};

const RULES = join(import.meta.dirname, "../../../rules");
const fileOf = (state: string): AllocationFile =>
  AllocationFile.parse(JSON.parse(readFileSync(join(RULES, state, "restitution.json"), "utf8")));

const claim = (listed: number, of: Claim["class"], cents: number): Claim => ({
  id: ClaimId.parse(`debt-${listed}`),
  class: of,
  cause: CaseNumber.parse("DC-2024-17"),
  judgmentDate: LocalDate.parse("2024-01-31"),
  listed,
  orderedCents: cents as Cents,
  owedCents: cents as Cents,
});

const choosing = (choices: Readonly<Record<string, string>>): Payer["choices"] => ({
  choices: new Map<ChoiceId, ChoiceId>(Object.entries(choices)),
});

const MISSISSIPPI = {
  file: fileOf("us-ms"),
  choices: choosing({ "among-restitution-claims": "in-proportion" }),
  kind: { purpose: "any-debt", from: "payer", grade: "felony" },
} as const;

/** The payers whose payments are timed. */
export const PAYERS: readonly Payer[] = [
  {
    name: "Mississippi, court payments: a court cost, two victims, a fine",
    ...MISSISSIPPI,
    claims: [
      claim(1, "court-cost", 2_500),
      claim(2, "victim", 180_000),
      claim(3, "victim", 95_000),
      claim(4, "fine", 50_000),
    ],
  },
  {
    name: "Montana, a felony whose judgment is silent: two large victims, the programme",
    file: fileOf("us-mt"),
    choices: choosing({
      "earlier-judgment-or-individuals-first": "earlier-judgment-first",
      "five-hundred-ordered-or-remaining": "ordered",
    }),
    kind: { purpose: "restitution", from: "payer", grade: "felony" },
    claims: [claim(1, "victim", 180_000), claim(2, "victim", 95_000), claim(3, "compensation-programme", 80_000)],
  },
  { name: "Mississippi, court payments: one victim alone", ...MISSISSIPPI, claims: [claim(1, "victim", 180_000)] },
];
