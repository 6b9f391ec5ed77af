import { z } from "zod";
import parameters from "../gate/dialogue-parameters.json" with { type: "json" };
import { Side } from "./actor.ts";
import type { ProgrammeCommand } from "./command.ts";
import type { CommandId } from "./ids.ts";
import type { Transition } from "./machine.ts";

/** Disclosing immediate danger, and having attended to it. Every programme has both (INV-16). */
export type DangerAct = "disclose-danger" | "address-danger";

/** What a case keeps of danger. */
export type DangerWatch = {
  /** A disclosure of immediate danger that nobody has yet attended to; other steps wait for it. */
  readonly danger: CommandId | null;
};

/** What is shown first while a danger is open: the agency's words, or the house's. */
export const EmergencyGuidance = z.string().trim().min(1).default(parameters.emergencyGuidance);

/** A policy as far as danger needs it. */
export type DangerPolicy = { readonly emergencyGuidance: string };

/** What comes before all else in a view of a case: the guidance while a danger is open, and otherwise nothing. */
export const firstOf = ({ danger }: DangerWatch, { emergencyGuidance }: DangerPolicy): string | null =>
  danger === null ? null : emergencyGuidance;

/** The open danger after a step. It outlives the case: whoever looks at it later still sees first what to do. */
export const dangerAfter = ({ danger }: DangerWatch, { act, id }: ProgrammeCommand): CommandId | null => {
  if (act === "disclose-danger") return id;
  return act === "address-danger" ? null : danger;
};

/**
 * The steps of danger in each of some states, an end among them. Anybody discloses it, whichever side they are on, and
 * the programme's people attend to it; neither changes where the case stands.
 */
export const dangerSteps = <State extends string>(states: readonly State[]): readonly Transition<State, DangerAct>[] =>
  states.flatMap((state): readonly Transition<State, DangerAct>[] => [
    { act: "disclose-danger", from: [state], to: state, by: Side.options, gates: [] },
    { act: "address-danger", from: [state], to: state, by: ["programme", "facilitator"], gates: [] },
  ]);
