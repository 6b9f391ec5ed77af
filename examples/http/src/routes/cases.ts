import { z } from "@hono/zod-openapi";
import { CaseId } from "@victim-rights/restorative-justice";
import type { CommandOf, ProgrammeLogs, ProgrammeName } from "@victim-rights/restorative-justice";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Caller } from "../access/caller.ts";
import { mayReach } from "../access/may-reach.ts";
import { type Answer, type AnyEndpoint, type Asked, endpoint, type Failing, ok } from "../http/endpoint.ts";
import { issuesOf } from "../http/issues-of.ts";
import { fromCursor, PAGE_QUERY, pageOf, toCursor } from "../http/page.ts";
import { problem } from "../http/problem.ts";
import { revisionHeader } from "../http/revision-header.ts";
import { COMMUNITY_SERVICE } from "../programmes/community-service.ts";
import { DIALOGUE } from "../programmes/dialogue.ts";
import { type Given, giveCommand, readCase, refusalForProgramme } from "../programmes/give-command.ts";
import { LETTER } from "../programmes/letter.ts";
import { PANEL } from "../programmes/panel.ts";
import { NOT_OPEN, type Programme } from "../programmes/programme.ts";

const Ref = z.object({ case: CaseId });
type Ref = z.infer<typeof Ref>;

const TAG = "Restorative programmes";
const View = z.looseObject({});
const NOTHING = problem("not-found", "no case of this id is within your reach");

/** Whether somebody serves the programme; everybody else is one of the two parties. */
const isStaff = (caller: Caller | null): boolean => caller?.role === "facilitator";

const sideOf = (caller: Caller | null, as: "facilitator" | "programme"): string => {
  if (caller?.role === "victim") return "victim-side";
  return caller?.role === "offender-side" ? "offender-side" : as;
};

/** The three routes of one programme. */
const routesOf = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>(
  programme: Programme<Name, Case>,
): readonly AnyEndpoint[] => [listOf(programme), readOf(programme), commandOf(programme)];

const listOf = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>({ name }: Programme<Name, Case>) =>
  endpoint({
    operation: "list-cases",
    id: `list-${name}-cases`,
    method: "get",
    path: `/programmes/${name}/cases`,
    tag: TAG,
    summary: `Cases (${name}) that are assigned to whoever asks`,
    query: z.object(PAGE_QUERY),
    answers: {
      200: {
        description: "A page, possibly with fewer than asked",
        schema: pageOf(z.object({ case: z.string(), revision: z.int() })),
      },
    },
    handle: (asked: Asked<unknown, { limit: number; cursor?: string | undefined }, unknown>) =>
      Effect.gen(function* () {
        const after = CaseId.safeParse(fromCursor(asked.query.cursor)).data ?? null;
        const page = yield* asked.ports.cases.list({ programme: name, after, limit: asked.query.limit });
        const within = yield* Effect.filter(page.cases, ({ case: id }) =>
          mayReach(asked, { kind: "case", programme: name, id }),
        );
        return ok({ items: within, next: toCursor(page.next) });
      }),
  });

const readOf = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>(programme: Programme<Name, Case>) =>
  endpoint({
    operation: "read-case",
    id: `read-${programme.name}-case`,
    method: "get",
    path: `/programmes/${programme.name}/cases/{case}`,
    tag: TAG,
    summary: `One case (${programme.name}), as the side of whoever asks may see it`,
    params: Ref,
    answers: { 200: { description: "The side's own view", schema: View } },
    handle: (asked: Asked<Ref, unknown, unknown>) =>
      Effect.gen(function* () {
        const { ports, caller, params } = asked;
        const isWithin = yield* mayReach(asked, { kind: "case", programme: programme.name, id: params.case });
        const { each, revision } = isWithin
          ? yield* readCase(ports, programme, params.case)
          : { each: null, revision: 0 };
        if (isStaff(caller))
          return each === null
            ? yield* Effect.fail(NOTHING)
            : ok(programme.programmeView(ports, each), revisionHeader(revision));
        const view =
          caller?.role === "victim"
            ? programme.victimView(ports, params.case, each)
            : programme.offenderView(params.case, each);
        return view === null ? yield* Effect.fail(NOTHING) : ok(view);
      }),
  });

const commandOf = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>(programme: Programme<Name, Case>) => {
  const Body = z.strictObject({
    as: z.enum(["facilitator", "programme"]).default("facilitator").openapi({
      description: "For staff: on whose behalf. A party's side is the token's.",
    }),
    command: programme.command,
  });
  return endpoint({
    operation: "give-case-command",
    id: `give-${programme.name}-command`,
    method: "post",
    path: `/programmes/${programme.name}/cases/{case}/commands`,
    tag: TAG,
    summary: `Take a step in a case (${programme.name})`,
    description:
      "A party's own word needs no revision: it counts, whoever else wrote meanwhile. The offender side is answered the same whatever became of its command.",
    params: Ref,
    body: Body,
    once: true,
    needsRevision: isStaff,
    answers: { 200: { description: "Taken, or received", schema: View } },
    handle: (asked: Asked<Ref, unknown, z.infer<typeof Body>>) => give(programme, asked),
  });
};

type Commanded = Asked<Ref, unknown, { readonly as: "facilitator" | "programme"; readonly command: unknown }>;

const give = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>(
  programme: Programme<Name, Case>,
  asked: Commanded,
): Effect.Effect<Answer, Failing> =>
  Effect.gen(function* () {
    const { ports, caller, params, body, expected } = asked;
    const by = { side: sideOf(caller, body.as), id: caller?.subject };
    const read = programme.readCommand({ ...(body.command as object), by, at: ports.clock() });
    if (!read.success)
      return yield* Effect.fail(
        problem("bad-request", "the command does not fit", {
          issues: issuesOf(read.error.issues, { known: NO_NAMES }),
        }),
      );
    const command = read.data;
    const isWithin = yield* mayReach(asked, { kind: "case", programme: programme.name, id: params.case });
    if (!isWithin) return yield* outOfReach(programme, asked, command);
    const giving = { id: params.case, command, expected: isStaff(caller) ? expected : null };
    const given = yield* giveCommand(ports, programme, giving);
    return yield* answerTo(programme, asked, { command, ...given });
  });

type Came<Name extends ProgrammeName, Case> = Given<Case> & { readonly command: CommandOf<Name> };

/** What each side is told of what came of its command. */
const answerTo = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>(
  programme: Programme<Name, Case>,
  { ports, caller }: Commanded,
  { command, before, outcome }: Came<Name, Case>,
): Effect.Effect<Answer, Failing> => {
  if (caller?.role === "offender-side") {
    const begun = before === null && Result.isSuccess(outcome);
    return Effect.succeed(ok(programme.offenderAnswer(ports, before, { command, begun })));
  }
  if (isStaff(caller)) return answerToStaff(command.id, outcome);
  if (Result.isSuccess(outcome)) return Effect.succeed(ok({ taken: command.id }));
  const refusal = outcome.failure === null ? NOT_OPEN : programme.victimRefusal(ports, before, outcome.failure);
  return Effect.fail(problem("conflict", "the step is not taken", { more: { ...refusal } }));
};

const answerToStaff = (
  taken: string,
  outcome: Given<ProgrammeLogs[ProgrammeName]>["outcome"],
): Effect.Effect<Answer, Failing> => {
  if (Result.isFailure(outcome)) return Effect.fail(refusalForProgramme(outcome.failure));
  const { after, revision } = outcome.success;
  return Effect.succeed(ok({ taken, line: after.record.at(-1) ?? null }, revisionHeader(revision)));
};

const NO_NAMES: ReadonlySet<string> = new Set();

/** A case of others is answered as one that has not begun. */
const outOfReach = <Name extends ProgrammeName, Case extends ProgrammeLogs[Name]>(
  programme: Programme<Name, Case>,
  { ports, caller }: Commanded,
  command: Parameters<Programme<Name, Case>["offenderAnswer"]>[2]["command"],
): Effect.Effect<Answer, Failing> => {
  if (caller?.role === "offender-side")
    return Effect.succeed(ok(programme.offenderAnswer(ports, null, { command, begun: false })));
  return Effect.fail(
    caller?.role === "victim" ? problem("conflict", "the step is not taken", { more: { ...NOT_OPEN } }) : NOTHING,
  );
};

/** Routes of the restorative programmes. */
export const CASE_ROUTES = [
  ...routesOf(DIALOGUE),
  ...routesOf(LETTER),
  ...routesOf(PANEL),
  ...routesOf(COMMUNITY_SERVICE),
];
