import { describe, expect, test } from "vitest";
import { registration } from "../test/records.ts";
import { mergeRegistrations } from "./merge-registrations.ts";

const channel = (status: string, since: string | null = null): unknown => ({ channel: "corrections", status, since });
const statusOf = (...entries: readonly unknown[]) => {
  const { cases, contradictions } = mergeRegistrations(
    entries.map((entry, index) => registration({ id: `R${index}`, channels: [entry] })),
  );
  return { status: cases[0]?.registrations[0]?.channels[0]?.status, contradictions };
};
const contact = (given: Readonly<Record<string, unknown>>): unknown => ({
  method: "email",
  value: "a@example.org",
  currency: "current",
  confirmedOn: null,
  preference: null,
  ...given,
});
const contactsOf = (...entries: readonly unknown[]) =>
  mergeRegistrations(entries.map((entry, index) => registration({ id: `R${index}`, contacts: [entry] }))).contacts;

describe("mergeRegistrations", () => {
  test("a channel active in one registration is active", () => {
    expect(statusOf(channel("none"), channel("active"))).toEqual({ status: "active", contradictions: [] });
    expect(statusOf(channel("unknown"), channel("pending"))).toEqual({ status: "pending", contradictions: [] });
    expect(statusOf(channel("unknown"))).toEqual({ status: "unknown", contradictions: [] });
  });

  test("of an active and a withdrawn one, the later stands", () => {
    expect(statusOf(channel("active", "2020-01-01"), channel("withdrawn", "2024-05-01")).status).toBe("withdrawn");
    expect(statusOf(channel("active", "2024-06-01"), channel("withdrawn", "2024-05-01")).status).toBe("active");
  });

  test("without a date to tell, or on the same day, neither stands", () => {
    const contradiction = { status: "unknown", contradictions: ["registration.corrections"] };
    expect(statusOf(channel("active"), channel("withdrawn", "2024-05-01"))).toEqual(contradiction);
    expect(statusOf(channel("active", "2024-05-01"), channel("withdrawn", "2024-05-01"))).toEqual(contradiction);
  });

  test("of one contact point in two rows, what was confirmed last stands", () => {
    const merged = contactsOf(
      contact({ confirmedOn: "2024-01-01", preference: 2 }),
      contact({ currency: "returned", confirmedOn: "2025-01-01", preference: 1 }),
    );
    expect(merged).toMatchObject([{ currency: "returned", preference: 1 }]);
  });

  test("without dates, the more doubtful stands", () => {
    expect(contactsOf(contact({}), contact({ currency: "stale", confirmedOn: "2020-01-01" }))).toMatchObject([
      { currency: "stale" },
    ]);
  });

  test("one wish for anonymity is enough, and a language must agree", () => {
    const english = registration();
    const spanish = registration({ id: "R2", wishesAnonymity: true, person: { ...english.person, language: "es" } });
    expect(mergeRegistrations([english, spanish])).toMatchObject({ anonymous: true, language: null });
    expect(mergeRegistrations([spanish])).toMatchObject({ language: "es" });
  });

  test("a registration that names no case joins the only case, and stands alone beside two", () => {
    const rows = [registration({ caseNumber: "C1" }), registration({ id: "R2", caseNumber: null })];
    expect(mergeRegistrations(rows).cases.map(({ caseNumber }) => caseNumber)).toEqual(["C1"]);
    expect(
      mergeRegistrations([...rows, registration({ id: "R3", caseNumber: "C2" })]).cases.map(
        ({ caseNumber }) => caseNumber,
      ),
    ).toEqual([null, "C1", "C2"]);
  });

  test("rows that repeat each other count once, wherever they came from", () => {
    expect(mergeRegistrations([registration(), registration({ origin: { file: "b.csv", row: 2 } })])).toMatchObject({
      registrationIds: ["R1"],
      duplicates: 1,
    });
  });
});
