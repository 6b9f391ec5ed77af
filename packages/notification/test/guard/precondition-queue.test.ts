import { addMinutes } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import { NoticeActor, openObligations, type PersonTask, queuedTasks, QueueOwner } from "../../src/index.ts";
import { NOW, plan, registration } from "../records.ts";

const [task] = openObligations({
  plan: plan({ registrations: [registration({ contacts: [] })] }),
  known: [],
  by: NoticeActor.parse({ role: "system", id: "planner" }),
}).tasks;
if (task === undefined) throw new Error("a person without a contact point is for a person to find");

const taskOf = (id: string, given: Partial<PersonTask> = {}): PersonTask =>
  ({ ...task, id: `${id}`, queue: "liaison", raisedAt: NOW, decideBefore: null, ...given }) as PersonTask;

const owners = [QueueOwner.parse({ queue: "liaison", owner: "desk-1", withinMinutes: 120 })];

describe("the queue of missing preconditions", () => {
  test("Scottsdale 2305: every task has an owner and a clock, the sooner of the law's and the queue's", () => {
    const bound = taskOf("law-first", { decideBefore: addMinutes(NOW, 60) });
    const later = taskOf("queue-first", { decideBefore: addMinutes(NOW, 600) });
    expect(queuedTasks([later, bound], owners, NOW)).toEqual([
      { task: bound, owner: "desk-1", dueBy: addMinutes(NOW, 60), isOverdue: false },
      { task: later, owner: "desk-1", dueBy: addMinutes(NOW, 120), isOverdue: false },
    ]);
  });

  test("says what is overdue from the minute that it is", () => {
    const overdueAt = (minutes: number) => queuedTasks([taskOf("1")], owners, addMinutes(NOW, minutes))[0]?.isOverdue;
    expect([overdueAt(119), overdueAt(120)]).toEqual([false, true]);
  });

  test("puts first what nobody answers for, with the law's bound for its clock, or none", () => {
    const nobodys = taskOf("nobodys", { queue: "unknown" });
    const bound = taskOf("nobodys-bound", { queue: "unknown", decideBefore: NOW });
    expect(
      queuedTasks([taskOf("owned"), nobodys, bound], owners, NOW).map(({ task: { id }, owner, dueBy }) => [
        id,
        owner,
        dueBy,
      ]),
    ).toEqual([
      ["nobodys-bound", null, NOW],
      ["nobodys", null, null],
      ["owned", "desk-1", addMinutes(NOW, 120)],
    ]);
  });
});
