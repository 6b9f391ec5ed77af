import { outcomeOfCertainty } from "../columns/column-outcome.ts";
import type { TableChain } from "../diagram/table-chain.ts";
import { SETTLED_ANSWERS } from "../decide/question-diagrams.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { Dialect } from "./dialect.ts";
import { type FactColumn, isValueSql } from "./fact-column.ts";
import type { QuestionChains } from "./question-chains.ts";
import { chooseText, walkSql } from "./walk-sql.ts";

/** A question to be written out, and how its expressions name the cell of the fact at a level. */
export type Writing = {
  readonly chains: QuestionChains;
  /** By level. */
  readonly columns: readonly FactColumn[];
  /** The names of the facts that can change the answer, in the order of the vocabulary, each with its level. */
  readonly asked: readonly { readonly name: FactName; readonly level: number }[];
  readonly dialect: Dialect;
  readonly cellOf: (level: number) => string;
};

/** An expression where every given fact is a value of its domain, and another where one is not. */
export const ifValid = ({ columns, dialect }: Writing, valid: string, otherwise: string): string =>
  columns.length === 0
    ? valid
    : `CASE WHEN ${columns.map((column) => `(${isValueSql(column, dialect)})`).join(" AND ")} THEN ${valid} ELSE ${otherwise} END`;

/** The names of the facts whose value is none of their domain, as a JSON list. */
export const invalidSql = ({ columns, dialect }: Writing): string =>
  listSql(
    columns.map((column) => {
      const name = dialect.text(`,"${column.axis.definition.name}"`);
      return `CASE WHEN ${isValueSql(column, dialect)} THEN '' ELSE ${name} END`;
    }),
  );

/** The answer in words, from the answers that completions give. */
export const answerSql = (writing: Writing): string =>
  chooseText(
    Array.from(
      { length: 1 << SETTLED_ANSWERS.length },
      (_, answers) => outcomeOfCertainty({ answers, standing: [] }, []).answer,
    ),
    walk(writing, writing.chains.answers),
  );

/** The place of the outcome. */
export const outcomeSql = (writing: Writing): string => walk(writing, writing.chains.outcome);

export const answerOfOutcome = ({ chains }: Writing, outcome: string): string =>
  chooseText(
    chains.outcomes.map(({ answer }) => answer),
    outcome,
  );

/** The ids of the grants that stand in every completion, as a JSON list. */
export const groundsOfOutcome = ({ chains }: Writing, outcome: string): string =>
  chooseText(
    chains.outcomes.map(({ ids }) => JSON.stringify(ids)),
    outcome,
  );

/** The names of the facts that are missing and can change the answer, as a JSON list. */
export const missingSql = (writing: Writing): string =>
  listSql(
    writing.asked.map(({ name, level }) => {
      const cells = itemAt(writing.columns, level).axis.cells.length;
      const matters = walk(writing, writing.chains.matters.get(level) ?? NEVER);
      const item = writing.dialect.text(`,"${name}"`);
      return `CASE WHEN ${writing.cellOf(level)} <> ${cells} THEN '' WHEN ${matters} = 0 THEN '' ELSE ${item} END`;
    }),
  );

const NEVER: TableChain = { words: [], tables: [], start: 0 };

const walk = ({ cellOf }: Writing, chain: TableChain): string => walkSql(chain, cellOf);

/** Items that each begin with a comma, or are empty. */
const listSql = (items: readonly string[]): string =>
  items.length === 0 ? "'[]'" : `'[' || substr(${items.join(" ||\n")}, 2) || ']'`;
