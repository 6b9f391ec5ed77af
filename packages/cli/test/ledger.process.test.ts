import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { takeLock } from "../src/io/lock-file.ts";
import { desk, OPENING, pays, readWhole, there } from "./ledger-run.ts";
import { temporaryFolder } from "./temporary.ts";

const MAIN = join(import.meta.dirname, "../bin/victim-rights.js");

const start = (cwd: string, argv: readonly string[]) => {
  const child = spawn(process.execPath, [MAIN, "ledger", ...argv], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<{ readonly exit: number | null; readonly out: string; readonly err: string }>((resolve) =>
    child.on("close", (exit) => resolve({ exit, ...said })),
  );
  return { child, ended };
};

const lockOf = (holder: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ pid: 1, host: hostname(), startedAt: "2026-11-02T18:00:00.000Z", token: "0".repeat(32), ...holder });

/** The id of a process that has ended. */
const goneProcess = async (): Promise<number> => {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.on("close", resolve));
  return there(child.pid);
};

describe("several writers of one journal", { timeout: 120_000 }, () => {
  test("each are done or told who writes, and the journal stays whole", async () => {
    const { cwd, law, post, path } = desk();
    await post(OPENING, "--create");
    const writers = [1, 2, 3, 4].map((writer) => {
      const commands = Array.from({ length: 500 }, (_, at) => pays(`p-${writer}-${at}`, 10));
      writeFileSync(join(cwd, `${writer}.json`), JSON.stringify(commands));
      return start(cwd, ["post", "journal.jsonl", ...law(), "--commands", `${writer}.json`]).ended;
    });
    const ends = await Promise.all(writers);
    const done = ends.filter(({ exit }) => exit === 0);
    expect(done.length).toBeGreaterThan(0);
    const refusedBy = expect.stringMatching(
      /journal\.jsonl\.lock: process \d+ on \S+ \(since 2\S+Z\) is writing to the journal; nothing was posted; try again when it is done/u,
    );
    for (const refused of ends.filter(({ exit }) => exit !== 0))
      expect(refused).toEqual({ exit: 3, out: "", err: refusedBy });
    const { head, torn } = await readWhole(path);
    expect({ seq: head.seq, torn }).toEqual({ seq: OPENING.length + 500 * done.length, torn: null });
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test("that are stopped or killed while they hold the lock leave the journal, and only a killed one its lock", async () => {
    const { cwd, law, post } = desk();
    // A pipe that nobody writes to: whoever reads it as a journal waits, and holds the lock.
    const pipe = join(cwd, "pipe.jsonl");
    execFileSync("mkfifo", [pipe]);
    const end = openSync(pipe, "r+");
    writeFileSync(join(cwd, "commands.json"), JSON.stringify(OPENING));
    const hold = async () => {
      const writer = start(cwd, ["post", pipe, ...law(), "--commands", "commands.json"]);
      while (!existsSync(`${pipe}.lock`)) await setTimeout(5);
      return writer;
    };

    const stopped = await hold();
    expect(await start(cwd, ["post", pipe, ...law(), "--commands", "commands.json"]).ended).toMatchObject({
      exit: 3,
      err: expect.stringContaining(`process ${stopped.child.pid} on ${hostname()}`),
    });
    stopped.child.kill("SIGINT");
    let isOver = false;
    const told = stopped.ended.then((outcome) => {
      isOver = true;
      return outcome;
    });
    // A read that has begun ends when something comes.
    while (!isOver) {
      writeSync(end, "{");
      await setTimeout(5);
    }
    expect(await told).toEqual({ exit: 130, out: "", err: "stopped: nothing was written\n" });
    expect(existsSync(`${pipe}.lock`)).toBe(false);

    const killed = await hold();
    killed.child.kill("SIGKILL");
    await killed.ended;
    closeSync(end);
    rmSync(pipe);
    expect(existsSync(`${pipe}.lock`)).toBe(true);
    writeFileSync(pipe, "");
    const { exit, err } = await start(cwd, ["post", pipe, ...law(), "--commands", "commands.json"]).ended;
    expect({ exit, err }).toEqual({
      exit: 0,
      err: expect.stringMatching(new RegExp(`^notice: took over the lock of process ${killed.child.pid} on `, "u")),
    });
    expect(existsSync(`${pipe}.lock`)).toBe(false);
    expect((await post(OPENING, "--create")).exit).toBe(0);
  });
});

test("a write that the disk does not take is taken back whole", { timeout: 60_000 }, async () => {
  const { cwd, law, post, path, text } = desk();
  await post(OPENING, "--create");
  const before = text();
  const commands = Array.from({ length: 200 }, (_, at) => pays(`p-${at}`, 10));
  writeFileSync(join(cwd, "commands.json"), JSON.stringify(commands));
  // No file may become longer than this: the write ends in the middle.
  const argv = [MAIN, "ledger", "post", path, ...law(), "--commands", "commands.json"];
  const limited = ["-c", `trap "" XFSZ; ulimit -f 64; exec "$0" "$@"`, process.execPath, ...argv];
  const { status, stderr } = spawnSync("bash", limited, { cwd, encoding: "utf8" });
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr: `error: ${path}: the file would be larger than it may be; nothing was posted\n`,
  });
  expect(text()).toBe(before);
  expect(existsSync(`${path}.lock`)).toBe(false);
});

describe("a lock that is there", { timeout: 60_000 }, () => {
  test("of a process that is gone is taken over by one alone", async () => {
    const lock = join(temporaryFolder(), "journal.lock");
    writeFileSync(lock, lockOf({ pid: await goneProcess() }));
    // Two that read the stale lock at the same time: the first has taken it over when the second removes it.
    const first = takeLock(lock);
    expect(first).toMatchObject({ ok: true, tookOver: { token: "0".repeat(32) } });
    expect(takeLock(lock)).toMatchObject({ ok: false, holder: { pid: process.pid } });
    if (first.ok) first.release();
    expect(existsSync(lock)).toBe(false);
  });

  test("is not removed by whoever comes late to a stale one", async () => {
    const lock = join(temporaryFolder(), "journal.lock");
    const stale = lockOf({ pid: await goneProcess() });
    writeFileSync(lock, stale);
    writeFileSync(`${lock}.${"0".repeat(32)}`, stale);
    expect(takeLock(lock)).toMatchObject({ ok: false });
    expect(readFileSync(lock, "utf8")).toBe(stale);
  });

  test("of another computer is not taken over, whether or not a process of that number runs here", async () => {
    const lock = join(temporaryFolder(), "journal.lock");
    const pid = await goneProcess();
    writeFileSync(lock, lockOf({ pid, host: "elsewhere" }));
    expect(takeLock(lock)).toMatchObject({ ok: false, holder: { pid, host: "elsewhere" } });
  });

  test.each([
    ["of another computer", lockOf({ host: "elsewhere" }), "process 1 on elsewhere"],
    ["of a process that runs", lockOf({ pid: process.pid }), `process ${process.pid} on`],
    ["that says nothing", "", "the lock is another's, and does not say whose"],
  ])("%s stands", async (_name, lock, words) => {
    const { post, path } = desk();
    writeFileSync(`${path}.lock`, lock);
    const { exit, out, err } = await post(OPENING, "--create");
    expect({ exit, out }).toEqual({ exit: 3, out: "" });
    expect(err).toContain(words);
    expect(err).toContain("remove the file only when you know that nothing writes");
    expect(existsSync(path)).toBe(false);
    expect(readFileSync(`${path}.lock`, "utf8")).toBe(lock);
  });

  test("is the same one through a link", async () => {
    const { post, path, cwd, ledger, law } = desk();
    await post(OPENING, "--create");
    mkdirSync(join(cwd, "links"));
    symlinkSync(path, join(cwd, "links", "journal.jsonl"));
    writeFileSync(`${path}.lock`, lockOf({ pid: process.pid }));
    const stdin = JSON.stringify([pays("p-1", 100)]);
    expect((await ledger(["post", "links/journal.jsonl", ...law(), "--commands", "-"], { stdin })).exit).toBe(3);
  });

  test("does not stop a reader, who leaves out what is being written", async () => {
    const { post, path, ledger, text } = desk();
    await post(OPENING, "--create");
    writeFileSync(path, `${text()}{"entry":{"choi`);
    writeFileSync(`${path}.lock`, lockOf({ pid: process.pid }));
    expect(await ledger(["verify", path])).toMatchObject({ exit: 0, out: expect.stringContaining("7 entries") });
  });

  test("is let go when the run is stopped before it writes", async () => {
    const { post, path, ledger, law, text } = desk();
    await post(OPENING, "--create");
    const before = text();
    const stop = new AbortController();
    stop.abort();
    const stdin = JSON.stringify([pays("p-1", 100)]);
    const argv = ["post", path, ...law(), "--commands", "-"];
    expect(await ledger(argv, { stdin, signal: stop.signal })).toEqual({
      exit: 130,
      out: "",
      err: "stopped: nothing was written\n",
    });
    expect(text()).toBe(before);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});
