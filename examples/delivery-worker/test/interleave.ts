import * as Effect from "effect/Effect";

/** A worker's life at one gate: it goes on, or it ends here and never comes back. */
type Waiting = { readonly worker: number; readonly go: () => void };

/**
 * Runs several workers one step at a time, in an order that numbers decide. Every call of a port passes a gate before it
 * happens and another after it: a worker that is killed at the second has done it and never heard.
 */
export class Interleaving {
  readonly #waiting: Waiting[] = [];
  readonly #killed = new Set<number>();
  readonly #ended = new Set<number>();

  /** A port whose every method passes the worker's gates. */
  gated<Port extends object>(worker: number, port: Port): Port {
    const gate = Effect.promise(() => this.#pass(worker));
    return Object.fromEntries(
      Object.entries(port).map(([name, member]) => [name, this.#gatedMember(gate, member)]),
    ) as unknown as Port;
  }

  #gatedMember(gate: Effect.Effect<void>, member: unknown): unknown {
    const around = (effect: Effect.Effect<unknown, unknown>) =>
      gate.pipe(
        Effect.andThen(effect),
        Effect.tap(() => gate),
      );
    if (Effect.isEffect(member)) return around(member as Effect.Effect<unknown, unknown>);
    if (typeof member !== "function") return member;
    return (...given: readonly unknown[]) => {
      const answer: unknown = Reflect.apply(member, undefined, given);
      return Effect.isEffect(answer) ? around(answer as Effect.Effect<unknown, unknown>) : answer;
    };
  }

  #pass(worker: number): Promise<void> {
    if (this.#killed.has(worker)) return new Promise(() => undefined);
    return new Promise((go) => void this.#waiting.push({ worker, go }));
  }

  /** Runs workers to their end. Each choice takes one waiting worker on; a choice from `kills` ends it there instead. */
  async run(
    workers: readonly (() => Promise<unknown>)[],
    choose: () => number,
    kill: (step: number) => boolean,
  ): Promise<void> {
    const ends = workers.map((work, index) => work().finally(() => void this.#ended.add(index)));
    ends.forEach((end) => void end.catch(() => undefined));
    for (let step = 0; ; step += 1) {
      await settle();
      if (this.#waiting.length === 0) break;
      const [next] = this.#waiting.splice(choose() % this.#waiting.length, 1);
      if (next === undefined) break;
      if (kill(step)) this.#kill(next.worker);
      else next.go();
    }
    const live = ends.filter((_, index) => !this.#killed.has(index));
    await Promise.all(live);
  }

  #kill(worker: number): void {
    this.#killed.add(worker);
    this.#waiting.splice(0, this.#waiting.length, ...this.#waiting.filter((each) => each.worker !== worker));
  }
}

/** Lets everything run that waits for no gate. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
};
