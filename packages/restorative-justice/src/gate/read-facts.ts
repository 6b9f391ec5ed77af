import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { type CommandUnreadable, readAtDoor } from "../programme/read-command.ts";
import { type DialogueFacts, type DialogueScreening, GatePapers, type Statement } from "./gate-papers.ts";
import type { Gates } from "./gates.ts";

/** Somebody states what is none of the facts that can be stated, or one of them twice. */
export class StatementsRefused extends Data.TaggedError("StatementsRefused")<{
  readonly problems: readonly {
    readonly path: string;
    readonly because: "unknown-fact" | "read-off-the-records" | "stated-twice";
  }[];
}> {
  override get message(): string {
    return this.problems.map(({ path, because }) => `\`${path}\` is refused (${because})`).join("; ");
  }
}

/**
 * Reads the papers on file at the door, and puts them beside the screening.
 * @errors `CommandUnreadable` with every problem of shape; then `StatementsRefused` with every statement that is no fact
 * of the gates, is read off the records, or is made twice.
 */
export const readDialogueFacts = (
  gates: Gates,
  raw: unknown,
  screening: DialogueScreening,
): Result.Result<DialogueFacts, CommandUnreadable | StatementsRefused> =>
  Result.flatMap(
    readAtDoor(GatePapers, raw),
    (papers): Result.Result<DialogueFacts, CommandUnreadable | StatementsRefused> => {
      const problems = papers.statements.flatMap((statement, at) =>
        problemOf(gates, papers.statements, { statement, at }),
      );
      return problems.length > 0
        ? Result.fail(new StatementsRefused({ problems }))
        : Result.succeed({ papers, screening });
    },
  );

type Placed = { readonly statement: Statement; readonly at: number };
type Problem = StatementsRefused["problems"][number];

const problemOf = (
  { law, statable }: Gates,
  statements: readonly Statement[],
  { statement: { fact }, at }: Placed,
): readonly Problem[] => {
  const path = `statements.${at}.fact`;
  if (!statable.has(fact))
    return [
      { path, because: law.profile.facts.some(({ name }) => name === fact) ? "read-off-the-records" : "unknown-fact" },
    ];
  return statements.findIndex((other) => other.fact === fact) < at ? [{ path, because: "stated-twice" }] : [];
};
