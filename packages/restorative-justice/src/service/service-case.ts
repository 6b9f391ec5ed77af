import * as Result from "effect/Result";
import type { ProgrammeCase } from "../programme/advance-case.ts";
import type { AttendedDay } from "../programme/attendance-certificate.ts";
import { SideMayNot } from "../programme/errors.ts";
import type { CaseId, EvidenceRef } from "../programme/ids.ts";
import type { OrderService, ServiceCommand, ServiceKind } from "./service-command.ts";
import type { ServiceState } from "./service-state.ts";
import type { SiteId } from "./site.ts";

/** One order of community service. */
export type ServiceCase = ProgrammeCase<ServiceState, ServiceCommand> & {
  readonly id: CaseId;
  readonly courtOrder: EvidenceRef;
  readonly state: ServiceState;
  readonly site: { readonly id: SiteId; readonly kind: ServiceKind } | null;
  /** Sites that were set aside, the last one last, each as often as it was. */
  readonly setAside: readonly SiteId[];
  /** The victim's input as it stands, by document; `null` says nothing about the victim's wishes. */
  readonly input: EvidenceRef | null;
  readonly attended: readonly AttendedDay[];
};

/**
 * Opens a case for an order of the court.
 * @errors `SideMayNot` when neither the court nor the programme hands it in.
 */
export const openService = (command: OrderService): Result.Result<ServiceCase, SideMayNot> => {
  const { act, at, by, evidence, service, courtOrder } = command;
  if (by.side !== "court" && by.side !== "programme")
    return Result.fail(new SideMayNot({ act, side: by.side, may: ["court", "programme"] as const }));
  const line = { seq: 1, command: command.id, act, by, at, from: "ordered", to: "ordered", gates: [] } as const;
  return Result.succeed({
    id: service,
    courtOrder,
    state: "ordered",
    site: null,
    setAside: [],
    input: null,
    attended: [],
    danger: null,
    commands: [command],
    record: [{ ...line, evidence }],
  });
};
