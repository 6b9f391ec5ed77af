import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** What is done at the moment of a fault. */
type FaultKind = "kill-workers" | "stop-workers" | "kill-server" | "stop-server-at-once";

/**
 * One fault, and when: at the `after`-th thing that any worker says to the server since the one before, just before or
 * just after the server hears it; or, at `sent`, when the provider has taken the `after`-th notice since, and its worker
 * has not heard so. `workers` of them are struck, whoever is speaking first.
 */
export type Fault = {
  readonly kind: FaultKind;
  readonly after: number;
  readonly side: "before" | "after" | "sent";
  readonly workers: number;
};

/** How often a server dies, in a hundred; the rest strikes workers. */
const SERVER_PERCENT = 35;
/** Between two faults so much is said at least, and at most: from the middle of one look to some rounds of everybody. */
const GAP = { least: 5, most: 250 };

/** How many faults of each kind, and on how many workers. */
type Counts = { readonly faults: number; readonly atSends: number; readonly workers: number };

/**
 * The faults of a seed: the same seed always gives the same. Those at a send come last: all workers are killed, as nobody
 * can tell which one it was that sent.
 */
export const faultsOf = (seed: number, { faults, atSends, workers }: Counts): readonly Fault[] => [
  ...random(seed, faults, workers),
  ...Array.from({ length: atSends }, (_, at): Fault => ({
    kind: "kill-workers",
    after: 2 + at,
    side: "sent",
    workers,
  })),
];

const random = (seed: number, count: number, workers: number): readonly Fault[] => {
  const generator = xoroshiro128plus(seed);
  const between = (from: number, to: number): number => uniformInt(generator, from, to);
  return Array.from({ length: count }, (): Fault => {
    const isServer = between(1, 100) <= SERVER_PERCENT;
    const isRough = between(1, 3) > 1;
    return {
      kind: isServer ? (isRough ? "kill-server" : "stop-server-at-once") : isRough ? "kill-workers" : "stop-workers",
      after: between(GAP.least, GAP.most),
      side: between(0, 1) === 0 ? "before" : "after",
      workers: between(1, workers),
    };
  });
};
