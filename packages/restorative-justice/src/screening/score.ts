/** The share of a norm group that a score belongs to. */
export type GroupRate = {
  readonly scores: { readonly from: number; readonly to: number };
  /** Whole percent of the men in the norm group with such a score who were reported again. */
  readonly percent: number;
  readonly notice: string;
};

/**
 * A sum as a range: `lo` counts what is missing at its least, `hi` at its most. `not_reached` says that the cut-off was
 * not reached with every item answered, and nothing more.
 */
export type Score = {
  readonly lo: number;
  readonly hi: number;
  /** `null` where no cut-off was verified. */
  readonly cutOff: { readonly id: string; readonly atLeast: number } | null;
  readonly standing: "reached" | "open" | "not_reached" | "no_cut_off";
  /** Empty for instruments without norms. */
  readonly groupRates: readonly GroupRate[];
};

/** A cut-off with the people it was found on. Several of one instrument are in use: the one chosen is stored. */
export type CutOff = {
  readonly id: string;
  readonly atLeast: number;
  readonly population: string;
  readonly accuracy: string;
  readonly citation: string;
  /** The key of the public source in which it was checked. */
  readonly checkedIn: string;
};
