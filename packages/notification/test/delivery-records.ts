import { Instant, LocalTime, ZoneId } from "@victim-rights/core";
import {
  type ContactOption,
  ContactRef,
  DeliveryPolicy,
  foldEntries,
  type Obligation,
  OpenedEntry,
} from "../src/index.ts";
import { sampleOpening } from "../src/testing.ts";
import example from "./delivery-policy.json" with { type: "json" };

export const POLICY = DeliveryPolicy.parse(example);
export const CHICAGO = ZoneId.parse("America/Chicago");
export const calendar = { zone: CHICAGO };
export const at = (text: string): Instant => Instant.parse(text);
export const hours = (from: string, to: string) => ({ from: LocalTime.parse(from), to: LocalTime.parse(to) });

export const contact = (given: Partial<ContactOption> = {}): ContactOption => ({
  contact: ContactRef.parse("contact-1"),
  method: "phone",
  mayUse: true,
  leaveMessage: false,
  safeHours: [],
  zone: CHICAGO,
  checkedAt: at("2026-03-02T00:00:00Z"),
  ...given,
});

/** An obligation with a legal deadline or none, and in the law's words or none. */
export const owedBy = (
  by: string | null,
  symbolic: string | null = null,
  given: Partial<Obligation> = {},
): Obligation => {
  const entry = sampleOpening(1);
  const { terms } = entry;
  const [ground] = terms.grounds;
  const folded = foldEntries([
    OpenedEntry.parse({
      ...entry,
      at: "2026-01-01T00:00:00Z",
      terms: {
        ...terms,
        sendFrom: "2026-01-01T00:00:00Z",
        grounds: [{ ...ground, closes: by, symbolic }],
        deadline: { law: by === null ? null : { by, rules: ["xx-yy/notice/release"] }, policy: null },
      },
    }),
  ]);
  if (folded === null) throw new Error("an entry opens an obligation");
  return { ...folded, ...given } as Obligation;
};

export const tried = (...times: readonly string[]): Pick<Obligation, "attempts"> => ({
  attempts: times.map((time, index) => ({
    attempt: index + 1,
    method: "phone",
    contact: ContactRef.parse("contact-1"),
    at: at(time),
    outcome: "no-answer",
  })),
});
