import type { Instant } from "@victim-rights/core";
import type { Actor } from "./actor.ts";
import type { GateResult } from "./gate-result.ts";
import type { CommandId, EvidenceRef } from "./ids.ts";

/** One line of a case's record: only ever added to, and never without a ground. */
export type RecordLine<State extends string, Act extends string> = {
  /** Its place, from 1, without gaps. */
  readonly seq: number;
  readonly command: CommandId;
  readonly act: Act;
  readonly by: Actor;
  readonly at: Instant;
  readonly from: State;
  readonly to: State;
  /** Every gate that was asked, those that passed among them. */
  readonly gates: readonly GateResult[];
  /** The papers that it rests on; for a withdrawal none is asked. */
  readonly evidence: readonly EvidenceRef[];
};
