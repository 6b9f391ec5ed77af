import type { ProgrammeCommand } from "./command.ts";
import type { CommandId } from "./ids.ts";

/**
 * What the offender side is answered in a programme where it takes no step: the same whatever the case's state, so that
 * a refusal tells nothing (15.2). Hand this over, and never the error of a programme's `advance`.
 */
export type OffenderAnswer = { readonly kind: "not-open"; readonly command: CommandId };

/** The answer to any command of the offender side; it takes no case, and so cannot depend on one. */
export const answerOffender = ({ id }: Pick<ProgrammeCommand, "id">): OffenderAnswer => ({
  kind: "not-open",
  command: id,
});
