import { addHours, epochMilliseconds, Instant, instantAt, ZoneId } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import type { AdvanceError } from "../src/programme/errors.ts";
import { advanceService } from "../src/service/advance-service.ts";
import { openService, type ServiceCase } from "../src/service/service-case.ts";
import { OrderService, type ServiceAct, type ServiceCommand } from "../src/service/service-command.ts";
import type { ServiceFacts } from "../src/service/service-facts.ts";
import type { ServiceSetting } from "../src/service/service-gates.ts";
import { SERVICE_MACHINE } from "../src/service/service-machine.ts";
import { loadServicePolicy } from "../src/service/service-policy.ts";
import type { ServiceState } from "../src/service/service-state.ts";

/** When the court of every test orders service. */
export const START = Instant.parse("2026-03-02T15:00:00Z");
export const ZONE = ZoneId.parse("America/Denver");
/** The house's settings. */
export const house = Result.getOrThrow(loadServicePolicy({ zone: ZONE }));

/** Somebody of each kind. */
export const PEOPLE = {
  victim: { side: "victim-side", id: "V-victim" },
  staff: { side: "programme", id: "staff" },
  facilitator: { side: "facilitator", id: "facilitator" },
  offender: { side: "offender-side", id: "offender" },
  court: { side: "court", id: "court" },
} as const;

const FIELDS: Partial<Readonly<Record<ServiceAct, object>>> = {
  order: { service: "service-1", courtOrder: "order-1" },
  "give-input": { input: "V-input" },
  "propose-site": { site: "site-1", kind: "community" },
  "log-time": { day: { on: "2026-03-02", minutes: 120 } },
};

let counted = 0;

/** A command with an id of its own. */
export const command = (act: ServiceAct, rest: object = {}): ServiceCommand => {
  counted += 1;
  const isVictims = act === "give-input" || act === "take-input-back";
  const by = act === "order" ? PEOPLE.court : isVictims ? PEOPLE.victim : PEOPLE.staff;
  return {
    id: `${act}-${counted}`,
    act,
    by,
    at: START,
    evidence: [],
    ...FIELDS[act],
    ...rest,
  } as unknown as ServiceCommand;
};

const SITE = { id: "site-1", zones: ["east"], confidentialShelter: "no", dvSaProgramme: "no" };
const ZONES = { state: "on_file", id: "V-zones", home: ["west"], work: ["north"], school: [], worship: ["south"] };

/** Facts of a site that is nowhere near the victim. */
export const quietFacts = (rest: object = {}): ServiceFacts =>
  ({
    site: SITE,
    victimZones: ZONES,
    offence: "other",
    directService: { victimRequest: null, dialogueGates: [] },
    ...rest,
  }) as unknown as ServiceFacts;

/** Quiet facts but for the site. */
export const siteFacts = (site: object, rest: object = {}): ServiceFacts =>
  quietFacts({ site: { ...SITE, ...site }, ...rest });

/** Quiet facts but for the victim's zones. */
export const zonesFacts = (zones: object): ServiceFacts => quietFacts({ victimZones: { ...ZONES, ...zones } });

/** Service just ordered. */
export const ordered = (): ServiceCase => Result.getOrThrow(openService(OrderService.parse(command("order"))));

/** Takes a command with quiet facts. */
export const take = (
  service: ServiceCase,
  asked: ServiceCommand,
  setting: Partial<ServiceSetting> = {},
): Result.Result<ServiceCase, AdvanceError> =>
  advanceService(service, asked, { facts: quietFacts(), policy: house, ...setting });

/** Takes commands that must all be taken. */
export const walk = (service: ServiceCase, asked: readonly ServiceCommand[]): ServiceCase =>
  asked.reduce((each, next) => Result.getOrThrow(take(each, next)), service);

const LINE = ["propose-site", "check-conflicts", "assign", "start", "complete"] as const;

/** The way to each state, as short as it gets. */
export const WAYS: Readonly<Record<ServiceState, readonly ServiceAct[]>> = {
  ordered: [],
  input_invited: ["invite-input"],
  site_proposed: LINE.slice(0, 1),
  conflict_checked: LINE.slice(0, 2),
  assigned: LINE.slice(0, 3),
  in_progress: LINE.slice(0, 4),
  completed: LINE,
  failed_reported: [...LINE.slice(0, 4), "report-failure"],
};

/** An order of service that came to a state. */
export const serviceIn = (state: ServiceState): ServiceCase =>
  walk(
    ordered(),
    WAYS[state].map((act) => command(act)),
  );

/** One random step. */
export type Roll = { readonly act: number; readonly giver: number; readonly minutes: number; readonly facts: number };

/** Random steps. */
export const rolls: fc.Arbitrary<readonly Roll[]> = fc.array(
  fc.record({
    act: fc.nat(10_000),
    giver: fc.nat(15),
    minutes: fc.constantFrom(0, 10, 60, 300, 1440, -10),
    facts: fc.nat(20),
  }),
  { maxLength: 16, size: "max" },
);

/** Facts that are quiet more often than not, and otherwise stop a site in one way. */
export const WRONG_FACTS: readonly ServiceFacts[] = [
  siteFacts({ confidentialShelter: "yes" }),
  siteFacts({ confidentialShelter: "unknown" }),
  siteFacts({ dvSaProgramme: "yes" }, { offence: "dv_or_sa" }),
  siteFacts({ dvSaProgramme: "yes" }, { offence: "unknown" }),
  siteFacts({ zones: [] }),
  siteFacts({ id: "site-2" }),
  zonesFacts({ home: ["east"] }),
  zonesFacts({ worship: ["east"] }),
  quietFacts({ victimZones: { state: "not_on_file", decision: null } }),
  quietFacts({ site: null }),
];

/** One step that was played: before, the command, the facts, and what came of it. */
export type Played = {
  readonly before: ServiceCase;
  readonly command: ServiceCommand;
  readonly facts: ServiceFacts;
  readonly outcome: Result.Result<ServiceCase, AdvanceError>;
};

const rolledCommand = ({ state }: ServiceCase, roll: Roll, at: Instant): ServiceCommand => {
  const openActs = SERVICE_MACHINE.transitions.filter(({ from }) => from.includes(state)).map(({ act }) => act);
  const forward = openActs.filter(
    (act) => !["report-failure", "complete", "give-input", "take-input-back"].includes(act),
  );
  const pool = roll.act % 4 === 0 || forward.length === 0 ? openActs : forward;
  const act = roll.act % 13 === 0 ? "start" : (pool[Math.floor(roll.act / 4) % pool.length] ?? "assign");
  const stranger = Object.values(PEOPLE)[roll.giver];
  return command(act, { at, ...(stranger === undefined ? {} : { by: stranger }) });
};

/** Plays random steps on an order of service, whatever comes of each. */
export const play = (
  service: ServiceCase,
  steps: readonly Roll[],
): { readonly played: readonly Played[]; readonly last: ServiceCase } => {
  const played: Played[] = [];
  let [each, now] = [service, START];
  for (const roll of steps) {
    now = instantAt(epochMilliseconds(now) + roll.minutes * 60_000);
    const asked = rolledCommand(each, roll, now);
    const facts = WRONG_FACTS[roll.facts] ?? quietFacts();
    const outcome = advanceService(each, asked, { facts, policy: house });
    played.push({ before: each, command: asked, facts, outcome });
    each = Result.getOrElse(outcome, () => each);
    if (roll.minutes < 0) now = each.commands.at(-1)?.at ?? now;
  }
  return { played, last: each };
};

/** A moment so many hours after the start. */
export const later = (hours: number): Instant => addHours(START, hours);
