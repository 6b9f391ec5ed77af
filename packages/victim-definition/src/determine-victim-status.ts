import type { LocalDate } from "@victim-rights/core";
import {
  compileQuestion,
  type CompileError,
  decide,
  type DecideError,
  type Determination,
  type Facts,
  type Ground,
  type Law,
  type RuleId,
} from "@victim-rights/rules";
import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { purposesOf } from "./purposes.ts";
import { VICTIM, VICTIM_DEFINITION, VictimGround } from "./victim-ground.ts";

/** The jurisdiction defines no victims for this purpose. `purposes` are those it does define. */
export class PurposeUnknown extends Data.TaggedError("PurposeUnknown")<{
  readonly purpose: string;
  readonly purposes: readonly string[];
}> {
  override get message(): string {
    return `no victim definition for the purpose \`${this.purpose}\`; the purposes here are ${this.purposes.map((each) => `\`${each}\``).join(", ")}`;
  }
}

/** A ground with what it says of the person: in whose right they stand. */
export type VictimStanding = { readonly ground: Ground; readonly standing: VictimGround };

/** Whether a person is a victim for one purpose, and in whose right. */
export type VictimDetermination = {
  readonly purpose: string;
  readonly determination: Determination;
  readonly standings: readonly VictimStanding[];
};

/** What deciding victim status can fail with, in this order. */
export type VictimStatusError = PurposeUnknown | CompileError | DecideError;

/** Whom, for what, under which law. */
export type VictimStatusInput = {
  readonly law: Law;
  readonly purpose: string;
  readonly facts: Facts;
  /** The day whose law decides. */
  readonly asOf: LocalDate;
  /** Rules that are off by default and that the agency has turned on. */
  readonly enable?: readonly RuleId[];
};

/**
 * Decides whether a person is a victim for one purpose.
 * @errors `PurposeUnknown` first; then what compiling and deciding can fail with.
 */
export const determineVictimStatus = (
  input: VictimStatusInput,
): Result.Result<VictimDetermination, VictimStatusError> => {
  const { law, purpose, facts, asOf, enable = [] } = input;
  const known = purposesOf(law);
  const question = known.find((each) => each.purpose === purpose)?.question;
  if (question === undefined) {
    return Result.fail(new PurposeUnknown({ purpose, purposes: known.map((each) => each.purpose) }));
  }
  return Result.flatMap(compileQuestion(law, question, { asOf, enable }), (compiled) =>
    Result.map(decide(compiled, facts), (determination) => ({
      purpose,
      determination,
      standings: standingsOf(determination),
    })),
  );
};

/** The standing behind each ground of a victim determination, wherever it lies: a composed question carries it within. */
export const standingsOf = (determination: Determination): readonly VictimStanding[] => [
  ...(determination.question.startsWith(VICTIM_DEFINITION) ? determination.grounds.flatMap(standingOf) : []),
  ...determination.within.flatMap(standingsOf),
];

const standingOf = (ground: Ground): readonly VictimStanding[] => {
  const standing = ground.event.type === VICTIM ? VictimGround.safeParse(ground.event.params) : undefined;
  return standing?.success === true ? [{ ground, standing: standing.data }] : [];
};
