import type * as Result from "effect/Result";
import { advanceCase, type Programme } from "../programme/advance-case.ts";
import type { AdvanceError } from "../programme/errors.ts";
import { ProgrammeRules } from "../programme/programme-rules.ts";
import type { ServiceCase } from "./service-case.ts";
import type { ServiceCommand } from "./service-command.ts";
import { type AskedOfService, serviceGate, type ServiceSetting } from "./service-gates.ts";
import { CONFLICT_GATES, SERVICE_MACHINE } from "./service-machine.ts";
import serviceRules from "./service-rules.json" with { type: "json" };
import type { ServiceState } from "./service-state.ts";

/** The rules of community service's gates, each with its sources and what would lift it. */
export const SERVICE_RULES: ProgrammeRules = ProgrammeRules.parse(serviceRules);

const PROGRAMME: Programme<ServiceState, ServiceCommand, ServiceCase, ServiceSetting> = {
  machine: SERVICE_MACHINE,
  stateOf: ({ state }) => state,
  targetOf: (_, steps) => steps[0] ?? null,
  gate: serviceGate(SERVICE_RULES),
  recordedOnly: (act) => (act === "set-site-aside" ? CONFLICT_GATES : []),
  applied: (asked, to) => ({ ...afterService(asked), state: to }),
};

/**
 * Takes one command about an order of service. Pure: time comes in the command, facts and policy beside it. The result,
 * and the error with its gates, are the programme's to see; the offender side has `offenderServiceView` alone.
 * @errors `AdvanceError`, in its order of precedence, the case unchanged.
 */
export const advanceService = (
  service: ServiceCase,
  command: ServiceCommand,
  setting: ServiceSetting,
): Result.Result<ServiceCase, AdvanceError> => advanceCase(PROGRAMME, { case: service, command, setting });

const afterService = ({ case: service, command }: AskedOfService): ServiceCase => {
  if (command.act === "give-input") return { ...service, input: command.input };
  if (command.act === "take-input-back") return { ...service, input: null };
  if (command.act === "propose-site") return { ...service, site: { id: command.site, kind: command.kind } };
  if (command.act === "log-time") return { ...service, attended: [...service.attended, command.day] };
  if (command.act !== "set-site-aside" || service.site === null) return service;
  return { ...service, site: null, setAside: [...service.setAside, service.site.id] };
};
