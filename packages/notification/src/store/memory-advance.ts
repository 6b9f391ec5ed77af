import { Revision, RevisionConflict } from "@victim-rights/core";
import * as Result from "effect/Result";
import { advanceObligation } from "../obligation/advance-obligation.ts";
import type { ObligationError } from "../obligation/errors.ts";
import type { ObligationId } from "../obligation/ids.ts";
import { raiseIn } from "./memory-raise.ts";
import { type MemoryState, withValue } from "./memory-state.ts";
import { ObligationNotFound } from "./store-errors.ts";
import type { ObligationAdvance, StoredObligation } from "./store-records.ts";

/** A state after a write, with what the write answers. */
export type Written<Answer> = { readonly state: MemoryState; readonly answer: Answer };

/** The stored obligation of an id. */
export const findIn = (
  { obligations }: MemoryState,
  obligation: ObligationId,
): Result.Result<StoredObligation, ObligationNotFound> => {
  const stored = obligations.get(obligation);
  return stored === undefined ? Result.fail(new ObligationNotFound({ obligation })) : Result.succeed(stored);
};

/** Advances a stored obligation by one command; one that was taken before comes before the revision that is expected. */
export const advanceIn = (
  state: MemoryState,
  { obligation: id, expected, command }: ObligationAdvance,
): Result.Result<Written<StoredObligation>, ObligationNotFound | RevisionConflict | ObligationError> =>
  Result.gen(function* () {
    const stored = yield* findIn(state, id);
    const wasGiven = stored.obligation.commands.some((each) => each.id === command.id);
    if (!wasGiven && stored.revision !== expected)
      return yield* Result.fail(new RevisionConflict({ record: id, expected, actual: stored.revision }));
    const { obligation, tasks } = yield* advanceObligation(stored.obligation, command);
    const answer = { ...stored, obligation, revision: Revision.parse(obligation.revision) };
    const next = { ...state, obligations: withValue(state.obligations, id, answer) };
    return { state: tasks.reduce(raiseIn, next), answer };
  });
