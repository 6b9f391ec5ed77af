import { earlier } from "../legal-interval.ts";
import { PersonTaskId } from "./ids.ts";
import type { Obligation } from "./obligation.ts";
import type { ObligationCommand } from "./obligation-command.ts";
import type { PersonTask } from "./person-task.ts";

/** Whoever answers for contact with victims, where no queue is named. */
const VICTIM_SERVICES = "victim-services";

/** The task that a command raises: whatever is handed over, searched for or taken up again needs somebody who does it. */
export const taskRaisedBy = (obligation: Obligation, command: ObligationCommand): PersonTask | null => {
  if (command.act === "hand-to-person") return task(obligation, command, { queue: command.queue, why: command.reason });
  if (command.act === "begin-search") return task(obligation, command, { queue: VICTIM_SERVICES, why: command.reason });
  if (command.act === "reopen")
    return task(obligation, command, { queue: VICTIM_SERVICES, why: command.evidence.reason });
  return null;
};

const task = (
  { id, subject, grounds, deadline }: Obligation,
  command: ObligationCommand,
  { queue, why }: Pick<PersonTask, "queue" | "why">,
): PersonTask => ({
  id: PersonTaskId.parse(`${id}/task/${command.id}`),
  queue,
  about: { kind: "obligation", obligation: id, subject },
  why,
  ask: [],
  rules: grounds.map(({ rule }) => rule),
  decideBefore: earlier(deadline.law?.by ?? null, deadline.policy?.by ?? null),
  raisedAt: command.at,
});
