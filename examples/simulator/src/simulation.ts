import type { AttemptKey, Obligation, ObligationId } from "@victim-rights/notification";
import type { Agency } from "./agency/agency.ts";
import type { Happening } from "./check/happening.ts";
import type { ObservedStore } from "./delivery/observed-store.ts";
import type { Machine } from "./engine/process.ts";
import type { Papers } from "./people/papers.ts";
import type { Plants } from "./planted/plants.ts";
import type { Random } from "./seed/random.ts";
import type { Population } from "./world/people.ts";
import type { SourceRecord } from "./world/source.ts";

/** Everything that one simulation consists of. */
export type Simulation = Machine & {
  readonly seed: number;
  readonly population: Population;
  readonly source: readonly SourceRecord[];
  readonly agency: Agency;
  readonly store: ObservedStore;
  readonly papers: Papers;
  readonly post: Post;
  readonly plants: Plants;
  readonly tell: (happening: Happening) => void;
  readonly random: (name: string) => Random;
  /** What the people do once a message has reached them. */
  readonly arrivals: ((send: AttemptKey) => void)[];
};

/** What the providers truly did, which none of the agency's processes can see. */
type Post = {
  /** By idempotency key. */
  readonly sends: Map<string, PostedSend>;
  readonly claims: Map<string, AttemptKey>;
};

/** What became of one send. */
export type PostedSend = {
  readonly send: AttemptKey;
  readonly taken: boolean;
  /** How often it reached the person. */
  readonly arrivals: number;
  /** Whether the provider has said that it arrived. */
  readonly receipted: boolean;
  /** Whether the provider has said that it had never been sent. */
  readonly denied: boolean;
};

/** The obligation as it stands, read past all faults. */
export const standing = ({ store }: Pick<Simulation, "store">, id: ObligationId): Obligation | null =>
  store.obligations.get(id)?.obligation ?? null;
