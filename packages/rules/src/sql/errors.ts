import * as Data from "effect/Data";
import type { QuestionId } from "../file/rule-file.ts";

/**
 * The question's diagrams take more than `maxNodes` once every test has a branch for its missing fact. Where that is `null`,
 * the question has no diagrams to print: it was compiled with fewer nodes than its rules need.
 */
export class TooLargeForSql extends Data.TaggedError("TooLargeForSql")<{
  readonly question: QuestionId;
  readonly maxNodes: number | null;
}> {
  override get message(): string {
    if (this.maxNodes === null)
      return `\`${this.question}\` took more nodes than \`compileQuestion\` was allowed: allow it more, or decide its rows in process`;
    return `\`${this.question}\` takes more than ${this.maxNodes} nodes as SQL: allow more nodes, or decide its rows in process`;
  }
}

/** A name that no table or column can have, or one given twice. */
export class UnusableSqlName extends Data.TaggedError("UnusableSqlName")<{
  readonly name: string;
  readonly because: "empty" | "holds-nul" | "given-twice";
}> {
  override get message(): string {
    const why = { empty: "is empty", "holds-nul": "holds a NUL character", "given-twice": "is given twice" };
    return `the name \`${this.name.replaceAll("\0", "")}\` ${why[this.because]}: give each table and column a name of its own`;
  }
}

/** Why a question cannot be printed as SQL, in order of precedence: the names, then the size. */
export type SqlError = UnusableSqlName | TooLargeForSql;
