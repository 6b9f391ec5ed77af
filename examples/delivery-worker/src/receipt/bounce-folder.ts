import { mkdir, readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { NoticeActorId } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { WorkerClock } from "../worker/clock.ts";
import { WorkerLog } from "../worker/worker-log.ts";
import { readBounce } from "./read-bounce.ts";
import { takeReport } from "./take-report.ts";

/** Where a mail goes that was read and taken, and where one goes that somebody should look at. */
const READ = "read";
const FOR_A_PERSON = "for-a-person";

/** So many are read in one round; the rest waits for the next. */
const MOST = 200;
const MOST_BYTES = 2_000_000;

const MAIL = NoticeActorId.parse("mail");

/**
 * Reads the mails that came back: each file of the folder is one, put there whole by the agency's mail system. What was
 * taken goes to `read/`, what is no report or of no send of ours to `for-a-person/`. A mail stays where it is when the
 * record does not answer, and one that two workers read at once is taken once. @errors `StoreUnavailable`
 */
export const readBounces = (folder: string) =>
  Effect.gen(function* () {
    const { write } = yield* WorkerLog;
    const names = yield* Effect.promise(() => mailsIn(folder));
    if (names === null) return yield* write({ event: "report-refused", why: "folder-unreadable" });
    yield* Effect.forEach(names, (name) => readOne(folder, name), { discard: true });
  });

const readOne = (folder: string, name: string) =>
  Effect.gen(function* () {
    const now = yield* (yield* WorkerClock).now;
    const raw = yield* Effect.promise(() => contentOf(join(folder, name)));
    // Another worker has it, or it cannot be read now.
    if (raw === null) return;
    const report = raw.length > MOST_BYTES ? null : yield* Effect.promise(() => readBounce(raw, now));
    if (report === null) yield* (yield* WorkerLog).write({ event: "report-refused", why: "not-a-report" });
    const taken = report === null ? "unmatched" : yield* takeReport(report, MAIL);
    yield* Effect.promise(() => moveTo(folder, taken === "unmatched" ? FOR_A_PERSON : READ, name));
  });

/** Files in the order of their names; one that begins with a point is still being written. */
const mailsIn = async (folder: string): Promise<readonly string[] | null> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(".")).map(({ name }) => name);
    return names.toSorted().slice(0, MOST);
  } catch {
    return null;
  }
};

const contentOf = async (path: string): Promise<Uint8Array | null> => {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? new Uint8Array(MOST_BYTES + 1) : await readFile(path);
  } catch {
    return null;
  }
};

const moveTo = async (folder: string, under: string, name: string): Promise<void> => {
  try {
    await mkdir(join(folder, under), { recursive: true });
    await rename(join(folder, name), join(folder, under, name));
  } catch {
    // It stays, is read again in the next round, and changes nothing then.
  }
};
