import { z } from "@hono/zod-openapi";
import { LocalDate, type Revision, RevisionConflict } from "@victim-rights/core";
import {
  append,
  Command,
  type Ledger,
  LedgerId,
  ObligorId,
  obligorStatement,
  openLedger,
  PayeeId,
  payeeStatement,
  record,
} from "@victim-rights/restitution";
import * as Effect from "effect/Effect";
import { mayReach } from "../access/may-reach.ts";
import { type Asked, endpoint, type Failing, ok } from "../http/endpoint.ts";
import { issuesOf } from "../http/issues-of.ts";
import { fromCursor, PAGE_QUERY, pageOf, toCursor } from "../http/page.ts";
import { problem } from "../http/problem.ts";
import { revisionHeader } from "../http/revision-header.ts";
import type { Ports } from "../ports.ts";

const TAG = "Restitution";
const NOTHING = problem("not-found", "no ledger or party of this id is within your reach");

const list = endpoint({
  operation: "list-ledgers",
  method: "get",
  path: "/ledgers",
  tag: TAG,
  summary: "The ledgers",
  query: z.object(PAGE_QUERY),
  answers: { 200: { description: "A page", schema: pageOf(z.object({ ledger: z.string(), revision: z.int() })) } },
  handle: ({ ports, query }: Asked<unknown, { limit: number; cursor?: string | undefined }, unknown>) =>
    Effect.map(
      ports.ledgers.list({ after: LedgerId.safeParse(fromCursor(query.cursor)).data ?? null, limit: query.limit }),
      ({ ledgers, next }) => ok({ items: ledgers, next: toCursor(next) }),
    ),
});

const Days = z.object({ asOf: LocalDate, from: LocalDate.optional() });
const Statement = z.looseObject({ asOf: z.string(), lines: z.array(z.looseObject({})) });

const PayeeRef = z.object({ ledger: LedgerId, payee: PayeeId });
type PayeeAsked = Asked<z.infer<typeof PayeeRef>, z.infer<typeof Days>, unknown>;

const ofPayee = endpoint({
  operation: "read-payee-statement",
  method: "get",
  path: "/ledgers/{ledger}/payees/{payee}/statement",
  tag: TAG,
  summary: "What a payee is owed and got, as of a day",
  description: "It says nothing of anybody else: who pays is known by the cause number alone.",
  params: PayeeRef,
  query: Days,
  answers: { 200: { description: "The statement", schema: Statement } },
  handle: (asked: PayeeAsked) =>
    Effect.gen(function* () {
      const { ports, params, query } = asked;
      const isWithin = yield* mayReach(asked, { kind: "person", id: params.payee });
      if (!isWithin) return yield* Effect.fail(NOTHING);
      const { ledger, revision } = yield* ledgerOf(ports, params.ledger);
      const statement = yield* Effect.fromResult(payeeStatement(ledger, { payee: params.payee, ...query }));
      return ok(statement, revisionHeader(revision));
    }),
});

const ObligorRef = z.object({ ledger: LedgerId, obligor: ObligorId });

const ofObligor = endpoint({
  operation: "read-obligor-statement",
  method: "get",
  path: "/ledgers/{ledger}/obligors/{obligor}/statement",
  tag: TAG,
  summary: "What an obligor owes and paid, as of a day; for staff",
  params: ObligorRef,
  query: Days,
  answers: { 200: { description: "The statement", schema: Statement } },
  handle: ({ ports, params, query }: Asked<z.infer<typeof ObligorRef>, z.infer<typeof Days>, unknown>) =>
    Effect.gen(function* () {
      const { ledger, revision } = yield* ledgerOf(ports, params.ledger);
      const statement = yield* Effect.fromResult(obligorStatement(ledger, { obligor: params.obligor, ...query }));
      return ok(statement, revisionHeader(revision));
    }),
});

const [first, ...others] = Command.options.map((form) => (form as z.ZodObject).omit({ postedAt: true }));
const CommandBody = z.discriminatedUnion("do", [first ?? z.strictObject({}), ...others] as [
  z.ZodObject,
  ...z.ZodObject[],
]);

const LedgerRef = z.object({ ledger: LedgerId });

const post = endpoint({
  operation: "post-to-ledger",
  method: "post",
  path: "/ledgers/{ledger}/commands",
  tag: TAG,
  summary: "Post a command to a ledger",
  description: "When it is posted comes from the clock. A ledger that nobody wrote to stands at revision 0.",
  params: LedgerRef,
  body: CommandBody,
  once: true,
  needsRevision: () => true,
  answers: {
    200: {
      description: "Posted",
      schema: z.object({ ledger: z.string(), entries: z.array(z.object({ id: z.string(), seq: z.int() })) }),
    },
  },
  handle: ({ ports, params, body, expected }: Asked<z.infer<typeof LedgerRef>, unknown, unknown>) =>
    Effect.gen(function* () {
      const command = Command.safeParse({ ...(body as object), postedAt: ports.clock() });
      if (!command.success)
        return yield* Effect.fail(
          problem("bad-request", "the command does not fit", {
            issues: issuesOf(command.error.issues, { known: new Set() }),
          }),
        );
      const { ledger, revision } = yield* ledgerOf(ports, params.ledger);
      if (expected !== null && expected !== revision)
        return yield* Effect.fail(new RevisionConflict({ record: params.ledger, expected, actual: revision }));
      const { entries } = yield* Effect.fromResult(record(ledger, command.data));
      if (entries.length === 0) return ok({ ledger: params.ledger, entries: [] }, revisionHeader(revision));
      const asked = { ledger: params.ledger, expected: revision, command: command.data, entries };
      const appended = yield* ports.ledgers.append(asked);
      const told = appended.entries.map(({ id, seq }) => ({ id, seq }));
      return ok({ ledger: params.ledger, entries: told }, revisionHeader(appended.revision));
    }),
});

/** Routes of the ledgers of restitution. */
export const LEDGER_ROUTES = [list, ofPayee, ofObligor, post];

/** A ledger is of the state that its id begins with, before the first dot. */
const stateIn = (id: LedgerId): string => id.split(".")[0] ?? "";

const ledgerOf = (
  ports: Ports,
  id: LedgerId,
): Effect.Effect<{ readonly ledger: Ledger; readonly revision: Revision }, Failing> =>
  Effect.gen(function* () {
    const law = ports.states.get(stateIn(id))?.ledgerLaw ?? null;
    if (law === null) return yield* Effect.fail(NOTHING);
    const stored = yield* ports.ledgers.read(id, 0 as Revision);
    const ledger = yield* Effect.fromResult(append(openLedger(law), stored.entries));
    return { ledger, revision: stored.revision };
  });
