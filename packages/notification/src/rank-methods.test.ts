import { ContactPoint, SafeContact } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import { rankMethods } from "./rank-methods.ts";

const point = (method: string, given: Partial<Record<keyof ContactPoint, unknown>> = {}): ContactPoint =>
  ContactPoint.parse({
    method,
    value: `${method}-1`,
    currency: "current",
    confirmedOn: null,
    preference: null,
    ...given,
  });
const safe = (given: Partial<Record<keyof SafeContact, unknown>> = {}): SafeContact =>
  SafeContact.parse({ hours: [], doNotLeaveMessage: false, neverUse: [], alternate: null, ...given });
const ways = (contacts: readonly ContactPoint[], given: Partial<Parameters<typeof rankMethods>[0]> = {}) =>
  rankMethods({ contacts, safeContacts: [safe()], legal: [], ...given });

describe("rankMethods", () => {
  test("follows the person's own order", () => {
    const { methods } = ways([point("postal", { preference: 2 }), point("email", { preference: 1 }), point("phone")]);
    expect(methods.map(({ method }) => method)).toEqual(["email", "postal", "phone"]);
  });

  test("puts a method the law names before one it does not, where the person has no wish", () => {
    const { methods, problem } = ways([point("email"), point("postal")], { legal: ["certified-mail"] });
    expect(methods.map(({ method, legal }) => [method, legal])).toEqual([
      ["postal", "certified-mail"],
      ["email", null],
    ]);
    expect(problem).toBeNull();
  });

  test("ranks the same whatever order the contact points come in", () => {
    const contacts = [point("sms", { value: "555-0101" }), point("phone", { value: "555-0101" })];
    expect(ways(contacts).methods).toEqual(ways(contacts.toReversed()).methods);
  });

  test("says when no contact point serves a method the law names", () => {
    const { problem, none } = ways([point("phone")], { legal: ["certified-mail", "email"] });
    expect({ problem, none }).toEqual({
      problem: "the law names certified-mail, email; no usable contact point serves it",
      none: null,
    });
  });

  test("a letter or an email serves where the law wants writing, a text message nowhere", () => {
    const { methods } = ways([point("email"), point("postal"), point("sms")], { legal: ["in-writing"] });
    expect(methods.map(({ legal }) => legal)).toEqual(["in-writing", "in-writing", null]);
  });

  test("uses only contact points known to be current, and says which it left out", () => {
    const { methods, none, notes } = ways([
      point("postal", { currency: "returned" }),
      point("email", { currency: "unknown" }),
      point("phone", { currency: "stale" }),
    ]);
    expect({ methods, none }).toEqual({ methods: [], none: "no-current-contact" });
    expect(notes).toEqual([
      "email not used: nobody has confirmed that it is current",
      "postal not used: it is returned",
      "phone not used: it is stale",
    ]);
  });

  test("never uses what any registration ruled out", () => {
    const { methods, none, notes } = ways([point("postal")], {
      safeContacts: [safe(), safe({ neverUse: ["postal"] })],
    });
    expect({ methods, none, notes }).toEqual({
      methods: [],
      none: "no-safe-method",
      notes: ["postal not used: the person has said it is not safe"],
    });
  });

  test("leaves no message where none is wanted, and then sends no text either", () => {
    const { methods } = ways([point("phone"), point("sms")], { safeContacts: [safe({ doNotLeaveMessage: true })] });
    expect(methods).toMatchObject([
      { method: "phone", leaveMessage: false, why: "no preference stated; the law names no method; leave no message" },
    ]);
    expect(ways([point("phone")]).methods[0]?.leaveMessage).toBe(true);
    expect(ways([point("postal")]).methods[0]?.leaveMessage).toBe(false);
  });

  test("says in which hours it is safe to call", () => {
    const hours = [{ from: "09:00", to: "12:00" }];
    expect(
      ways([point("phone"), point("postal")], { safeContacts: [safe({ hours })] }).methods.map(({ why }) => why),
    ).toEqual([
      "no preference stated; the law names no method; only 09:00-12:00 in the person's zone",
      "no preference stated; the law names no method",
    ]);
  });

  test("tells of an alternate without naming them", () => {
    expect(ways([], { safeContacts: [safe({ alternate: "Jo at the shelter" })] }).notes).toEqual([
      "an alternate through whom contact is safe is on file",
    ]);
  });
});
