import { JurisdictionId, LocalDate } from "@victim-rights/core";
import canonicalize from "canonicalize";
import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { z } from "zod";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { decide } from "../decide/decide.ts";
import type { Determination } from "../decide/determination.ts";
import type { DecideError, FactProblems, RuleConflict } from "../decide/errors.ts";
import { digestOf } from "../decide/facts-digest.ts";
import { type Facts, isUncertain } from "../facts.ts";
import { StatedFact } from "../file/case-file.ts";
import { FactLiteral } from "../file/condition.ts";
import { QuestionId, RuleId } from "../file/rule-file.ts";
import { factsFromStated } from "../load/run-cases.ts";
import { FactName } from "../vocabulary/fact-definition.ts";
import { type CostOf, usualCost } from "./asking-cost.ts";
import { answerNext, beginInterview, type Interview } from "./interview.ts";

const Step = z.strictObject({
  fact: FactName,
  question: z.string(),
  sensitive: z.boolean(),
  answer: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("value"), value: FactLiteral }),
    z.strictObject({ kind: z.literal("not-known") }),
    z.strictObject({ kind: z.literal("skipped") }),
  ]),
});

/** The record of an interview: what was known, what was asked in which words and why it ended, and the answer's receipt digest. */
export const Transcript = z
  .strictObject({
    version: z.literal(1),
    jurisdiction: JurisdictionId,
    question: QuestionId,
    asOf: LocalDate,
    edition: z.string(),
    ruleHash: z.string(),
    enabled: z.array(RuleId),
    opening: z.record(FactName, StatedFact),
    steps: z.array(Step),
    ended: z.enum(["settled", "nothing-left-to-ask", "stopped", "contradiction"]).meta({
      description:
        "`stopped`: a question was still open. `nothing-left-to-ask`: only facts nobody knows, or skipped ones, stand in the way. `contradiction`: rules contradict each other, whatever else is answered.",
    }),
    answer: z.enum(["yes", "no", "undetermined", "conflict"]).meta({
      description: "`conflict`: rules contradict each other, so that there is no answer.",
    }),
    factsDigest: z.string(),
  })
  .meta({ id: "Transcript" });
/** The record of an interview. */
export type Transcript = z.infer<typeof Transcript>;

/** An interview brought to its end: its record, and the answer or the contradiction that stands in its place. */
export type ConcludedInterview = {
  readonly transcript: Transcript;
  readonly outcome: Result.Result<Determination, RuleConflict>;
};

/**
 * Decides on what an interview found out so far, and writes its record. Rules that contradict each other are an outcome:
 * the record of what led there is what a person needs to look at it.
 * @errors `FactProblems` when the opening facts were changed since the interview began.
 */
export const concludeInterview = (interview: Interview): Result.Result<ConcludedInterview, FactProblems> =>
  Result.gen(function* () {
    const { given } = yield* interview.compiled.read(interview.facts);
    const outcome = yield* outcomeOf(decide(interview.compiled, interview.facts));
    const answer = Result.isSuccess(outcome) ? outcome.success.answer : "conflict";
    return { outcome, transcript: transcriptOf(interview, answer, digestOf(given)) };
  });

const outcomeOf = (
  decided: Result.Result<Determination, DecideError>,
): Result.Result<ConcludedInterview["outcome"], FactProblems> =>
  Result.match(decided, {
    onSuccess: (determination) => Result.succeed(Result.succeed(determination)),
    onFailure: (error) => (error._tag === "FactProblems" ? Result.fail(error) : Result.succeed(Result.fail(error))),
  });

const transcriptOf = (
  { compiled, opening, steps, next }: Interview,
  answer: Transcript["answer"],
  factsDigest: string,
): Transcript => ({
  version: 1,
  jurisdiction: compiled.law.id,
  question: compiled.question,
  asOf: compiled.asOf,
  edition: compiled.edition,
  ruleHash: compiled.ruleHash,
  enabled: [...compiled.enabled],
  opening: statedOf(opening),
  steps: steps.map(({ asked, answer: said }) => ({
    fact: asked.fact,
    question: asked.question,
    sensitive: asked.sensitive,
    answer: said,
  })),
  ended: next === null ? ENDS[answer] : "stopped",
  answer,
  factsDigest,
});

/** Why an interview ended when no question was left. */
const ENDS = {
  yes: "settled",
  no: "settled",
  undetermined: "nothing-left-to-ask",
  conflict: "contradiction",
} as const satisfies Readonly<Record<Transcript["answer"], Transcript["ended"]>>;

const statedOf = (facts: Facts): Transcript["opening"] =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, isUncertain(value) ? { uncertain: true as const } : value]];
    }),
  );

/** A transcript that the given rules do not reproduce: the first place where it differs. */
export class TranscriptDiffers extends Data.TaggedError("TranscriptDiffers")<{
  readonly question: QuestionId;
  /** `step 3` when another question would have been put there, else the field that differs. */
  readonly at: string;
}> {
  override get message(): string {
    return `the interview on \`${this.question}\` is not reproduced: ${this.at} differs`;
  }
}

/**
 * Holds the same interview again with the answers on record, and holds the new record to the old one. A contradiction on
 * record is reproduced when the rules still contradict each other.
 * @param costOf - the costs that the interview was held with.
 * @errors `FactProblems` for facts and answers that the vocabulary refuses, then `TranscriptDiffers` with the first step or field that is not the same.
 */
export const replayInterview = (
  transcript: Transcript,
  compiled: CompiledQuestion,
  costOf: CostOf = usualCost,
): Result.Result<ConcludedInterview, FactProblems | TranscriptDiffers> =>
  Result.gen(function* () {
    const { question } = compiled;
    let interview = yield* beginInterview(compiled, factsFromStated(transcript.opening), costOf);
    for (const [place, { fact, answer }] of transcript.steps.entries()) {
      if (interview.next?.fact !== fact)
        yield* Result.fail(new TranscriptDiffers({ question, at: `step ${place + 1}` }));
      interview = yield* answerNext(interview, answer);
    }
    const again = yield* concludeInterview(interview);
    const at = firstDifference(transcript, again.transcript);
    return at === null ? again : yield* Result.fail(new TranscriptDiffers({ question, at }));
  });

const firstDifference = (left: Transcript, right: Transcript): string | null => {
  const rights = new Map<string, unknown>(Object.entries(right));
  const found = Object.entries(left).find(([field, value]) => bytes(value) !== bytes(rights.get(field)));
  return found === undefined ? null : `\`${found[0]}\``;
};

const bytes = (value: unknown): string => canonicalize([value]) ?? "";
