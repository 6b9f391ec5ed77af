import type { ZoneId } from "@victim-rights/core";
import type { Vocabulary } from "@victim-rights/rules";
import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import type { Literal } from "./field-at.ts";
import type { MappingProblem } from "./mapping-problem.ts";

/** What a mapping is read against, and where its problems are gathered. */
export type CompileContext = {
  readonly jurisdiction: string;
  readonly zone: ZoneId;
  readonly placeholders: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly channels: ReadonlySet<string>;
  readonly problems: MappingProblem[];
};

/** A place in the mapping, such as `$.sources[0].fields.relation`. */
export type Place = { readonly context: CompileContext; readonly path: string };

/** Notes a problem at a place, or at one below it. */
export const report = ({ context, path }: Place, problem: string, fix: string): void => {
  context.problems.push({ path, problem, fix });
};

export const below = (place: Place, step: string | number): Place => ({
  context: place.context,
  path: typeof step === "number" ? `${place.path}[${step}]` : `${place.path}.${step}`,
});

/** Reads one value of a record; `null` is unknown, which is also what a cell with a problem gives. */
export type ValueReader<T> = (record: FeedRecord, problems: CellProblem[]) => T | null;

export type LiteralReader = ValueReader<Literal>;
