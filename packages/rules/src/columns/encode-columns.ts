import * as Result from "effect/Result";
import { readFact } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Facts } from "../facts.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { type ColumnTable, lengthOf } from "./column.ts";
import type { ColumnsPlan } from "./columns-plan.ts";
import type { EncodedColumns } from "./encoded-columns.ts";
import { type ColumnProblem, ColumnProblems } from "./errors.ts";
import { packColumn } from "./pack-column.ts";
import { type FactPacking, packValues } from "./pack-fact.ts";

/**
 * Packs columns of facts for a plan. Columns of facts that can change neither answer nor grounds are not looked at.
 * @errors `ColumnProblems` with every column that is misnamed or of another length; when there is none, with every value
 * that its fact cannot have, fact by fact.
 */
export const encodeColumns = (
  plan: ColumnsPlan,
  { length, columns }: ColumnTable,
): Result.Result<EncodedColumns, ColumnProblems> => {
  const misshapen = Object.entries(columns).flatMap(([fact, column]): readonly ColumnProblem[] => {
    if (!plan.compiled.law.vocabulary.has(fact)) return [{ code: "unknown-fact", fact, row: null }];
    return lengthOf(column) === length ? [] : [{ code: "length-differs", fact, row: null }];
  });
  if (misshapen.length > 0) return Result.fail(new ColumnProblems({ problems: misshapen }));
  return pack(plan, length, (packing) => {
    const { name } = packing.axis.definition;
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (column === undefined) packMissing(packing);
    else packColumn(packing, column);
  });
};

/**
 * Packs facts given row by row.
 * @errors `ColumnProblems` with every fact that the vocabulary does not have; when there is none, with every value that
 * its fact cannot have, fact by fact.
 */
export const encodeRows = (
  plan: ColumnsPlan,
  rows: readonly Facts[],
): Result.Result<EncodedColumns, ColumnProblems> => {
  const misnamed = rows.flatMap((facts, row) =>
    unknownNames(plan, facts).map((fact): ColumnProblem => ({ code: "unknown-fact", fact, row })),
  );
  if (misnamed.length > 0) return Result.fail(new ColumnProblems({ problems: misnamed }));
  return pack(plan, rows.length, (packing) => {
    const { name } = packing.axis.definition;
    packValues(packing, rows.length, (row) => readFact(itemAt(rows, row), name));
  });
};

const unknownNames = ({ compiled }: ColumnsPlan, facts: Facts): readonly FactName[] => {
  const { vocabulary } = compiled.law;
  const names: FactName[] = [];
  for (const name of Object.keys(facts))
    if (!vocabulary.has(name) && (readFact(facts, name) ?? null) !== null) names.push(name);
  return names;
};

const pack = (
  plan: ColumnsPlan,
  length: number,
  packFact: (packing: FactPacking) => void,
): Result.Result<EncodedColumns, ColumnProblems> => {
  const problems: ColumnProblem[] = [];
  const words = plan.words.map(({ facts }) => {
    const word = new Uint16Array(length);
    for (const fact of facts) {
      const axis = itemAt(plan.compiled.space.axes, fact.level);
      const bad: number[] = [];
      packFact({ axis, fact, word, bad });
      for (const row of bad) problems.push({ code: "not-a-value", fact: axis.definition.name, row });
    }
    return word;
  });
  return problems.length === 0
    ? Result.succeed({ layout: plan.layout, length, words })
    : Result.fail(new ColumnProblems({ problems }));
};

const packMissing = ({ axis, fact, word }: FactPacking): void => {
  const part = axis.cells.length * fact.stride;
  for (const [row, packed] of word.entries()) word[row] = packed + part;
};
