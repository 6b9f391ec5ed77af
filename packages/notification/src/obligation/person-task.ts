import { Instant, JurisdictionId, PersonId } from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import { WatchId } from "../watch/watch-id.ts";
import { ObligationId, PersonTaskId } from "./ids.ts";
import { NoticeSubject } from "./obligation-terms.ts";

/** What a task is about: a pair of the plan, an obligation, or a watch. */
const TaskSubject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pair"), subject: NoticeSubject }),
  z.strictObject({ kind: z.literal("obligation"), obligation: ObligationId, subject: NoticeSubject }),
  z.strictObject({ kind: z.literal("watch"), watch: WatchId, jurisdiction: JurisdictionId, personId: PersonId }),
]);

/**
 * Something that a person must do: nothing goes on, and nothing is ruled out, until they have. It holds codes, facts' names
 * and ids, and no way to reach anybody.
 */
export const PersonTask = z.strictObject({
  id: PersonTaskId,
  queue: z.string().min(1),
  about: TaskSubject,
  /** Why, as a code: the plan's cause, or the reason of the command that raised it. */
  why: z.string().min(1),
  /** Facts or fields to find out, by name. */
  ask: z.array(z.string()).readonly(),
  /** The rules that hold or could hold. */
  rules: z.array(RuleId).readonly(),
  /** The earliest legal bound that hangs on it; `null` where none is known. */
  decideBefore: Instant.nullable(),
  raisedAt: Instant,
});
export type PersonTask = Readonly<z.infer<typeof PersonTask>>;
