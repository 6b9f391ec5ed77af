import type { Instant } from "@victim-rights/core";
import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { NoticeCommandId, ObligationId, type ReasonCode } from "./ids.ts";
import type { NoticeActor } from "./notice-actor.ts";
import { mayHaveBeenReceived, type Obligation } from "./obligation.ts";
import type { CommandTo } from "./obligation-command.ts";
import type { OpenedEntry } from "./obligation-entry.ts";
import type { CorrectionLink } from "./obligation-terms.ts";

/** Nobody can have received the notice, so that there is nothing to correct. */
export class NothingWasSent extends Data.TaggedError("NothingWasSent")<{ readonly obligation: ObligationId }> {
  override get message(): string {
    return `nothing of \`${this.obligation}\` was sent: withdraw it, and correct nothing`;
  }
}

/** A notice that must be corrected, why, and who found it. */
export type CorrectionAsked = {
  readonly notice: Obligation;
  readonly cause: CorrectionLink["cause"];
  readonly reason: ReasonCode;
  readonly at: Instant;
  readonly by: NoticeActor;
};

/**
 * The correction that is owed to the one person who received a notice, or may have. It is an obligation of its own, open
 * from now on, and linked to what it corrects. The laws read so far say nothing of corrections, so that its grounds are
 * a house rule; they keep the citations of the notice.
 * @errors `NothingWasSent`.
 */
export const correctionOf = ({
  notice,
  cause,
  reason,
  at,
}: CorrectionAsked): Result.Result<OpenedEntry, NothingWasSent> => {
  if (!mayHaveBeenReceived(notice)) return Result.fail(new NothingWasSent({ obligation: notice.id }));
  const id = correctionId(notice.id, cause);
  const { subject, dutyBearers, grounds, proof } = notice;
  const terms: OpenedEntry["terms"] = {
    id,
    kind: "correction",
    noticeId: notice.noticeId,
    subject,
    dutyBearers,
    grounds: grounds.map((ground) => ({ ...ground, basis: "house", opens: null, closes: null, symbolic: null })),
    deadline: { law: null, policy: null },
    sendFrom: at,
    proof,
    corrects: { obligation: notice.id, cause, reason },
  };
  return Result.succeed({ entry: "opened", obligation: id, seq: 1, at, terms });
};

/** A notice has one correction for each cause, however often it is asked for. */
const correctionId = (notice: ObligationId, cause: CorrectionLink["cause"]): ObligationId =>
  ObligationId.parse(`${notice}/correction/${cause}`);

/**
 * A false notice: the correction that is owed, and the command that ends the notice with it. Take both in one step.
 * @errors `NothingWasSent`.
 */
export const falseNotice = (
  asked: Omit<CorrectionAsked, "cause">,
): Result.Result<{ readonly opened: OpenedEntry; readonly command: CommandTo<"correct"> }, NothingWasSent> =>
  Result.map(correctionOf({ ...asked, cause: "false-notice" }), (opened) => ({
    opened,
    command: {
      act: "correct",
      id: NoticeCommandId.parse("correct-false-notice"),
      at: asked.at,
      by: asked.by,
      evidence: { kind: "correction-owed", correction: opened.obligation, reason: asked.reason },
    },
  }));
