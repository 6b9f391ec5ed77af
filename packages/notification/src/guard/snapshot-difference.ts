import {
  type CustodyEvent,
  type CustodyStatus,
  custodyStatusOn,
  type LocalDate,
  type SupervisedPersonId,
} from "@victim-rights/core";

/** Where a department's list says that people stand on a day. */
export type CustodySnapshot = {
  readonly on: LocalDate;
  readonly statuses: ReadonlyMap<SupervisedPersonId, CustodyStatus>;
};

/**
 * Two lists that differ about a person. It is no event: nobody was released because a row is gone. `explained` says
 * whether the events that were reported lead to what the later list says.
 */
export type SnapshotDifference = {
  readonly difference: "status-changed" | "appeared" | "vanished";
  readonly supervisedPersonId: SupervisedPersonId;
  readonly was: CustodyStatus | null;
  readonly is: CustodyStatus | null;
  readonly between: readonly [LocalDate, LocalDate];
  readonly explained: boolean;
};

/**
 * Compares two lists. What no event explains is for a person to ask the department about, and no notice is planned from it.
 * A person who vanished from the list is explained by an event only when it says that they are held there no longer.
 */
export const compareSnapshots = (
  before: CustodySnapshot,
  after: CustodySnapshot,
  events: readonly CustodyEvent[],
): readonly SnapshotDifference[] => {
  const byPerson = Map.groupBy(events, ({ supervisedPersonId }) => supervisedPersonId);
  const people = new Set([...before.statuses.keys(), ...after.statuses.keys()]);
  return [...people].flatMap((supervisedPersonId) => {
    const was = before.statuses.get(supervisedPersonId) ?? null;
    const is = after.statuses.get(supervisedPersonId) ?? null;
    if (was === is) return [];
    const reported = custodyStatusOn(byPerson.get(supervisedPersonId) ?? [], after.on);
    const explained = is === null ? isGone(reported) : reported === is;
    return [
      { difference: differenceOf(was, is), supervisedPersonId, was, is, between: [before.on, after.on], explained },
    ];
  });
};

const differenceOf = (was: CustodyStatus | null, is: CustodyStatus | null): SnapshotDifference["difference"] => {
  if (was === null) return "appeared";
  return is === null ? "vanished" : "status-changed";
};

const isGone = (status: CustodyStatus | null): boolean => status !== null && GONE.has(status);

const GONE: ReadonlySet<CustodyStatus> = new Set(["elsewhere", "discharged", "deceased"]);
