/**
 * Facts of many rows, packed for one plan by `encodeColumns` or `encodeRows`: plain data, so that it can be kept, sliced
 * and sent to another thread.
 */
export type EncodedColumns = {
  /** The layout of the plan it is packed for. */
  readonly layout: string;
  readonly length: number;
  /** One number per row for each word of the plan. */
  readonly words: readonly Uint16Array[];
};
