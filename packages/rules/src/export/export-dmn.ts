import * as Result from "effect/Result";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { QuestionId } from "../file/rule-file.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { decisionNames } from "./dmn/decision-names.ts";
import { documentOf, factsTested } from "./dmn/document-of.ts";
import { type DmnVersion, moddleFor } from "./dmn/dmn-version.ts";
import { definitionsElement } from "./dmn/elements.ts";
import type { TooLargeForDmn } from "./dmn/errors.ts";
import { feelName } from "./dmn/feel-name.ts";
import { type QuestionTables, questionTables } from "./dmn/question-tables.ts";
import { type NotExported, notExported } from "./exported-question.ts";

/** How a question is written as DMN. */
export type DmnOptions = {
  /** `1.5` when not given; dmn-js 17 reads `1.3` alone. */
  readonly version?: DmnVersion;
  /** How many diagram nodes the tables of one question may take while they are made; 100,000 when not given. */
  readonly maxNodes?: number;
  /** How many rows a table may have; 2,000 when not given. */
  readonly maxRows?: number;
};

/** A question and every question it reads as one DMN document. */
export type DmnExport = {
  readonly format: "dmn";
  readonly version: DmnVersion;
  readonly xml: string;
  /** The input data that each fact is given as. A fact that no row tests has none. */
  readonly inputs: readonly { readonly fact: FactName; readonly name: string }[];
  /** The decisions of each question, each question after those it reads, the asked one last. */
  readonly decisions: readonly DmnQuestion[];
};

/** The decisions of one question, by name. */
export type DmnQuestion = {
  readonly question: QuestionId;
  /** Gives `"yes"`, `"no"`, `"conflict"` or `null`. */
  readonly answer: string;
  /** Gives the ids of the grants that stand. */
  readonly grounds: string;
  /** The tables: which rules hold, and which hold for some value of what is `null`. */
  readonly holding: string;
  readonly possible: string;
  readonly leftOut: readonly NotExported[];
};

const DEFAULT_MAX_NODES = 100_000;
const DEFAULT_MAX_ROWS = 2_000;

/**
 * Writes a compiled question as decision tables. With every input given, the answer and the grounds are those of
 * `decide`, and `"conflict"` where it fails with `RuleConflict`. With inputs that are `null` the answer is never wrong,
 * and is `null` more often than `decide` is undetermined.
 * @errors `TooLargeForDmn` when a question's tables take more nodes or rows than allowed.
 */
export const exportDmn = async (
  compiled: CompiledQuestion,
  options: DmnOptions = {},
): Promise<Result.Result<DmnExport, TooLargeForDmn>> => {
  const { version = "1.5", maxNodes = DEFAULT_MAX_NODES, maxRows = DEFAULT_MAX_ROWS } = options;
  const tables = questionTables(compiled, { maxNodes, maxRows });
  if (Result.isFailure(tables)) return Result.fail(tables.failure);
  const moddle = moddleFor(version);
  const document = definitionsElement(moddle, documentOf(compiled, tables.success), version);
  const { xml } = await moddle.toXML(document, { format: true });
  return Result.succeed({
    format: "dmn",
    version,
    xml,
    inputs: factsTested(tables.success).map(({ name }) => ({ fact: name, name: feelName(name) })),
    decisions: tables.success.map(told),
  });
};

const told = ({ compiled }: QuestionTables): DmnQuestion => {
  const { answer, grounds, holding, possible } = decisionNames(compiled.question);
  return { question: compiled.question, answer, grounds, holding, possible, leftOut: notExported(compiled) };
};
