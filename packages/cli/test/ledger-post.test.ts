import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { desk, OPENING, pays, POLICY, readWhole, stated } from "./ledger-run.ts";

const SECOND_ORDER = stated("order-2", {
  do: "enter-order",
  order: "ORDER-2",
  cause: "DC-26-2",
  grade: "felony",
  effectiveOn: "2026-02-01",
  obligations: [
    { id: "V1-2", class: "victim", payee: "V1", cents: 90_000, bound: [{ obligor: "O1", capCents: null }] },
  ],
});

describe("ledger post", { timeout: 30_000 }, () => {
  test("begins a journal only where it is asked to, for its owner alone", async () => {
    const { post, path } = desk();
    const refused = await post(OPENING);
    expect(refused).toEqual({
      exit: 3,
      out: "",
      err: "error: journal.jsonl: no such journal; check the path, or begin one with `--create`\n",
    });
    expect(existsSync(path)).toBe(false);
    expect((await post(OPENING, "--create")).exit).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test("says who is allocated what, what waits, and which choice would settle it; never a name or an address", async () => {
    const { post, path } = desk();
    await post(OPENING, "--create");
    const { exit, out, err } = await post([
      pays("p-1", 12_500),
      pays("p-2", 5_000, { purpose: "any-debt" }),
      pays("p-3", 390_000),
    ]);
    const { seq, hash } = (await readWhole(path)).head;
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out.split("\n")).toEqual([
      "3 entries posted to journal.jsonl",
      "  p-1: V1 $83.33 (V1-1), V2 $41.67 (V2-1)",
      "  p-3: V1 $1,916.67 (V1-1), V2 $958.33 (V2-1), P1 $500.00 (P1-1)",
      expect.stringContaining("  p-2: $50.00 waits: no order of payment decides: "),
      expect.stringContaining("under `enable` in the policy, then post `allocate-held`"),
      expect.stringContaining("  p-3: $525.00 waits: the order of payment does not reach what the payer still owes"),
      expect.stringContaining("refund it or post `allocate-held`"),
      `head ${seq}:${hash}`,
      "",
    ]);
    expect(out).not.toMatch(/Zelda|Private/u);
  });

  test("names the choice that would settle what waits, and follows it once it is recorded", async () => {
    const { post, ledger, law, cwd } = desk();
    writeFileSync(join(cwd, "policy.json"), JSON.stringify({ ...POLICY, choices: [] }));
    await post([...OPENING, SECOND_ORDER], "--create");
    const { out } = await post([pays("p-1", 350_000)]);
    expect(out.replaceAll(/\n +/gu, " ")).toContain(
      "record a choice of `earlier-judgment-or-individuals-first` in the policy: `earlier-judgment-first` (",
    );
    const settle = JSON.stringify([
      stated("settle", { do: "allocate-held", payment: "p-1", effectiveOn: "2026-03-05" }),
    ]);
    const argv = ["post", "journal.jsonl", ...law(), "--commands", "-"];
    const open = await ledger(argv, { stdin: settle });
    expect(open).toMatchObject({ exit: 1, out: "" });
    expect(open.err).toContain("`settle`: $3,500.00 held:");
    writeFileSync(join(cwd, "policy.json"), JSON.stringify(POLICY));
    expect((await ledger(argv, { stdin: settle })).out).toContain(
      "  settle: V1 $2,000.00 (V1-1), V2 $1,000.00 (V2-1), P1 $500.00 (P1-1)\n",
    );
  });

  test("accepts again what was posted, and adds nothing", async () => {
    const { post, text } = desk();
    await post([...OPENING, pays("p-1", 10_000)], "--create");
    const before = text();
    const { exit, out } = await post([pays("p-1", 10_000, { postedAt: "2026-11-03T00:00:00Z" }), OPENING[0] ?? {}]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^0 entries posted to journal\.jsonl\n {2}there already: p-1, open-V1\nhead 8:/u);
    expect(text()).toBe(before);
    const other = await post([pays("p-1", 10_001)]);
    expect(other).toMatchObject({
      exit: 3,
      err: expect.stringContaining("`p-1` was posted before with other content"),
    });
  });

  test("posts nothing when one command is refused, and names it", async () => {
    const { post, text, path } = desk();
    await post(OPENING, "--create");
    const before = text();
    const { exit, out, err } = await post([
      pays("p-1", 10_000),
      pays("p-2", 10_000, { obligor: "O9" }),
      pays("p-3", 1),
    ]);
    expect({ exit, out, err }).toEqual({
      exit: 3,
      out: "",
      err: "error: - line 2 `p-2`: no obligor `O9`: open one first; nothing was posted\n",
    });
    expect(text()).toBe(before);
    expect(existsSync(`${path}.lock`)).toBe(false);
    const { post: fresh, path: none } = desk();
    await fresh([pays("p-1", 1)], "--create");
    expect(existsSync(none)).toBe(false);
  });

  test("tells what is wrong with every command at once, and quotes none", async () => {
    const { ledger, law } = desk();
    const lines = [
      JSON.stringify(pays("p-1", 100, { cents: "Zelda" })),
      "Zelda",
      "",
      JSON.stringify(pays("p-2", 100, { ocurrency: "USD", grade: "Zelda" })),
      JSON.stringify({ do: "Zelda" }),
    ];
    const { exit, err } = await ledger(["post", "none/journal.jsonl", ...law(), "--commands", "-"], {
      stdin: lines.join("\n"),
    });
    expect(exit).toBe(3);
    expect(err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^error: - line 1 \$\.cents: /u),
      "error: - line 2: not JSON; write one JSON object a line, or one JSON array of them",
      expect.stringMatching(/^error: - line 4 \$\.grade: /u),
      expect.stringMatching(/^error: - line 4 \$: .*; remove it or correct the spelling$/u),
      expect.stringMatching(/^error: - line 5 \$\.do: /u),
    ]);
    expect(err).not.toContain("Zelda");
  });

  test("reads one array too, and stamps what does not say when it is posted", async () => {
    const { ledger, law, cwd, path } = desk();
    const { postedAt: _, ...undated } = OPENING[0] ?? {};
    writeFileSync(
      join(cwd, "commands.json"),
      JSON.stringify([undated, { ...undated, id: "open-V3", payee: "V3" }], null, 2),
    );
    const argv = ["post", path, ...law(), "--commands", "commands.json", "--create", "--json"];
    const { exit, out } = await ledger(argv);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      entries: [{ seq: 1, id: "open-V1", do: "open-payee", allocated: [], waiting: null }, { seq: 2 }],
      known: [],
      head: { seq: 2 },
    });
    expect(readFileSync(path, "utf8")).toMatch(/"postedAt":"20\d\d-/u);
    writeFileSync(join(cwd, "commands.json"), JSON.stringify([undated, { id: 3 }]));
    expect((await ledger(argv)).err).toContain("commands.json $[1]");
    expect((await ledger(["post", path, ...law(), "--commands", "gone.json"])).err).toBe(
      "error: gone.json: no such file of commands; check the path\n",
    );
  });

  test("holds a policy to the state's file, with every problem and what is known", async () => {
    const { post, cwd } = desk();
    const decided = { decidedBy: "officer", decidedOn: "2026-01-02" };
    const wrong = {
      jurisdiction: "us-ms",
      choices: [
        { choice: "no-such", option: "listed", ...decided },
        { choice: "how-insurers-share", option: "equally", ...decided },
        { choice: "how-insurers-share", option: "listed", ...decided },
      ],
      enable: [{ rule: "us-mt/restitution/none", ...decided }],
    };
    writeFileSync(join(cwd, "policy.json"), JSON.stringify(wrong));
    const { exit, err } = await post(OPENING, "--create");
    const at = `error: ${join(cwd, "policy.json")} `;
    expect(exit).toBe(3);
    expect(err.trimEnd().split("\n")).toEqual([
      `${at}$.jurisdiction: the policy is for \`us-ms\`; write \`us-mt\``,
      expect.stringContaining(
        `${at}$.choices[0].choice: the law of \`us-mt\` leaves no \`no-such\` open; write one of \``,
      ),
      `${at}$.choices[1].option: no option \`equally\` of \`how-insurers-share\`; write one of \`in-proportion\`, \`listed\``,
      `${at}$.choices[2].choice: \`how-insurers-share\` is given twice; keep the decision that stands`,
      expect.stringContaining(
        `${at}$.enable[0].rule: no provision \`us-mt/restitution/none\` in the file of \`us-mt\``,
      ),
    ]);
  });

  test("says which options are missing", async () => {
    const { ledger } = desk();
    expect(await ledger(["post", "journal.jsonl"])).toMatchObject({
      exit: 2,
      err: "error: `--jurisdiction` is missing; see --help\nerror: `--commands` is missing; see --help\n",
    });
    expect((await ledger(["post", "j", "-j", "us-mt", "--policy", "-", "--commands", "-"])).exit).toBe(2);
  });
});

describe("ledger run-disbursement", { timeout: 30_000 }, () => {
  test("pays whom the state's timing says, and says who is held and why", async () => {
    const { post, ledger, law, text, path } = desk();
    await post([...OPENING, pays("p-1", 12_500)], "--create");
    const before = text();
    const run = (...more: readonly string[]) =>
      ledger(["run-disbursement", "journal.jsonl", ...law(), "--document", "batch 1", ...more]);
    const early = await run("--on", "2026-03-03", "--id", "run-1", "--dry-run");
    expect(early).toMatchObject({ exit: 0, err: "" });
    expect(early.out.split("\n")).toEqual([
      "$0.00 would be paid to 0 payees on 2026-03-03",
      expect.stringMatching(
        /^ {2}V1: \$83\.33 held: not due before 2026-\d\d-\d\d by `us-mt\/restitution\/department-disbursement`/u,
      ),
      "  V2: $41.67 held: no address is known; record one when it is found",
      "",
    ]);
    expect(text()).toBe(before);
    const paid = await run("--on", "2026-04-10", "--id", "run-1");
    expect(paid.out).toMatch(
      /^\$83\.33 paid to 1 payee on 2026-04-10\n {2}V1: \$83\.33 \(V1-1 \$83\.33\)\n {2}V2: \$41\.67 held/u,
    );
    expect((await run("--on", "2026-04-10", "--id", "run-1")).out).toContain(
      "the run was posted before: nothing is paid again",
    );
    expect((await readWhole(path)).head.seq).toBe(9);
    expect((await run("--on", "2026-04-11", "--id", "run-1")).exit).toBe(3);
    expect(JSON.parse((await ledger(["verify", path, "--json"])).out)).toMatchObject({ entries: 9, heldCents: 4167 });
  });

  test("of several payees is one write: cut in the middle, nobody of it was paid", async () => {
    const { post, ledger, law, text, path } = desk();
    await post([...OPENING, pays("p-1", 400_000)], "--create");
    const before = text();
    const argv = [
      "run-disbursement",
      path,
      ...law(),
      "--document",
      "b",
      "--on",
      "2026-04-10",
      "--id",
      "run-1",
      "--minimum",
      "none",
    ];
    await ledger(argv);
    const lines = text().slice(before.length).split("\n");
    expect(lines.filter((line) => line.endsWith(`,"more":true}`))).toHaveLength(lines.length - 2);
    writeFileSync(path, `${before}${lines[0]}\n`);
    expect((await readWhole(path)).torn).toMatchObject({ at: before.length, bytes: (lines[0]?.length ?? 0) + 1 });
    expect((await ledger(argv)).exit).toBe(3);
    expect((await ledger([...argv, "--drop-torn"])).out).toContain("$2,500.00 paid to 2 payees");
  });
});

describe("ledger verify", { timeout: 30_000 }, () => {
  test.each(["us-mt", "us-ms", "us-mo"])("of a journal kept by the law of %s", async (state) => {
    const { ledger, law, path } = desk();
    const commands = [...OPENING, pays("p-1", 12_500), pays("p-2", 7_700, { from: "tax-intercept" })];
    const stdin = JSON.stringify(commands);
    const posted = await ledger(["post", path, ...law(state), "--commands", "-", "--create"], { stdin });
    expect(posted.exit).toBe(0);
    const head = /head (?<head>\S+)/u.exec(posted.out)?.groups?.["head"] ?? "";
    expect(await ledger(["verify", path, "--head", head])).toEqual({
      exit: 0,
      out: `${path}: 9 entries stand as they were written\n  head  ${head}\n  held  $202.00\n`,
      err: "",
    });
    const run = ["run-disbursement", path, ...law(state), "--on", "2026-06-01", "--id", "run", "--document", "b"];
    expect((await ledger(run)).exit).toBe(0);
    expect((await ledger(["verify", path, "--head", head.split(":")[1] ?? ""])).exit).toBe(0);
  });

  test("finds that entries were cut off since a head was kept", async () => {
    const { ledger, post, path, text } = desk();
    await post(OPENING, "--create");
    const before = text();
    const { out } = await post([pays("p-1", 100)]);
    const head = /head (?<head>\S+)/u.exec(out)?.groups?.["head"] ?? "";
    writeFileSync(path, before);
    const { exit, err } = await ledger(["verify", path, "--head", head]);
    expect(exit).toBe(1);
    expect(err).toBe(
      `error: ${path}: the head ${head} is not in it, which now ends with entry 7: entries were cut off or written anew; restore the journal from a copy that has it\n`,
    );
    expect((await ledger(["verify", path, "--head", `6:${head.slice(2)}`])).exit).toBe(1);
    expect((await ledger(["verify", path, "--head", "abc"])).exit).toBe(2);
    expect((await ledger(["verify", "gone.jsonl"])).err).toBe("error: gone.jsonl: no such journal; check the path\n");
  });

  test("names the first entry that is not what was sealed", async () => {
    const { ledger, post, path, text } = desk();
    await post(OPENING, "--create");
    writeFileSync(path, text().replace(`"cents":200000`, `"cents":200001`));
    expect(await ledger(["verify", path])).toEqual({
      exit: 1,
      out: "",
      err: `error: ${path} line 7: entry 7 is not what was sealed: it, or one before it, was changed, dropped or inserted; everything before it stands; restore the rest from a copy\n`,
    });
    expect(await post([pays("p-1", 100)])).toMatchObject({ exit: 3, out: "" });
  });
});
