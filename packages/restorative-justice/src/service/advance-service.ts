import * as Result from "effect/Result";
import { advanceCase, type Given, type Programme } from "../programme/advance-case.ts";
import { caseFromLog, type LogBroken, notBegun, type StoredLog } from "../programme/case-from-log.ts";
import type { AdvanceError } from "../programme/errors.ts";
import type { GateId, GateResult } from "../programme/gate-result.ts";
import { ProgrammeRules } from "../programme/programme-rules.ts";
import { openService, type ServiceCase } from "./service-case.ts";
import type { ServiceCommand } from "./service-command.ts";
import { serviceGate, type ServiceSetting } from "./service-gates.ts";
import { CONFLICT_GATES, SERVICE_MACHINE, SERVICE_OPEN_IN_DANGER } from "./service-machine.ts";
import serviceRules from "./service-rules.json" with { type: "json" };
import type { ServiceState } from "./service-state.ts";

/** The rules of community service's gates, each with its sources and what would lift it. */
export const SERVICE_RULES: ProgrammeRules = ProgrammeRules.parse(serviceRules);

/**
 * Takes one command about an order of service. Pure: time comes in the command, facts and policy beside it. The result,
 * and the error with its gates, are the programme's to see; the offender side has `offenderServiceView` alone.
 * @errors `AdvanceError`, in its order of precedence, the case unchanged.
 */
export const advanceService = (
  service: ServiceCase,
  command: ServiceCommand,
  setting: ServiceSetting,
): Result.Result<ServiceCase, AdvanceError> => {
  const given = { case: service, command };
  const gate = (id: GateId): GateResult => askGate(id, { ...given, setting });
  return advanceCase(PROGRAMME, given, { gate, guidance: setting.policy.emergencyGuidance });
};

/**
 * An order of service as of its log, with what every gate gave as the record has it.
 * @errors `LogBroken` where the log is none that the programme can have written.
 */
export const serviceFromLog = (log: StoredLog<ServiceState, ServiceCommand>): Result.Result<ServiceCase, LogBroken> => {
  const [first] = log.commands;
  if (first?.act !== "order" || first.service !== log.id) return notBegun("order");
  const begun = Result.orElse(openService(first), () => notBegun("order"));
  return Result.flatMap(begun, (service) => caseFromLog(PROGRAMME, service, log));
};

const askGate = serviceGate(SERVICE_RULES);

const PROGRAMME: Programme<ServiceState, ServiceCommand, ServiceCase> = {
  machine: SERVICE_MACHINE,
  stateOf: ({ state }) => state,
  openInDanger: SERVICE_OPEN_IN_DANGER,
  targetOf: (_, steps) => steps[0] ?? null,
  recordedOnly: (act) => (act === "set-site-aside" ? CONFLICT_GATES : []),
  applied: (given, { to }) => ({ ...afterService(given), state: to }),
  settled: (service) => service,
};

const afterService = ({ case: service, command }: Given<ServiceCase, ServiceCommand>): ServiceCase => {
  if (command.act === "give-input") return { ...service, input: command.input };
  if (command.act === "take-input-back") return { ...service, input: null };
  if (command.act === "propose-site") return { ...service, site: { id: command.site, kind: command.kind } };
  if (command.act === "log-time") return { ...service, attended: [...service.attended, command.day] };
  if (command.act !== "set-site-aside" || service.site === null) return service;
  return { ...service, site: null, setAside: [...service.setAside, service.site.id] };
};
