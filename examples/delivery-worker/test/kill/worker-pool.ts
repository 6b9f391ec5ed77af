import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TornNetwork } from "../database/torn-network.ts";

/** What the pool tells of its workers. */
export type Heard = {
  /** A line of a worker's log. */
  readonly line: (text: string) => void;
  /** Something that a worker says to the server: the answer says whether the server hears it. */
  readonly said: (slot: number) => "pass" | "drop";
};

type Slot = {
  readonly network: TornNetwork;
  readonly url: string;
  child: ChildProcess;
  isAsked: boolean;
  hasStarted: boolean;
};

/** Worker processes, each behind a network of its own, which are started again whenever they end. */
export class WorkerPool {
  readonly #slots: Slot[] = [];
  readonly #run: { readonly program: string; readonly providerUrl: string };
  readonly #heard: Heard;
  #started = 0;
  #isClosing = false;
  /** Ends that nobody had asked for: of a worker that ran, or of one that was asked to stop and did not do so cleanly. */
  readonly wrongEnds: string[] = [];

  private constructor(run: { readonly program: string; readonly providerUrl: string }, heard: Heard) {
    this.#run = run;
    this.#heard = heard;
  }

  static async open(
    urls: { readonly database: string; readonly provider: string },
    { program, count, heard }: { readonly program: string; readonly count: number; readonly heard: Heard },
  ): Promise<WorkerPool> {
    const pool = new WorkerPool({ program, providerUrl: urls.provider }, heard);
    for (let slot = 0; slot < count; slot += 1) {
      const { network, url } = await TornNetwork.open(urls.database, () => heard.said(slot));
      pool.#slots.push({ network, url, child: pool.#spawn(slot, url), isAsked: false, hasStarted: false });
    }
    return pool;
  }

  /** `SIGKILL`, or `SIGTERM`, to a number of workers from one slot on. */
  strike(
    from: number,
    { workers, signal }: { readonly workers: number; readonly signal: "SIGKILL" | "SIGTERM" },
  ): void {
    for (let step = 0; step < workers; step += 1) {
      const slot = this.#slots[(from + step) % this.#slots.length];
      if (slot === undefined || slot.isAsked) continue;
      // Before it has taken the signal over, a process that is asked to stop just ends.
      if (signal === "SIGTERM" && !slot.hasStarted) continue;
      slot.isAsked = true;
      slot.child.kill(signal);
    }
  }

  /** Whether every worker has taken over what it does when it is asked to stop. */
  get allRun(): boolean {
    return this.#slots.every(({ hasStarted }) => hasStarted);
  }

  /** Asks workers that all run to stop, for good; one that does not do so cleanly is a wrong end. */
  async stop(): Promise<void> {
    this.#isClosing = true;
    const ends = this.#slots.map(async ({ child }) => {
      const end = once(child, "exit");
      child.kill("SIGTERM");
      const [code, signal] = (await end) as readonly unknown[];
      if (code !== 0)
        this.wrongEnds.push(`a worker that was asked to stop at the end ended with ${String(code ?? signal)}`);
    });
    await Promise.all(ends);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const ends = this.#slots.map(async ({ child }) => {
      if (child.exitCode === null && child.signalCode === null) {
        const end = once(child, "exit");
        child.kill("SIGKILL");
        await end;
      }
    });
    await Promise.all(ends);
    for (const { network } of this.#slots) await network.close();
  }

  #spawn(slot: number, url: string): ChildProcess {
    this.#started += 1;
    const { program, providerUrl } = this.#run;
    const child = spawn(process.execPath, [program, url, providerUrl, `worker-${this.#started}`], {
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "victim-rights-compiled") },
    });
    for (const output of [child.stdout, child.stderr])
      output?.on("data", (data: Buffer) => {
        const text = data.toString();
        const held = this.#slots[slot];
        if (text.includes('"worker-started"') && held?.child === child) held.hasStarted = true;
        this.#heard.line(text);
      });
    child.once("exit", (code, signal) => this.#ended(slot, { code, signal }));
    return child;
  }

  #ended(at: number, { code, signal }: { readonly code: number | null; readonly signal: string | null }): void {
    const slot = this.#slots[at];
    if (slot === undefined || this.#isClosing) return;
    const isExpected = slot.isAsked ? signal === "SIGKILL" || code === 0 : !slot.hasStarted;
    if (!isExpected)
      this.wrongEnds.push(`a worker ended with ${code ?? signal}, ${slot.isAsked ? "asked to" : "unasked"}`);
    slot.isAsked = false;
    slot.hasStarted = false;
    slot.child = this.#spawn(at, slot.url);
  }
}
