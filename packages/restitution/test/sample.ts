import { type CaseNumber, type Cents, LocalDate } from "@victim-rights/core";
import type { Law, RuleId } from "@victim-rights/rules";
import { sampleLaw } from "@victim-rights/rules/testing";
import { AllocationFile, type Claim, type ClaimId } from "../src/index.ts";

export const DAY = LocalDate.parse("2026-11-22");

/** A state with one source of law, `sample-act`. */
export const sampleState: Pick<Law, "id" | "profile"> = sampleLaw([], {});

export const idOf = (name: string): RuleId => `xx-yy/restitution/${name}`;

/** A policy as a file writes it. */
export const policy = (name: string, distribute: object): Readonly<Record<string, unknown>> => ({
  id: idOf(name),
  title: name,
  cites: [{ source: "sample-act", at: "1" }],
  verified: { status: "read", on: "2026-11-22" },
  inForce: { from: "2020-01-01", until: null },
  reviewedOn: "2026-11-22",
  distribute,
});

/** A file whose first policy divides every payment. */
export const sampleFile = (
  policies: readonly Readonly<Record<string, unknown>>[],
  choices: readonly object[] = [],
): object => ({
  jurisdiction: "xx-yy",
  edition: "2025",
  interest: null,
  choices,
  policies,
  uses: [{ for: {}, policies: policies.slice(0, 1).map(({ id }) => id) }],
});

export const parsed = (...given: Parameters<typeof sampleFile>): AllocationFile =>
  AllocationFile.parse(sampleFile(...given));

/** A claim of one judgment, listed as its id ends. */
export const claim = (id: string, cents: number, more: Partial<Claim> = {}): Claim => ({
  id: id as ClaimId,
  class: "victim",
  cause: "DC-1" as CaseNumber,
  judgmentDate: LocalDate.parse("2024-01-31"),
  listed: Number(/\d+$/u.exec(id)?.[0] ?? 1),
  orderedCents: cents as Cents,
  owedCents: cents as Cents,
  ...more,
});
