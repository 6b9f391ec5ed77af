import { describe, expect, test } from "vitest";
import { foldEntries, NoticeActor, type Obligation, openObligations, reconcile } from "../../src/index.ts";
import { event, plan, registration } from "../records.ts";

const BY = NoticeActor.parse({ role: "system", id: "reconciler" });
const undecided = registration({ id: "R2", person: { ...registration().person, id: "P2" }, contacts: [] });
const source = { registrations: [registration(), undecided] };

/** Everything that a plan leads to, as the record keeps it. */
const recorded = (from = plan(source)) => {
  const { obligations, tasks } = openObligations({ plan: from, known: [], by: BY });
  const folded = obligations.flatMap((entry): readonly Obligation[] => {
    const obligation = foldEntries([entry]);
    return obligation === null ? [] : [obligation];
  });
  return { obligations: folded, tasks };
};

describe("reconciling the record with the custody source", () => {
  test("finds nothing where they agree", () => {
    const { obligations, tasks } = recorded();
    expect([obligations.length, tasks.length]).toEqual([1, 1]);
    expect(reconcile({ plan: plan(source), obligations, tasks, by: BY })).toEqual({
      missingObligations: [],
      missingTasks: [],
      outdated: [],
      unknownToSource: [],
      compared: { pairs: 2, obligations: 1, tasks: 1 },
    });
  });

  test("Illinois 2001: names every notice and every task that was simply never made", () => {
    const { obligations, tasks } = recorded();
    const found = reconcile({ plan: plan(source), obligations: [], tasks: [], by: BY });
    expect(found.missingObligations).toEqual(obligations.map(({ id }) => id));
    expect(found.missingTasks).toEqual(tasks.map(({ id }) => id));
  });

  test("names what is still open for an event that was revised or withdrawn", () => {
    const { obligations, tasks } = recorded();
    for (const status of ["active", "withdrawn"]) {
      const revised = plan({ ...source, events: [event(), event({ revision: 2, status })] });
      expect(reconcile({ plan: revised, obligations, tasks, by: BY }).outdated).toEqual(
        obligations.map(({ id }) => id),
      );
    }
  });

  test("names what is open about an event that the source does not have", () => {
    const { obligations, tasks } = recorded();
    const found = reconcile({ plan: plan({ ...source, events: [event({ id: "E2" })] }), obligations, tasks, by: BY });
    expect(found.unknownToSource).toEqual(obligations.map(({ id }) => id));
    expect(found.missingObligations).toHaveLength(1);
  });
});
