import { addHours, Instant, ZoneId } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { AdvanceError } from "../src/programme/errors.ts";
import { advanceService } from "../src/service/advance-service.ts";
import { openService, type ServiceCase } from "../src/service/service-case.ts";
import { OrderService, type ServiceAct, type ServiceCommand } from "../src/service/service-command.ts";
import type { ServiceFacts } from "../src/service/service-facts.ts";
import type { ServiceSetting } from "../src/service/service-gates.ts";
import { SERVICE_MACHINE } from "../src/service/service-machine.ts";
import { loadServicePolicy } from "../src/service/service-policy.ts";
import type { ServiceState } from "../src/service/service-state.ts";
import { arbitraryRolls, type PlayedStep, playRolls, type Roll, rolledAct, rolledGiver } from "./random-steps.ts";

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
  "address-danger": { evidence: ["attended"] },
  "log-time": { day: { on: "2026-03-02", minutes: 120 } },
};

const VICTIMS: readonly ServiceAct[] = ["give-input", "take-input-back", "disclose-danger"];

let counted = 0;

/** A command with an id of its own. */
export const command = (act: ServiceAct, rest: object = {}): ServiceCommand => {
  counted += 1;
  const by = act === "order" ? PEOPLE.court : VICTIMS.includes(act) ? PEOPLE.victim : PEOPLE.staff;
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

/** The same case with a danger open in it. */
export const alarmed = (service: ServiceCase): ServiceCase => walk(service, [command("disclose-danger")]);

/** Random steps. */
export const rolls = arbitraryRolls({ minutes: [0, 10, 60, 300, 1440, -10], facts: 20 });

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

/** One step that was played on an order of service. */
export type Played = PlayedStep<ServiceCase, ServiceCommand, ServiceFacts>;

const SELDOM: readonly ServiceAct[] = ["report-failure", "complete", "give-input", "take-input-back"];

const rolledCommand = ({ state, danger }: ServiceCase, roll: Roll, at: Instant): ServiceCommand => {
  const act = rolledAct({ machine: SERVICE_MACHINE, state, danger, seldom: SELDOM, stray: "start" }, roll);
  return command(act, { at, ...rolledGiver(PEOPLE, roll) });
};

/** Plays random steps on an order of service, whatever comes of each. */
export const play = (service: ServiceCase, steps: readonly Roll[]) =>
  playRolls<ServiceCase, ServiceCommand, ServiceFacts>(service, steps, {
    start: START,
    command: rolledCommand,
    facts: (roll) => WRONG_FACTS[roll.facts] ?? quietFacts(),
    advance: (each, asked, facts) => advanceService(each, asked, { facts, policy: house }),
  });

/** A moment so many hours after the start. */
export const later = (hours: number): Instant => addHours(START, hours);
