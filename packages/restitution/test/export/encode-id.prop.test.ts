import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AccountId, BEANCOUNT_NAMES, decodeId, encodeId, encodeText, HLEDGER_NAMES } from "../../src/index.ts";
import { ODD_IDS } from "./odd-ledger.ts";

const RUNS = { numRuns: 2_000 };

/** Any text, and such as is near to an escape. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("-", "x", "2", "D", "F", "Id-", " ", "/", ":", "[", "]", "a", "-x2D-"), { maxLength: 12 })
    .map((parts) => parts.join("")),
  fc.constantFrom(...ODD_IDS),
);

const someId = anyText.filter((id) => id !== "");

const anyAccount: fc.Arbitrary<AccountId> = fc.oneof(
  fc.constant("held" as const),
  fc
    .tuple(fc.constantFrom("unallocated", "payable", "unclaimed", "ordered", "outstanding"), someId)
    .map(([kind, id]) => `${kind}/${id}` as AccountId),
  fc.tuple(someId, someId).map(([claim, obligor]) => `collected/${claim}/${obligor}` as AccountId),
);

describe("an encoded id", () => {
  test("decodes to itself, so that no two are written alike", () => {
    fc.assert(
      fc.property(anyText, (id) => {
        expect(decodeId(encodeId(id))).toBe(id);
        expect(decodeId(encodeText(id))).toBe(id);
      }),
      RUNS,
    );
  });

  test("has letters, digits and hyphens alone", () => {
    fc.assert(
      fc.property(anyText, (id) => {
        expect(encodeId(id)).toMatch(/^[A-Za-z0-9-]+$/u);
      }),
      RUNS,
    );
  });

  test("as a text is one line that is not trimmed, split, quoted or dated", () => {
    fc.assert(
      fc.property(anyText, (id) => {
        const text = encodeText(id);
        expect(text).toMatch(/^[ -~]+$/u);
        expect(text).not.toMatch(/^ | $| {2}|[",;\\|]/u);
        expect(text).not.toMatch(/\[[^\]]*[-/.=][^\]]*\]/u);
      }),
      RUNS,
    );
  });

  test("stays as it is where it is plain", () => {
    expect(["DC-25-1", "c-12", "x-1"].map(encodeId)).toEqual(["DC-25-1", "c-12", "x-1"]);
    expect(encodeText("$.steps[0].then[12]")).toBe("$.steps[0].then[12]");
  });

  test("leaves what is no escape", () => {
    expect(["-xFFFFFF-", "-xyz-", "a-b"].map(decodeId)).toEqual(["-xFFFFFF-", "-xyz-", "a-b"]);
  });
});

describe("a name of an account", () => {
  test("is read back to the account, in both programs", () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        expect(HLEDGER_NAMES.accountOf(HLEDGER_NAMES.nameOf(account))).toBe(account);
        expect(BEANCOUNT_NAMES.accountOf(BEANCOUNT_NAMES.nameOf(account))).toBe(account);
      }),
      RUNS,
    );
  });

  test("has parts that begin with a capital or a digit for beancount", () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        expect(BEANCOUNT_NAMES.nameOf(account)).toMatch(/^[A-Z][a-z]+(?::[A-Z0-9][A-Za-z0-9-]*)+$/u);
      }),
      RUNS,
    );
  });

  test.each([
    ["held", "assets:held", "Assets:Held"],
    ["unallocated/c-9", "liabilities:unallocated:c-9", "Liabilities:Unallocated:Id-c-9"],
    ["payable/DC-25-1", "liabilities:payable:DC-25-1", "Liabilities:Payable:DC-25-1"],
    ["unclaimed/Id-7", "liabilities:unclaimed:Id-7", "Liabilities:Unclaimed:Id-Id-7"],
    ["ordered/7", "debts:ordered:7", "Equity:Debts:Ordered:7"],
    ["outstanding/a b", "debts:outstanding:a-x20-b", "Equity:Debts:Outstanding:Id-a-x20-b"],
    ["collected/a/b/c", "debts:collected:a-x2F-b:c", "Equity:Debts:Collected:Id-a-x2F-b:Id-c"],
  ] as const)("of %s is legible", (account, hledger, beancount) => {
    expect(HLEDGER_NAMES.nameOf(account as AccountId)).toBe(hledger);
    expect(BEANCOUNT_NAMES.nameOf(account as AccountId)).toBe(beancount);
  });

  test.each(["", "assets", "assets:held:more", "liabilities:payable", "expenses:food"])("is not `%s`", (name) => {
    expect(HLEDGER_NAMES.accountOf(name)).toBeNull();
  });
});
