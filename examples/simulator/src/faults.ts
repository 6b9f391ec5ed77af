import { type Random, randomOf } from "./seed/random.ts";

/** Everything that can go wrong, and how often, in a thousand, each time it could. */
export const FAULT_RATES = {
  /** A process loses its memory between two steps of a call, and comes back later. */
  crash: 5,
  /** What a crashed process had asked of the store is still done, later. */
  "late-write": 800,
  /** A call takes many seconds. */
  delay: 20,
  /** The store does not answer, and wrote nothing. */
  "store-refuses": 25,
  /** The store does not answer, and nobody knows whether it wrote. */
  "commit-unknown": 70,
  /** The clock of one worker jumps forward or back by less than it takes to doubt a send. */
  "clock-jump": 150,
  /** The clock of one worker jumps by up to an hour. */
  "clock-jump-far": 150,
  "feed-loses": 60,
  "feed-doubles": 120,
  "feed-reorders": 150,
  "feed-late": 120,
  /** A routine refresh that flips everybody: drawn once a month. */
  "feed-bulk": 600,
  /** A record of something that did not happen. */
  "feed-false": 150,
  /** The feed falls silent: drawn once a week. */
  "feed-silent": 400,
  "provider-refuses": 80,
  /** The provider says that it has it, and loses it. */
  "provider-loses": 60,
  /** The provider does not say what it did, and did it or not. */
  "provider-unknown": 150,
  "provider-slow": 60,
  /** One send arrives twice. */
  "provider-doubles": 30,
  /** Asked later, the provider denies what it sent. */
  "provider-denies": 250,
  "wakes-lost": 150,
  "wakes-doubled": 80,
  "registry-down": 20,
} as const;

/** One kind of fault. */
export type FaultKind = keyof typeof FAULT_RATES;

/** All kinds, in the order of the table. */
export const FAULT_KINDS = Object.keys(FAULT_RATES) as readonly FaultKind[];

/** Which faults happen. */
export type Faults = {
  /** Whether a fault happens now. Each kind draws from a stream of its own, so that leaving one out moves no other. */
  readonly hits: (kind: FaultKind) => boolean;
  readonly random: (kind: FaultKind) => Random;
  /** From here on nothing goes wrong any more. */
  readonly stop: () => void;
  readonly isOver: () => boolean;
  readonly counts: ReadonlyMap<FaultKind, number>;
};

/** The faults of a seed, of the kinds that are left in. */
export const faultsOf = (seed: number, kinds: ReadonlySet<FaultKind>): Faults => {
  const streams = new Map(FAULT_KINDS.map((kind) => [kind, randomOf(seed, `fault ${kind}`)]));
  const counts = new Map<FaultKind, number>();
  let over = false;
  const random = (kind: FaultKind): Random => streams.get(kind) ?? randomOf(seed, kind);
  return {
    random,
    counts,
    stop: () => void (over = true),
    isOver: () => over,
    hits: (kind) => {
      const hit = random(kind).hits(FAULT_RATES[kind]);
      if (!hit || over || !kinds.has(kind)) return false;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return true;
    },
  };
};
