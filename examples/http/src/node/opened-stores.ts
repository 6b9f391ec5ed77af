import type { Ports } from "../ports.ts";

/** The stores of a running service, and how to close them. */
export type OpenedStores = Pick<
  Ports,
  "obligations" | "feeds" | "ledgers" | "cases" | "registry" | "custody" | "assignments" | "answers" | "digest"
> & {
  /** Whether the demonstration may be put in: not where anything is kept already. */
  readonly isEmpty: boolean;
  /** What an operator must know of how long this is kept. */
  readonly told: readonly string[];
  readonly close: () => Promise<void>;
};
