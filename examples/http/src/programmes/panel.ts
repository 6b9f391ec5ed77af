import {
  advancePanel,
  answerOffender,
  openPanelCase,
  type PanelCase,
  PanelCommand,
  panelFromLog,
  panelOffenderView,
  programmePanelView,
  refusalForSpeaker,
  speakerView,
} from "@victim-rights/restorative-justice";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Programme } from "./programme.ts";
import { withoutWhoAndWhen } from "./without-who-and-when.ts";

/** Victims who speak on a panel. The offender side sees and does nothing in it but say that somebody is in danger. */
export const PANEL: Programme<"panel", PanelCase> = {
  name: "panel",
  command: withoutWhoAndWhen(PanelCommand.options),
  readCommand: (raw) => PanelCommand.safeParse(raw),
  fromLog: (id, { commands, record }) =>
    commands.length === 0 ? Result.succeed(null) : panelFromLog({ id, commands, record }),
  take: (ports, before, { id, command }) => {
    if (before === null)
      return Effect.succeed(command.act === "offer" && command.speaker === id ? openPanelCase(command) : null);
    return Effect.map(ports.caseFacts.panel(id), (facts) =>
      advancePanel(before, command, { facts, policy: ports.policies.panel }),
    );
  },
  programmeView: (ports, each) => programmePanelView(each, ports.policies.panel),
  victimView: (ports, _, each) => (each === null ? null : speakerView(each, ports.policies.panel)),
  offenderView: () => panelOffenderView(),
  offenderAnswer: (ports, _, { command }) => answerOffender(command, ports.policies.panel),
  victimRefusal: (ports, _, error) => refusalForSpeaker(error, ports.policies.panel),
};
