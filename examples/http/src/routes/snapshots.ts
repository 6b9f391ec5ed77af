import { z } from "@hono/zod-openapi";
import { CustodyStatus, JurisdictionId, LocalDate, SupervisedPersonId } from "@victim-rights/core";
import { compareSnapshots, type CustodySnapshot } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { agesOf, DATA_AGE } from "../feeds/data-age.ts";
import { type Asked, endpoint, ok } from "../http/endpoint.ts";
import { lawOf } from "../law/law-of.ts";

const MOST_ROWS = 20_000;

const isOnce = (rows: readonly { readonly supervisedPersonId: string }[]): boolean =>
  new Set(rows.map(({ supervisedPersonId }) => supervisedPersonId)).size === rows.length;

const Snapshot = z.strictObject({
  on: LocalDate,
  rows: z
    .array(z.strictObject({ supervisedPersonId: SupervisedPersonId, status: CustodyStatus }))
    .max(MOST_ROWS)
    .refine(isOnce, "give each person once"),
});

const SnapshotsAsked = z.strictObject({ jurisdiction: JurisdictionId, before: Snapshot, after: Snapshot });
type SnapshotsAsked = z.infer<typeof SnapshotsAsked>;

const compare = endpoint({
  operation: "compare-snapshots",
  method: "post",
  path: "/snapshots/differences",
  tag: "Feeds",
  summary: "How two lists of who is held differ, and which difference a recorded event explains",
  description:
    "A difference is no event: nobody was released because a row is gone. Nothing is planned from it and nothing of the request is kept; what is not explained is for a person to ask the department about.",
  body: SnapshotsAsked,
  mostBytes: 8_000_000,
  answers: {
    200: {
      description: "Every difference",
      schema: z.object({
        items: z.array(
          z.object({
            difference: z.enum(["status-changed", "appeared", "vanished"]),
            supervisedPersonId: z.string(),
            was: CustodyStatus.nullable(),
            is: CustodyStatus.nullable(),
            between: z.array(LocalDate),
            explained: z.boolean(),
          }),
        ),
        ...DATA_AGE,
      }),
    },
  },
  handle: ({ ports, body }: Asked<unknown, unknown, SnapshotsAsked>) =>
    Effect.gen(function* () {
      yield* lawOf(ports, body.jurisdiction);
      const [before, after] = [snapshotOf(body.before), snapshotOf(body.after)];
      const differing = compareSnapshots(before, after, []);
      const histories = yield* Effect.forEach(differing, (each) => ports.custody.of(each.supervisedPersonId));
      const events = histories.flatMap((each) => each.events).filter((each) => each.jurisdiction === body.jurisdiction);
      const items = compareSnapshots(before, after, events);
      return ok({ items, dataAge: yield* agesOf(ports, body.jurisdiction) });
    }),
});

/** Routes that compare lists of a department. */
export const SNAPSHOT_ROUTES = [compare];

const snapshotOf = ({ on, rows }: z.infer<typeof Snapshot>): CustodySnapshot => ({
  on,
  statuses: new Map(rows.map(({ supervisedPersonId, status }) => [supervisedPersonId, status])),
});
