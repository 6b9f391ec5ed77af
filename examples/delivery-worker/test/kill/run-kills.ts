import { EventEmitter, once } from "node:events";
import { newDatabase } from "@victim-rights-examples/storage-postgres/testing";
import type { TestServer } from "@victim-rights-examples/storage-postgres/testing/server";
import { FarSideHttp } from "../far-side-http.ts";
import { sinchLike } from "../sinch-like.ts";
import { checkKills, type Taken } from "./check-kills.ts";
import { type Fault, faultsOf } from "./fault-schedule.ts";
import { KilledRecord } from "./killed-record.ts";
import { WorkerPool } from "./worker-pool.ts";

/** What is run: the seed of the faults, how many, on how many workers of what program, and a server. */
export type KillsAsked = {
  readonly seed: number;
  readonly faults: number;
  /** How many further ones strike when the provider has taken a notice. */
  readonly atSends: number;
  readonly workers: number;
  /** `worker.ts` beside this, or what it was built to. */
  readonly program: string;
  /** A server that cannot be crashed is left alone: what would have struck it strikes workers. */
  readonly server: Pick<TestServer, "url" | "faults">;
  /** A run that has not come to its end by then has lost something; it says what. */
  readonly patienceMs: number;
};

/** What came of a run. `problems` is empty when every promise held. */
export type KillsReport = {
  readonly faults: readonly Fault[];
  readonly owed: number;
  readonly confirmed: number;
  readonly sends: number;
  readonly problems: readonly string[];
};

/** At each so-manieth notice that the provider takes, its line breaks before it has said so. */
const BREAKS_OFF_EVERY = 11;
/** So many notices come up at the start and after each fault; half of those who hear confirm. */
const AT_ONCE = 6;

/** Kills workers and their server by the schedule of a seed, lets everything come to its end, and checks what is left. */
export const runKills = async (asked: KillsAsked): Promise<KillsReport> => {
  const run = new KillsRun(asked);
  try {
    await run.open();
    await run.untilEnded();
    return await run.report();
  } finally {
    await run.close();
  }
};

class KillsRun {
  readonly #asked: KillsAsked;
  readonly #faults: readonly Fault[];
  readonly #far = sinchLike();
  readonly #news = new EventEmitter();
  readonly #provider: FarSideHttp;
  readonly #problems: string[] = [];
  /** What goes on beside the workers: writes that insist, and faults under way. */
  readonly #underWay = new Set<Promise<unknown>>();
  #record: KilledRecord | null = null;
  #pool: WorkerPool | null = null;
  #struck = 0;
  #countSince = 0;
  #isStriking = false;

  constructor(asked: KillsAsked) {
    this.#asked = asked;
    this.#faults = faultsOf(asked.seed, asked);
    this.#provider = new FarSideHttp((call, does) => {
      const taken = this.#far.got.length;
      const breaks = call.method === "POST" && taken % BREAKS_OFF_EVERY === BREAKS_OFF_EVERY - 1;
      const answer = this.#far.answer(call, breaks ? "accepts-and-breaks-off" : does);
      if (this.#far.got.length > taken) this.#tookOne();
      return answer;
    });
  }

  async open(): Promise<void> {
    const { server, program, workers } = this.#asked;
    const database = await newDatabase({ url: server.url, prefix: "kills" });
    this.#record = await KilledRecord.open(database);
    await this.#record.owe(AT_ONCE);
    const line = (text: string): void => {
      if (text.includes("+1555")) this.#problems.push("a number stands in a worker's log");
      this.#news.emit("heard");
    };
    this.#pool = await WorkerPool.open(
      { database, provider: await this.#provider.open() },
      { program, count: workers, heard: { line, said: (slot) => this.#said(slot) } },
    );
  }

  /** Waits until every fault has struck and nothing is left to do, or patience ends. */
  async untilEnded(): Promise<void> {
    const patience = AbortSignal.timeout(this.#asked.patienceMs);
    try {
      while (!(await this.#hasEnded())) await once(this.#news, "heard", { signal: patience });
      while (this.#pool?.allRun === false) await once(this.#news, "heard", { signal: patience });
      await this.#pool?.stop();
    } catch (error) {
      if (!patience.aborted) throw error;
      this.#problems.push(`after ${this.#struck} faults it did not come to its end`);
    }
  }

  async report(): Promise<KillsReport> {
    if (this.#record === null) return { faults: [], owed: 0, confirmed: 0, sends: 0, problems: ["it did not open"] };
    const taken = this.#far.got.map(({ client_reference, to }): Taken => ({
      key: client_reference,
      person: personOf(to[0]),
    }));
    return {
      faults: this.#faults.slice(0, this.#struck),
      owed: this.#record.owed.length,
      confirmed: this.#record.confirmed.size,
      sends: taken.length,
      problems: [...this.#problems, ...(this.#pool?.wrongEnds ?? []), ...(await checkKills(this.#record, taken))],
    };
  }

  async close(): Promise<void> {
    await this.#pool?.close();
    await this.#provider.close();
    await this.#record?.close();
  }

  async #hasEnded(): Promise<boolean> {
    if (this.#struck < this.#faults.length || this.#underWay.size > 0) return false;
    return (await this.#record?.countOpen()) === 0 && this.#underWay.size === 0;
  }

  /** Strikes, when the next fault's moment has come, before the worker hears that its notice was taken. */
  #tookOne(): void {
    const fault = this.#faultNow("at-send");
    if (fault !== null) this.#begin(this.#strike(fault, 0));
    this.#confirmLast();
  }

  #confirmLast(): void {
    const person = personOf(this.#far.got.at(-1)?.to[0]);
    if (person % 2 === 0) this.#begin(this.#record?.confirm(person));
  }

  #begin(work: Promise<unknown> | undefined): void {
    if (work === undefined) return;
    const done = work.then(
      () => undefined,
      (error: unknown) => void this.#problems.push(`a write failed: ${String(error)}`),
    );
    this.#underWay.add(done);
    void done.then(() => {
      this.#underWay.delete(done);
      this.#news.emit("heard");
    });
  }

  /** Counts what the next fault waits for; that fault, once its moment has come. */
  #faultNow(moment: "at-send" | "at-word"): Fault | null {
    const fault = this.#faults[this.#struck];
    if (fault === undefined || this.#isStriking || (fault.side === "sent") !== (moment === "at-send")) return null;
    this.#countSince += 1;
    if (this.#countSince < fault.after) return null;
    this.#isStriking = true;
    this.#countSince = 0;
    return fault;
  }

  /** Strikes when a fault's moment has come with what a worker says. */
  #said(slot: number): "pass" | "drop" {
    const fault = this.#faultNow("at-word");
    if (fault === null) return "pass";
    if (fault.side === "before") {
      this.#begin(this.#strike(fault, slot));
      // A worker that is only asked to stop still waits for an answer to what it said.
      return fault.kind === "stop-workers" ? "pass" : "drop";
    }
    // What was said is on its way to the server when this runs.
    queueMicrotask(() => this.#begin(this.#strike(fault, slot)));
    return "pass";
  }

  async #strike(fault: Fault, slot: number): Promise<void> {
    await this.#do(fault, slot);
    this.#struck += 1;
    this.#isStriking = false;
    await this.#record?.owe(AT_ONCE);
  }

  async #do({ kind, workers }: Fault, slot: number): Promise<void> {
    const { faults } = this.#asked.server;
    if (kind === "stop-workers") return this.#pool?.strike(slot, { workers, signal: "SIGTERM" });
    if (kind === "kill-workers" || faults === null) return this.#pool?.strike(slot, { workers, signal: "SIGKILL" });
    await (kind === "kill-server" ? faults.kill() : faults.stopAtOnce());
    faults.startAgain();
  }
}

/** Whose telephone it is, as the sample agency makes numbers. */
const personOf = (number: string | undefined): number => Number(number?.slice(5, 11));
