import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";

const ID = "xx-cl/restitution/order";
const listed = { kind: "listed-order" };
const ORDER = {
  jurisdiction: "xx-cl",
  edition: "2025",
  interest: null,
  choices: [
    {
      id: "among-insurers",
      why: "the example law does not say how several insurers share",
      options: [
        { id: "listed", title: "in listed order" },
        { id: "in-proportion", title: "in proportion" },
      ],
    },
  ],
  policies: [
    {
      id: ID,
      title: "Victims in proportion, then insurers",
      cites: [{ source: "code-1", at: "4" }],
      verified: { status: "read", on: "2026-11-22" },
      inForce: { from: "2020-01-01", until: null },
      reviewedOn: "2026-11-22",
      distribute: {
        kind: "in-order",
        steps: [
          { kind: "classes", classes: ["victim"], to: { kind: "pro-rata", by: "owed", oddCents: "listed-order" } },
          {
            kind: "classes",
            classes: ["insurer"],
            to: {
              kind: "discretion",
              choice: "among-insurers",
              options: { listed, "in-proportion": { kind: "pro-rata", by: "owed", oddCents: "listed-order" } },
            },
          },
        ],
      },
    },
  ],
  uses: [{ for: { purpose: "restitution" }, policies: [ID] }],
};

const claim = (id: string, own: string, owedCents: number) => ({
  id,
  class: own,
  cause: "DC-1",
  judgmentDate: "2024-01-31",
  listed: Number(id.at(-1)),
  orderedCents: owedCents,
  owedCents,
});

const CLAIMS = [
  claim("v1", "victim", 20_000),
  claim("v2", "victim", 10_000),
  claim("i3", "insurer", 5_000),
  claim("i4", "insurer", 5_000),
];

/** Runs `allocate` on the example state with an order of payment beside its rules. */
const divide = (payment: object, ...more: readonly string[]) => {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, "state"), join(cwd, "rules"), { recursive: true });
  writeFileSync(join(cwd, "rules", "xx-cl", "restitution.json"), JSON.stringify(ORDER));
  const stdin = JSON.stringify({ purpose: "restitution", from: "payer", grade: "felony", claims: CLAIMS, ...payment });
  return run(["allocate", "-j", "xx-cl", "--as-of", "2026-11-23", "--payment", "-", ...more], { cwd, stdin });
};

describe("allocate", () => {
  test("prints who gets what, and by which provision", async () => {
    expect(await divide({ cents: 10_000 })).toEqual({
      exit: 0,
      out: [
        "$100.00 divided by the law of Clearwater on 2026-11-23",
        "  v1  $66.67  victim, DC-1",
        "  v2  $33.33  victim, DC-1",
        "",
        "Victims in proportion, then insurers",
        "  Example Code 1.4 · read 2026-11-22 · xx-cl/restitution/order",
        "",
      ].join("\n"),
      err: "",
    });
  });

  test("holds the money where the law leaves it open, and follows a choice", async () => {
    const open = await divide({ cents: 34_000 });
    expect(open).toEqual({
      exit: 1,
      out: "",
      err: "error: $40.00 held: the example law does not say how several insurers share; record a choice of `among-insurers`: `listed` (in listed order) or `in-proportion` (in proportion)\n",
    });
    const chosen = await divide({ cents: 34_000 }, "--choose", "among-insurers=in-proportion");
    expect(chosen.exit).toBe(0);
    expect(chosen.out).toContain("  i3   $20.00  insurer, DC-1\n");
    expect(chosen.out).toContain("  as chosen: among-insurers = in-proportion\n");
    expect((await divide({ cents: 34_000 }, "--choose", "among-insurers=equally")).exit).toBe(2);
    expect((await divide({ cents: 34_000 }, "--choose", "among-insurers")).exit).toBe(2);
  });

  test("says what is left when every claim is paid, and gives JSON for a program", async () => {
    const { out } = await divide({ cents: 41_000, claims: CLAIMS.slice(0, 2) });
    expect(out).toContain("  left: $110.00, which no claim that the order reaches can take\n");
    const { out: json } = await divide({ cents: 41_000, claims: CLAIMS.slice(0, 2) }, "--json");
    expect(JSON.parse(json)).toMatchObject({
      leftCents: 11_000,
      parts: [{ claim: "v1", cents: 20_000 }, { claim: "v2" }],
    });
  });

  test.each([
    [{ cents: 0 }, 3, "`0` cannot be divided"],
    [{ cents: 10.5 }, 3, "`10.5` cannot be divided"],
    [{ cents: 100, claims: [CLAIMS[0], CLAIMS[0]] }, 3, "`v1`: given twice"],
    [{ cents: 100, claims: [{ ...CLAIMS[0], owedCents: -1 }] }, 3, "$.claims[0].owedCents"],
    [{ cents: 100, grade: "capital" }, 3, "$.grade"],
    [{ cents: 100, purpose: "any-debt" }, 1, "no order of payment of `xx-cl` decides this payment"],
  ])("refuses %j and divides nothing", async (payment, exit, words) => {
    const outcome = await divide(payment);
    expect(outcome).toMatchObject({ exit, out: "", err: expect.stringContaining(words) });
  });

  test("says that a state has no order of payment", async () => {
    const stdin = JSON.stringify({ cents: 1, purpose: "restitution", from: "payer", grade: "felony", claims: [] });
    const argv = ["allocate", "-j", "xx-cl", "--rules", "state", "--as-of", "2026-11-23", "--payment", "-"];
    expect(await run(argv, { stdin })).toMatchObject({
      exit: 3,
      err: expect.stringContaining("this state's folder has no order of payment"),
    });
  });
});
