import type { Purpose, Role } from "./caller.ts";

/**
 * How far a role reaches into an operation: `-` not at all, `own` what is about the person who asks, `assigned` what the
 * agency has assigned to them, `all` everything.
 */
export type Reach = "-" | "own" | "assigned" | "all";

/** Operations that need no token: the law is public, and whoever registers has no token yet. */
export const PUBLIC_OPERATIONS = [
  "is-alive",
  "is-ready",
  "read-openapi",
  "read-reference",
  "read-reference-script",
  "list-jurisdictions",
  "start-registration",
  "confirm-registration",
] as const;

/**
 * Who may do what: the one table. A row is an operation, the purpose that it serves, and the reach of each role in this
 * order: victim, liaison, restitution officer, board, facilitator, auditor, feed, offender side. What has no row is
 * refused. A token must name the row's purpose; an auditor's names `oversight` instead.
 */
const ROWS = [
  // operation, purpose, victim, liaison, officer, board, facilitator, auditor, feed, offender side
  ["decide", "notice", "all", "all", "all", "all", "all", "all", "-", "-"],
  ["determine-victim-status", "notice", "all", "all", "all", "all", "all", "all", "-", "-"],
  ["plan-notices", "notice", "-", "all", "-", "all", "-", "all", "-", "-"],
  ["receive-event", "custody-feed", "-", "-", "-", "-", "-", "-", "all", "-"],
  ["list-feeds", "notice", "-", "all", "-", "-", "-", "all", "-", "-"],
  ["read-feed-hold", "notice", "-", "all", "-", "-", "-", "all", "-", "-"],
  ["decide-feed-hold", "notice", "-", "all", "-", "-", "-", "-", "-", "-"],
  ["compare-snapshots", "notice", "-", "all", "-", "-", "-", "all", "-", "-"],
  ["reconcile", "notice", "-", "assigned", "-", "-", "-", "all", "-", "-"],
  ["list-obligations", "notice", "own", "assigned", "-", "-", "-", "all", "-", "-"],
  ["read-obligation", "notice", "own", "assigned", "-", "-", "-", "all", "-", "-"],
  ["advance-obligation", "notice", "own", "assigned", "-", "-", "-", "-", "-", "-"],
  ["list-tasks", "notice", "-", "assigned", "-", "-", "-", "all", "-", "-"],
  ["settle-task", "notice", "-", "assigned", "-", "-", "-", "-", "-", "-"],
  ["watch-tasks", "notice", "-", "assigned", "-", "-", "-", "-", "-", "-"],
  ["list-registrations", "notice", "own", "-", "-", "-", "-", "-", "-", "-"],
  ["read-registration", "notice", "own", "assigned", "-", "-", "-", "-", "-", "-"],
  ["withdraw-registration", "notice", "own", "-", "-", "-", "-", "-", "-", "-"],
  ["list-ledgers", "restitution", "-", "-", "all", "-", "-", "all", "-", "-"],
  ["read-payee-statement", "restitution", "own", "-", "all", "-", "-", "all", "-", "-"],
  ["read-obligor-statement", "restitution", "-", "-", "all", "-", "-", "all", "-", "-"],
  ["post-to-ledger", "restitution", "-", "-", "all", "-", "-", "-", "-", "-"],
  ["list-cases", "restorative-justice", "-", "-", "-", "-", "assigned", "-", "-", "-"],
  ["read-case", "restorative-justice", "own", "-", "-", "-", "assigned", "-", "-", "own"],
  ["give-case-command", "restorative-justice", "own", "-", "-", "-", "assigned", "-", "-", "own"],
  ["evaluate-screen", "restorative-justice", "-", "-", "-", "-", "all", "-", "-", "-"],
] as const satisfies readonly (readonly [string, Purpose, Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach])[];

/** An operation of the interface, named as in its OpenAPI document. */
export type Operation = (typeof ROWS)[number][0] | (typeof PUBLIC_OPERATIONS)[number];

/** What the table says of one operation. */
export type AccessRow = { readonly purpose: Purpose; readonly reach: Readonly<Record<Role, Reach>> };

/** The table by operation. */
export const ACCESS: ReadonlyMap<string, AccessRow> = new Map(
  ROWS.map(([operation, purpose, victim, liaison, officer, board, facilitator, auditor, feed, offenderSide]) => [
    operation,
    {
      purpose,
      reach: {
        victim,
        liaison,
        "restitution-officer": officer,
        board,
        facilitator,
        auditor,
        feed,
        "offender-side": offenderSide,
      },
    },
  ]),
);

/** Whether an operation needs no token. */
export const isPublic = (operation: string): boolean => PUBLIC_OPERATIONS.some((each) => each === operation);

/** How far a caller reaches; `-` for an operation that has no row, and for a token without the purpose. */
export const reachOf = (
  operation: string,
  { role, purposes }: { readonly role: Role; readonly purposes: readonly Purpose[] },
): Reach => {
  const row = ACCESS.get(operation);
  if (row === undefined) return "-";
  const needed: Purpose = role === "auditor" ? "oversight" : row.purpose;
  return purposes.includes(needed) ? row.reach[role] : "-";
};
