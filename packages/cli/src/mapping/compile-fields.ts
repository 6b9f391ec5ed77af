import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import { below, type LiteralReader, type Place, report } from "./compile-context.ts";
import { checkLiteral, compileField } from "./compile-field.ts";
import type { FieldAt, Literal } from "./field-at.ts";
import type { Target } from "./target.ts";

type FieldMap<K extends string> = {
  readonly fields: Partial<Record<K, FieldAt>>;
  readonly constants: Partial<Record<K, Literal>>;
};

/** A source's fields of ours, each read from its column or constant; a field that is not mapped is unknown. */
export type FieldsReader<K extends string> = {
  readonly has: (field: K) => boolean;
  /** What the column alone says. */
  readonly column: (field: K) => LiteralReader;
  /** What the column says, else the constant. */
  readonly value: (field: K) => LiteralReader;
  /** As `value`; blank is a problem of the row. */
  readonly required: (field: K) => LiteralReader;
};

export const compileFields = <K extends string>(
  source: FieldMap<K>,
  targets: Readonly<Record<K, Target>>,
  place: Place,
): FieldsReader<K> => {
  const readers = new Map<K, LiteralReader>();
  const values = new Map<K, LiteralReader>();
  for (const field of Object.keys(targets) as K[]) {
    const at = source.fields[field];
    if (at !== undefined) readers.set(field, compileField(at, targets[field], below(below(place, "fields"), field)));
    const constant = source.constants[field];
    if (constant !== undefined) checkLiteral(constant, targets[field], below(below(place, "constants"), field));
    values.set(field, orConstant(readers.get(field) ?? unknown, constant ?? null));
  }
  const column = (field: K): LiteralReader => readers.get(field) ?? unknown;
  const value = (field: K): LiteralReader => values.get(field) ?? unknown;
  const has = (field: K): boolean => readers.has(field) || source.constants[field] !== undefined;
  const required = (field: K): LiteralReader => {
    if (!has(field))
      report(below(place, "fields"), `nothing says which column holds \`${field}\``, `map \`${field}\` to a column`);
    return demand(value(field), source.fields[field]?.column ?? null);
  };
  return { has, column, value, required };
};

const unknown: LiteralReader = () => null;

const orConstant =
  (read: LiteralReader, constant: Literal | null): LiteralReader =>
  (record, problems) =>
    read(record, problems) ?? constant;

const demand =
  (read: LiteralReader, column: string | null): LiteralReader =>
  (record: FeedRecord, problems: CellProblem[]) => {
    const value = read(record, problems);
    const isReported = problems.some((problem) => problem.column === column);
    if (value === null && !isReported)
      problems.push({
        column,
        problem: "the column is blank",
        howToFix: "every row needs this value: export the row again",
      });
    return value;
  };
