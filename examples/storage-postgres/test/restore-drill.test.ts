import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCheckpoint } from "@victim-rights/auditing";
import { generatePackKey } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPglite } from "../src/database/open-pglite.ts";
import { openPostgres } from "../src/database/open-postgres.ts";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { checkRecord, type RecordExpected } from "../src/restore/check-record.ts";
import { drill } from "../src/restore/drill.ts";
import { problemsIn } from "../src/restore/finding.ts";
import { tableSums } from "../src/restore/table-sums.ts";
import { recordKeyStore } from "../src/sealed/record-key-store.ts";
import { fieldCipherOf } from "../src/sealed/vault-cipher.ts";
import { newDatabase } from "./support/databases.ts";
import { fillRecord } from "./support/fill-record.ts";
import { quiet } from "./support/quiet.ts";
import { sampleRings, vaultOver } from "./support/sample-vault.ts";

const { publicKey, privateKey } = await generatePackKey();
const rings = sampleRings();
const root = mkdtempSync(join(tmpdir(), "victim-rights-drill-"));
afterAll(() => {
  rings.remove();
  rmSync(root, { recursive: true, force: true });
});

/** A record that was filled, a copy of it that went through a backup. */
type Restored = {
  readonly original: OpenedDatabase;
  readonly copy: OpenedDatabase;
  readonly checkpoint: string;
};

const fill = ({ db }: OpenedDatabase) =>
  fillRecord({ db, cipher: fieldCipherOf(vaultOver(rings.ring, recordKeyStore(db))) }, privateKey);

const throughPglite = async (): Promise<Restored> => {
  const original = await openPglite({
    directory: null,
    snapshot: await openAsBlob(inject("pgliteSnapshot")),
    notices: quiet,
  });
  const checkpoint = await fill(original);
  const snapshot = await original.client.alone((instance) => instance.dumpDataDir("none"));
  return { original, copy: await openPglite({ directory: null, snapshot, notices: quiet }), checkpoint };
};

const [DUMP, RESTORE] = ["pg_dump", "pg_restore"] as const;

const throughPgDump = async (server: { readonly url: string; readonly prefix: string }): Promise<Restored> => {
  const [from, where, dump] = [await newDatabase(server), await newDatabase(server), join(root, "dump")];
  const original = await openPostgres({ url: from }, quiet);
  const checkpoint = await fill(original);
  execFileSync(DUMP, ["--format=custom", `--file=${dump}`, from]);
  execFileSync(RESTORE, ["--exit-on-error", `--dbname=${where}`, dump]);
  return { original, copy: await openPostgres({ url: where }, quiet), checkpoint };
};

const hasPgDump = [DUMP, RESTORE].every((program) => spawnSync(program, ["--version"]).status === 0);

const server = inject("server");
const BACKUPS: readonly { readonly name: string; readonly make: () => Promise<Restored> }[] = [
  { name: "a dump of PGlite's directory", make: throughPglite },
  ...(server === null || !hasPgDump ? [] : [{ name: "pg_dump and pg_restore", make: () => throughPgDump(server) }]),
];

/** What may befall a copy, one after another, and how it is told. */
const FAULTS: readonly (readonly [string, RegExp])[] = [
  ["delete from outbox where position = 1", /^`outbox` had \d+ rows and has \d+$/u],
  ["update wake_up set obligation_revision = 9 where position = 1", /^`wake_up` has \d+ rows, and not all/u],
  [
    "update ledger_posting set cents = cents + 1 where line = 1 and seq = (select min(seq) from ledger_posting)",
    /account `.*`: -?\d+ cents are kept/u,
  ],
  [
    "delete from ledger_command where (ledger_id, revision) in (select ledger_id, max(revision) from ledger_command group by 1)",
    /the ledger `county-0` has not as many rows/u,
  ],
  ["delete from case_command where revision = 1", /the dialogue `case-1` has not as many rows/u],
  [
    "update ledger_entry set entry = entry || '\\x00' where seq = 1",
    /ledger `county-0` cannot be read: a value of `ledger_entry.entry` does not open/u,
  ],
  ["delete from obligation_entry where seq = 2", /is not what its entries come to/u],
  ["delete from obligation_entry where seq = 1", /^the obligation at place \d+ is not what its entries come to/u],
  ["delete from audit_event where position = 1", /seals other events than those before it/u],
  ["truncate audit_batch, audit_event, audit_checkpoint", /its end was cut off/u],
];

describe.each(BACKUPS)("a copy restored from $name", ({ make }) => {
  let restored: Restored;
  let expected: RecordExpected;
  beforeAll(async () => {
    restored = await make();
    const { db } = restored.copy;
    const { checkpoint } = Result.getOrThrow(await readCheckpoint(restored.checkpoint, [publicKey]));
    expected = {
      tables: await tableSums(restored.original.db),
      cipher: fieldCipherOf(vaultOver(rings.ring, recordKeyStore(db))),
      trust: { keys: [publicKey], witnesses: [checkpoint] },
    };
  });
  afterAll(async () => {
    await restored.original.close();
    await restored.copy.close();
  });

  test("has every row, balance, obligation and audit event of the original", async () => {
    const findings = await checkRecord(restored.copy.db, expected);
    expect(problemsIn(findings)).toEqual([]);
    expect(findings.map(({ compared }) => compared)).toEqual([
      expect.stringMatching(/^3\d tables with \d{2,} rows$/u),
      "heads of 3 ledgers and cases with their rows",
      "balances of 2 ledgers with their journals, 0 destroyed",
      "3 obligations with their entries",
      "the audit log: 3 sealed events, 0 unsealed, with 1 checkpoint and 1 checkpoint kept elsewhere",
    ]);
  });

  test("is compared by the drill, which says what it compared and fails loudly", async () => {
    const folder = mkdtempSync(join(root, "drill-"));
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const trust = file("trust.json", JSON.stringify(publicKey));
    const all = ["--keys", rings.path, "--trust", trust, "--witness", file("witness", `${restored.checkpoint}\n`)];
    const sums = join(folder, "sums.json");
    const run = async (...args: readonly string[]) => {
      const [said, complaints]: [string[], string[]] = [[], []];
      const code = await drill(args, {
        say: (text) => void said.push(text),
        complain: (text) => void complaints.push(text),
        open: async () => ({ ...restored.copy, close: async () => undefined }),
      });
      return { code, said: said.join(""), complaints: complaints.join("") };
    };
    const whole = await run("copy", "--save", sums, ...all);
    expect(whole).toMatchObject({ code: 0, complaints: "" });
    expect(whole.said).toMatch(/^saved the sums .*\nNOT COMPARED: tables .*\n(?:as it should be: .*\n){4}$/u);
    expect(await run("copy", "--expect", sums, ...all)).toMatchObject({ code: 0, complaints: "" });
    const saved = JSON.parse(readFileSync(sums, "utf8")) as object;
    const other = file("other.json", JSON.stringify({ ...saved, ledger: { rows: 1, sum: "0" } }));
    const failed = await run("copy", "--expect", other, "--trust", trust);
    expect(failed).toMatchObject({
      code: 1,
      complaints: "RESTORE DRILL FAILED: 1 problem. Do not rely on this backup.\n",
    });
    expect(failed.said).toContain("NOT COMPARED: balances with journals: no key ring was given");
    expect(failed.said).toContain("  `ledger` had 1 rows and has 2\n");
    for (const [option, path, why] of [
      ["--expect", trust, trust],
      ["--trust", sums, sums],
      ["--witness", sums, "cannot be used"],
      ["--keys", trust, "key ring"],
    ] as const)
      expect(await run("copy", option, path)).toMatchObject({
        code: 1,
        said: "",
        complaints: expect.stringContaining(why),
      });
    for (const args of [[], ["copy", "--unknown"], ["copy", "another"]])
      expect(await run(...args)).toMatchObject({ code: 2, said: "" });
  });

  test("that lacks or changed anything is found out", async () => {
    const { db } = restored.copy;
    const problems = async () => problemsIn(await checkRecord(db, expected));
    let found: readonly string[] = [];
    for (const [statement, problem] of FAULTS) {
      expect(found.filter((each) => problem.test(each))).toEqual([]);
      await db.transaction().execute(async (transaction) => {
        await sql`set local session_replication_role = replica`.execute(transaction);
        await sql.raw(statement).execute(transaction);
      });
      found = await problems();
      expect(found).toContainEqual(expect.stringMatching(problem));
    }
  });
});
