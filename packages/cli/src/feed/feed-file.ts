import type { CompiledSource } from "../mapping/compile-mapping.ts";

/** A file that was recognised: what it is, and how its rows are read. */
export type FeedFile = {
  readonly path: string;
  /** As the person named it; used in messages and as a record's origin. */
  readonly name: string;
  readonly bytes: number;
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  readonly source: CompiledSource;
};

/** Why a whole file cannot be read. */
export type FileProblem = { readonly file: string; readonly problem: string; readonly fix: string };
