import {
  advanceService,
  answerOffender,
  offenderServiceView,
  openService,
  programmeServiceView,
  type ServiceCase,
  ServiceCommand,
  serviceFromLog,
  serviceRefusalForVictim,
  victimServiceView,
} from "@victim-rights/restorative-justice";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Programme } from "./programme.ts";
import { withoutWhoAndWhen } from "./without-who-and-when.ts";

/** Community service that a court ordered. */
export const COMMUNITY_SERVICE: Programme<"service", ServiceCase> = {
  name: "service",
  command: withoutWhoAndWhen(ServiceCommand.options),
  readCommand: (raw) => ServiceCommand.safeParse(raw),
  fromLog: (id, { commands, record }) =>
    commands.length === 0 ? Result.succeed(null) : serviceFromLog({ id, commands, record }),
  take: (ports, before, { id, command }) => {
    if (before === null)
      return Effect.succeed(command.act === "order" && command.service === id ? openService(command) : null);
    return Effect.map(ports.caseFacts.service(id), (facts) =>
      advanceService(before, command, { facts, policy: ports.policies.service }),
    );
  },
  programmeView: (ports, each) => programmeServiceView(each, ports.policies.service),
  victimView: (ports, _, each) => (each === null ? null : victimServiceView(each, ports.policies.service)),
  offenderView: (_, each) => (each === null ? null : offenderServiceView(each)),
  offenderAnswer: (ports, _, { command }) => answerOffender(command, ports.policies.service),
  victimRefusal: (ports, _, error) => serviceRefusalForVictim(error, ports.policies.service),
};
