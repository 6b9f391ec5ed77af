import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { desk, OPENING, pays, stated } from "./ledger-run.ts";

/** A payment that bounced, one that stands, and a run that pays one victim and holds the other's money. */
const kept = async () => {
  const at = desk();
  await at.post(
    [
      ...OPENING,
      pays("p-1", 12_500),
      stated("bounce", {
        do: "reverse",
        entry: "p-1",
        why: "bounced",
        effectiveOn: "2026-03-09",
        postedAt: "2026-11-05T18:00:00Z",
      }),
      pays("p-2", 22_500, { effectiveOn: "2026-03-10", postedAt: "2026-11-05T18:00:00Z" }),
    ],
    "--create",
  );
  const run = ["run-disbursement", at.path, ...at.law(), "--on", "2026-04-10", "--id", "run", "--document", "b"];
  await at.ledger(run);
  const law = at.law().slice(0, 4);
  return {
    ...at,
    ask: (verb: string, ...argv: readonly string[]) => at.ledger([verb, "journal.jsonl", ...law, ...argv]),
  };
};

describe("ledger statement", { timeout: 30_000 }, () => {
  test("of a payee says what was ordered, collected, taken back and sent", async () => {
    const { ask } = await kept();
    expect(await ask("statement", "--payee", "V1", "--as-of", "2026-12-31")).toEqual({
      exit: 0,
      out: [
        "Montana: statement of payee V1 as of 2026-12-31, as corrected since",
        "       $2,000.00  ordered for you",
        "         $150.00  sent to you",
        "           $0.00  held for you",
        "       $1,850.00  still to be paid by those who owe it",
        "",
        "  Date        Entry  What happened                                    Still owed  Held for you  Not received yet",
        "  2026-01-05  7      ordered by the court                              $2,000.00         $0.00         $2,000.00",
        "  2026-03-02  8      collected for you; taken back by entry 9          $1,916.67        $83.33         $2,000.00",
        "  2026-03-09  9      entry 8 taken back (bounced): collected for you   $2,000.00         $0.00         $2,000.00",
        "  2026-03-10  10     collected for you                                 $1,850.00       $150.00         $2,000.00",
        "  2026-04-10  11     sent to you                                       $1,850.00         $0.00         $1,850.00",
        "",
        "  Debt  Cause      Ordered  Sent to you  Held for you  Still owed",
        "  V1-1  DC-25-1  $2,000.00      $150.00         $0.00   $1,850.00",
        "",
      ].join("\n"),
      err: "",
    });
  });

  test("as known on a day leaves out what was recorded later, and later lines are marked", async () => {
    const { ask } = await kept();
    const then = await ask("statement", "--payee", "V1", "--as-of", "2026-03-31", "--known-on", "2026-11-03");
    expect(then.out).toContain("as of 2026-03-31, as known on 2026-11-03");
    expect(then.out).toContain("          $83.33  held for you");
    expect(then.out).not.toContain("taken back");
    const since = await ask("statement", "--payee", "V1", "--as-of", "2026-03-31");
    expect(since.out).toContain("entry 8 taken back (bounced): collected for you; recorded on 2026-11-05");
    const early = await ask("statement", "--payee", "V1", "--as-of", "2026-03-31", "--known-on", "2026-11-01");
    expect(early).toMatchObject({
      exit: 3,
      err: "error: journal.jsonl: no payee `V1` was known on 2026-11-01; check the id\n",
    });
  });

  test("brings forward what came before its first day", async () => {
    const { ask } = await kept();
    const { out } = await ask("statement", "--payee", "V1", "--from", "2026-03-10", "--as-of", "2026-12-31");
    expect(out).toContain("  2026-03-10         brought forward     $2,000.00         $0.00         $2,000.00");
    expect(out).not.toContain("taken back");
  });

  test("of an obligor names no payee, in any form", async () => {
    const { ask, cwd } = await kept();
    const whose = ["statement", "--obligor", "O1", "--as-of", "2026-12-31"] as const;
    const csv = await ask(...whose, "--csv");
    expect(csv.out).toContain(
      `2026-03-02,8,"payment received (paper of p-1); taken back by entry 9",125.00,0.00,4125.00`,
    );
    await ask(...whose, "--html", "o1.html");
    const forms = [
      (await ask(...whose)).out,
      csv.out,
      (await ask(...whose, "--json")).out,
      readFileSync(join(cwd, "o1.html"), "utf8"),
    ];
    for (const form of forms) {
      expect(form).toMatch(/4,?125\.00|412500/u);
      expect(form).not.toMatch(/Zelda [VPI]\d|Private|\bV1|\bV2|\bI1|\bP1/u);
    }
  });

  test("as a page needs nothing else, tells its chart in words, and is for its owner alone", async () => {
    const { ask, cwd } = await kept();
    const argv = ["--payee", "V1", "--as-of", "2026-12-31", "--html", "v1.html"] as const;
    expect(await ask("statement", ...argv)).toEqual({ exit: 0, out: "wrote v1.html\n", err: "" });
    const page = readFileSync(join(cwd, "v1.html"), "utf8");
    expect(statSync(join(cwd, "v1.html")).mode & 0o777).toBe(0o600);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|https?:|url\(|Private|Zelda [OPI]|\bV2|\bO1/u);
    expect(page).toContain("<h1>Zelda V1</h1>");
    expect(page).toContain('<title id="chart-title">Balance over time: not received yet</title>');
    expect(page).toContain("$2,000.00 from 2026-01-05, ");
    expect(page).toContain("$1,850.00 from 2026-12-31.</desc>");
    expect((await ask("statement", "--payee", "V2", ...argv.slice(2, 4), "--html", "none/v2.html")).err).toBe(
      "error: none/v2.html: the folder is missing; make the folder, or name another place\n",
    );
  });

  test.each([
    [["--as-of", "2026-12-31"], 2, "whose statement is not said"],
    [["--as-of", "2026-12-31", "--payee", "V1", "--obligor", "O1"], 2, "whose statement is not said"],
    [["--as-of", "2026-12-31", "--payee", "V1", "--csv", "--json"], 2, "several forms are asked for"],
    [["--as-of", "2026-01-31", "--payee", "V1", "--from", "2026-02-01"], 2, "begins after `--as-of`"],
    [["--payee", "V1"], 2, "`--as-of` is missing"],
    [["--as-of", "2026-12-31", "--payee", "V9"], 3, "no payee `V9`"],
    [["--as-of", "2026-12-31", "--obligor", "V1"], 3, "no obligor `V1`"],
  ])("with %j is refused", async (argv, exit, words) => {
    const { ask } = await kept();
    expect(await ask("statement", ...argv)).toMatchObject({ exit, out: "", err: expect.stringContaining(words) });
  });
});

describe("ledger explain", { timeout: 30_000 }, () => {
  test("tells staff where a payment went, by which provision, and what took it back", async () => {
    const { ask } = await kept();
    const { exit, out } = await ask("explain", "--entry", "p-1");
    expect(exit).toBe(0);
    expect(out.replaceAll(/\n +/gu, " ")).toContain(
      "p-1: $125.00 from O1 on 2026-03-02 p-1 on 2026-03-02 (receive payment), taken back by bounce $83.33 to V1 (V1-1): ",
    );
    expect(out).toContain("us-mt/restitution/individuals)");
    expect(out).toContain("ARM 20.12.111");
    expect(out).toContain("  bounce on 2026-03-09 (reverse)\n    $83.33 from V1 (V1-1): takes back p-1\n");
    expect(out).not.toMatch(/Zelda|Private/u);
  });

  test("tells a payee why they got what they got, and of nobody else", async () => {
    const { ask } = await kept();
    const { exit, out } = await ask("explain", "--payee", "V1", "--disbursement", "run#V1");
    expect(exit).toBe(0);
    expect(out).toMatch(
      /^\$150\.00 sent to V1 on 2026-04-10\n {2}\$150\.00 in DC-25-1, from money received on 2026-03-10: /u,
    );
    expect(out).not.toMatch(/V2|P1|I1|O1|O2|Zelda|p-2/u);
    expect(JSON.parse((await ask("explain", "--payee", "V1", "--disbursement", "run#V1", "--json")).out)).toMatchObject(
      {
        payee: "V1",
        cents: 15_000,
      },
    );
    expect(await ask("explain", "--payee", "V2", "--disbursement", "run#V1")).toMatchObject({ exit: 3, out: "" });
    expect(await ask("explain", "--payee", "V1")).toMatchObject({ exit: 2, out: "" });
    expect((await ask("explain", "--entry", "none")).err).toBe(
      "error: journal.jsonl: `none` is no payment of this ledger\n",
    );
  });
});

describe("ledger export", { timeout: 30_000 }, () => {
  test.each(["hledger", "beancount", "csv"])("for %s prints and writes the same, without names", async (format) => {
    const { ledger, cwd } = await kept();
    const printed = await ledger(["export", "journal.jsonl", "--format", format]);
    expect(printed).toMatchObject({ exit: 0, err: "" });
    expect(printed.out).toContain("p-2");
    expect(printed.out).not.toMatch(/Zelda|Private/u);
    expect(await ledger(["export", "journal.jsonl", "--format", format, "--out", "out.txt"])).toEqual({
      exit: 0,
      out: `wrote out.txt: 11 entries for ${format}\n`,
      err: "",
    });
    expect(readFileSync(join(cwd, "out.txt"), "utf8")).toBe(printed.out);
    expect(statSync(join(cwd, "out.txt")).mode & 0o777).toBe(0o600);
  });

  test("of an unknown format says which there are", async () => {
    const { ledger } = desk();
    expect(await ledger(["export", "journal.jsonl", "--format", "gnucash"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("write one of hledger, beancount, csv"),
    });
  });
});
