import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import {
  DataDirectoryInUse,
  DataDirectoryLost,
  lockDataDirectory,
  SILENT_AFTER_MS,
} from "../src/database/data-directory-lock.ts";
import { type OpenedPglite, openPglite } from "../src/database/open-pglite.ts";
import { TransactionStatementRefused } from "../src/database/pglite-client.ts";
import { startOf } from "../src/database/process-identity.ts";
import { quiet } from "./support/quiet.ts";

let folder: string;
let directory: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "victim-rights-lock-"));
  directory = join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = () => `${directory}.lock`;

type Left = { readonly pid: number; readonly host?: string; readonly start?: string | null };

/** A lock as another process would have left it. */
const leave = (holder: Left, path = lockFile()): void =>
  writeFileSync(path, JSON.stringify({ token: "another", host: hostname(), start: null, ...holder }));

/** The guard under which a lock of the holder `another` is taken over. */
const takeoverOf = (path: string): string =>
  `${path}.takeover-${createHash("sha256").update("another").digest("hex").slice(0, 16)}`;

/** The number of a process that has ended. */
const endedPid = (): number => spawnSync(process.execPath, ["--version"]).pid;

describe("lockDataDirectory", () => {
  test("lets one in, tells the other who holds it, and lets in again after a release", () => {
    const lock = lockDataDirectory(directory);
    expect(() => lockDataDirectory(directory)).toThrow(DataDirectoryInUse);
    expect(() => lockDataDirectory(directory)).toThrow(`process ${process.pid} on \`${hostname()}\``);
    lock.release();
    lockDataDirectory(directory).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("takes over from a process of this machine that has ended, however lately it beat", () => {
    leave({ pid: endedPid(), start: "some boot 1" });
    lockDataDirectory(directory).release();
    leave({ pid: endedPid() });
    lockDataDirectory(directory).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("takes over from a process whose number another one has now, once its silence is as long where that is not told", () => {
    leave({ pid: process.pid, start: "an earlier boot 17" });
    const isTold = startOf(process.pid) !== null;
    lockDataDirectory(directory, () => Date.now() + (isTold ? 0 : SILENT_AFTER_MS + 1_000)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("waits out the silence of another machine, to the millisecond", () => {
    leave({ pid: 1, host: "another-machine" });
    const beat = Date.parse("2026-03-02T15:00:00.000Z");
    utimesSync(lockFile(), beat / 1000, beat / 1000);
    expect(() => lockDataDirectory(directory, () => beat + SILENT_AFTER_MS)).toThrow(DataDirectoryInUse);
    expect(JSON.parse(readFileSync(lockFile(), "utf8"))).toMatchObject({ host: "another-machine" });
    lockDataDirectory(directory, () => beat + SILENT_AFTER_MS + 1).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("lets nobody take over while somebody else does", () => {
    leave({ pid: endedPid() });
    leave({ pid: process.pid, start: startOf(process.pid) }, takeoverOf(lockFile()));
    expect(() => lockDataDirectory(directory)).toThrow(DataDirectoryInUse);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("takes over where whoever was taking over has ended, and whoever was taking over from that one", () => {
    const path = lockFile();
    for (const each of [path, takeoverOf(path), takeoverOf(takeoverOf(path))]) leave({ pid: endedPid() }, each);
    lockDataDirectory(directory).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("tells a holder that it lost the lock, and does not release what is another's", () => {
    const lock = lockDataDirectory(directory);
    lock.beat();
    leave({ pid: process.pid });
    expect(lock.beat).toThrow(DataDirectoryLost);
    lock.release();
    expect(readdirSync(folder)).toEqual(["data.lock"]);
  });
});

describe("openPglite", () => {
  test("lets nobody else in, keeps what was committed, and says loudly what it does not promise", async () => {
    const said: string[] = [];
    const notices = { warn: (message: string) => void said.push(message) };
    const snapshot = await openAsBlob(inject("pgliteSnapshot"));
    const first = await openPglite({ directory, snapshot, notices });
    expect(said).toEqual([expect.stringContaining("DOES NOT SURVIVE POWER LOSS")]);
    expect(first.survivesPowerLoss).toBe(false);
    await expect(openPglite({ directory, notices: quiet })).rejects.toBeInstanceOf(DataDirectoryInUse);
    await keepsOthersWritesApart(first);
    await first.close();
    const second = await openPglite({ directory, notices: quiet });
    const kept = await second.db.selectFrom("ledger").select("ledger_id").orderBy("ledger_id").execute();
    await second.close();
    expect(kept.map(({ ledger_id }) => ledger_id)).toEqual(["plain", "transaction"]);
    expect(readdirSync(folder)).toEqual(["data"]);
  });
});

/** What others write while somebody gives transaction statements of their own is not taken back along with them. */
const keepsOthersWritesApart = async ({ db, client }: OpenedPglite): Promise<void> => {
  const row = (ledger_id: string) => ({ ledger_id, revision: 0, entries: 0 });
  const others: Promise<unknown>[] = [];
  await client.alone(async (instance) => {
    await instance.query("begin");
    others.push(
      db.insertInto("ledger").values(row("plain")).execute(),
      db.transaction().execute((open) => open.insertInto("ledger").values(row("transaction")).execute()),
    );
    await instance.query("insert into ledger values ('taken back', 0, 0)");
    await instance.query("rollback");
  });
  await Promise.all(others);
  await expect(client.query(" BEGIN")).rejects.toBeInstanceOf(TransactionStatementRefused);
  await expect(client.query("select 'begin'")).resolves.toMatchObject({ rows: [{}] });
};
