import {
  addHours,
  ChannelId,
  type Instant,
  JurisdictionId,
  Language,
  localDateIn,
  PersonId,
  Registration,
  RegistrationId,
  Relation,
  SafeContact,
  SupervisedPersonId,
  ZoneId,
} from "@victim-rights/core";
import { CaseNumber } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { z } from "@hono/zod-openapi";
import { mayReach } from "../access/may-reach.ts";
import { type Answer, type Asked, endpoint, type Failing, ok } from "../http/endpoint.ts";
import { fromCursor, PAGE_QUERY, pageOf, toCursor } from "../http/page.ts";
import { problem } from "../http/problem.ts";
import { revisionHeader } from "../http/revision-header.ts";
import { lawOf } from "../law/law-of.ts";
import type { Ports } from "../ports.ts";
import type { StoredRegistration } from "../registry/registry.ts";
import { UNKNOWN_HARM, UNKNOWN_VICTIM } from "../registry/unknown-facts.ts";

/** What somebody says who wants to be told: about whom, in which way, and what is safe. */
const StartRegistration = z.strictObject({
  jurisdiction: JurisdictionId,
  supervisedPersonId: SupervisedPersonId,
  caseNumber: CaseNumber.nullable().default(null),
  relation: Relation.nullable().default(null),
  language: Language.default("en"),
  channels: z.array(ChannelId).max(10).default([]),
  contact: z.strictObject({ method: z.enum(["email", "sms", "phone"]), value: z.string().trim().min(5).max(200) }),
  safeContact: SafeContact.default({ hours: [], doNotLeaveMessage: true, neverUse: [], alternate: null }),
  /** The zone that the safe hours are of: without it nobody can tell when they are. */
  zone: ZoneId.nullable().default(null),
});
type StartRegistration = z.infer<typeof StartRegistration>;

const ConfirmRegistration = z.strictObject({
  request: z.string().min(1).max(100),
  code: z.string().regex(/^\d{8}$/u, "write the eight digits of the code"),
});

/** A registration without any address or number: how many ways there are to reach the person, and of which kind. */
const RegistrationView = z.object({
  registration: z.string(),
  jurisdiction: z.string(),
  supervisedPersonId: z.string(),
  status: z.enum(["active", "withdrawn"]),
  channels: z.array(z.object({ channel: z.string(), status: z.string(), since: z.string().nullable() })),
  methods: z.array(z.string()),
  language: z.string().nullable(),
});

const viewOf = ({ registration, status }: StoredRegistration): z.infer<typeof RegistrationView> => ({
  registration: registration.id,
  jurisdiction: registration.jurisdiction,
  supervisedPersonId: registration.supervisedPersonId,
  status,
  channels: registration.channels,
  methods: registration.contacts.map(({ method }) => method),
  language: registration.person.language,
});

const TAG = "Registrations";
const HOURS_FOR_CODE = 1;

const start = endpoint({
  operation: "start-registration",
  method: "post",
  path: "/registrations",
  tag: TAG,
  summary: "Ask to be told",
  description:
    "Anybody may ask. A code goes to the address that was given, and the answer is the same whether or not somebody is registered by it already.",
  body: StartRegistration,
  answers: {
    202: {
      description: "A code is on its way",
      schema: z.object({ request: z.string(), status: z.literal("pending"), expiresAt: z.string() }),
    },
  },
  handle: ({ ports, body }: Asked<unknown, unknown, StartRegistration>) =>
    Effect.gen(function* () {
      yield* knownState(ports, body);
      const now = ports.clock();
      const request = ports.ids.next();
      const code = ports.ids.code();
      const codeDigest = yield* digestOf(ports, request, code);
      const expiresAt = addHours(now, HOURS_FOR_CODE);
      const registration = registrationFrom(ports, body, now);
      yield* ports.registry.hold({ request, codeDigest, expiresAt, registration, zone: body.zone });
      const { method, value: to } = body.contact;
      yield* ports.codes.deliver({ method, to, language: body.language, code });
      return { status: 202, body: { request, status: "pending", expiresAt } } satisfies Answer;
    }),
});

const confirm = endpoint({
  operation: "confirm-registration",
  method: "post",
  path: "/registrations/confirmations",
  tag: TAG,
  summary: "Give the code that came",
  body: ConfirmRegistration,
  answers: { 200: { description: "Registered", schema: z.object({ registration: z.string(), status: z.string() }) } },
  handle: ({ ports, body }: Asked<unknown, unknown, z.infer<typeof ConfirmRegistration>>) =>
    Effect.gen(function* () {
      const codeDigest = yield* digestOf(ports, body.request, body.code);
      const stored = yield* ports.registry.confirm({ request: body.request, codeDigest, at: ports.clock() });
      if (stored === null)
        return yield* Effect.fail(problem("unprocessable", "this code does not stand: ask for a new one"));
      return ok({ registration: stored.registration.id, status: stored.status });
    }),
});

const Found = z.object({ registration: RegistrationId });

const list = endpoint({
  operation: "list-registrations",
  method: "get",
  path: "/registrations",
  tag: TAG,
  summary: "One's own registrations",
  query: z.object(PAGE_QUERY),
  answers: { 200: { description: "A page", schema: pageOf(RegistrationView) } },
  handle: ({ ports, query, caller }: Asked<unknown, { limit: number; cursor?: string | undefined }, unknown>) =>
    Effect.map(
      ports.registry.listForPerson({
        personId: PersonId.parse(caller?.subject),
        after: fromCursor(query.cursor),
        limit: query.limit,
      }),
      ({ items, next }) => ok({ items: items.map(viewOf), next: toCursor(next) }),
    ),
});

const read = endpoint({
  operation: "read-registration",
  method: "get",
  path: "/registrations/{registration}",
  tag: TAG,
  summary: "One registration",
  params: Found,
  answers: { 200: { description: "The registration", schema: RegistrationView } },
  handle: (asked: Asked<z.infer<typeof Found>, unknown, unknown>) =>
    Effect.map(found(asked), (stored) => ok(viewOf(stored), revisionHeader(stored.revision))),
});

const withdraw = endpoint({
  operation: "withdraw-registration",
  method: "post",
  path: "/registrations/{registration}/withdrawal",
  tag: TAG,
  summary: "Take a registration back",
  description: "No reason is asked, and none can be given.",
  params: Found,
  once: true,
  needsRevision: () => true,
  answers: { 200: { description: "Withdrawn", schema: RegistrationView } },
  handle: (asked: Asked<z.infer<typeof Found>, unknown, unknown>) =>
    Effect.gen(function* () {
      const { revision } = yield* found(asked);
      const withdrawn = yield* asked.ports.registry.withdraw(asked.params.registration, asked.expected ?? revision);
      if (withdrawn === null) return yield* Effect.fail(NOTHING);
      return ok(viewOf(withdrawn), revisionHeader(withdrawn.revision));
    }),
});

/** Routes of a victim's own registration. */
export const REGISTRATION_ROUTES = [start, confirm, list, read, withdraw];

const NOTHING = problem("not-found", "no registration of this id is within your reach");

const found = (asked: Asked<z.infer<typeof Found>, unknown, unknown>): Effect.Effect<StoredRegistration, Failing> =>
  Effect.gen(function* () {
    const stored = yield* asked.ports.registry.find(asked.params.registration);
    if (stored === null) return yield* Effect.fail(NOTHING);
    const isWithin = yield* mayReach(asked, { kind: "person", id: stored.registration.person.id });
    return isWithin ? stored : yield* Effect.fail(NOTHING);
  });

const digestOf = (ports: Ports, request: string, code: string): Effect.Effect<string> =>
  Effect.promise(() => ports.digest(`${request} ${code}`));

const knownState = (ports: Ports, { jurisdiction, channels }: StartRegistration): Effect.Effect<void, Failing> =>
  Effect.flatMap(lawOf(ports, jurisdiction), ({ law }) => {
    const known = law.profile.channels.map(({ id }) => id);
    const strange = channels.findIndex((channel) => !known.includes(channel));
    if (strange < 0) return Effect.void;
    const issue = {
      path: `$.channels[${strange}]`,
      problem: "is no channel of this state",
      fix: `give some of ${known.join(", ")}`,
    };
    return Effect.fail(problem("bad-request", "the request does not fit", { issues: [issue] }));
  });

/** What was not asked stays unknown: whether the person is a victim in law is for the rules and for people to say. */
const registrationFrom = (ports: Ports, body: StartRegistration, now: Instant): Registration => {
  const zone = ports.states.get(body.jurisdiction)?.law.profile.calendar.zone;
  const since = zone === undefined ? null : localDateIn(now, zone);
  return Registration.parse({
    id: ports.ids.next(),
    jurisdiction: body.jurisdiction,
    person: { id: ports.ids.next(), kind: "natural-person", name: null, birthDate: null, language: body.language },
    supervisedPersonId: body.supervisedPersonId,
    caseNumber: body.caseNumber,
    relation: body.relation,
    directVictim: UNKNOWN_VICTIM,
    harm: UNKNOWN_HARM,
    channels: body.channels.map((channel) => ({ channel, status: "active", since })),
    contacts: [{ ...body.contact, currency: "current", confirmedOn: since, preference: 1 }],
    safeContact: body.safeContact,
    wishesAnonymity: false,
    facts: {},
    origin: null,
  });
};
