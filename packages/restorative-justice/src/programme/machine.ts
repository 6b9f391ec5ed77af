import type { Side } from "./actor.ts";
import type { GateId } from "./gate-result.ts";

/** One step that a programme knows: what is done, from where to where, by whom, and the gates that must pass. */
export type Transition<State extends string, Act extends string> = {
  readonly act: Act;
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly Side[];
  readonly gates: readonly GateId[];
};

/** A programme as a table of its steps. What the table does not list cannot be done. */
export type Machine<State extends string, Act extends string> = {
  readonly programme: string;
  readonly initial: State;
  readonly states: readonly State[];
  /** States that nothing leaves. */
  readonly terminal: readonly State[];
  readonly transitions: readonly Transition<State, Act>[];
};

/** The step that an act is from a state, or `null` where there is none. */
export const stepFrom = <State extends string, Act extends string>(
  { transitions }: Machine<State, Act>,
  state: State,
  act: Act,
): Transition<State, Act> | null => transitions.find((step) => step.act === act && step.from.includes(state)) ?? null;
