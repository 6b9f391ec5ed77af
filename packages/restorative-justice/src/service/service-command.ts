import { z } from "zod";
import { AttendedDay } from "../programme/attendance-certificate.ts";
import { AddressDanger, COMMAND_FIELDS, DiscloseDanger } from "../programme/command.ts";
import { CaseId, EvidenceRef } from "../programme/ids.ts";
import { SiteId } from "./site.ts";

const plain = <Act extends string>(act: Act) => z.strictObject({ ...COMMAND_FIELDS, act: z.literal(act) });

/** Opens a case for service that a court ordered. The order is named and its document kept by the agency. */
export const OrderService = plain("order").extend({ service: CaseId, courtOrder: EvidenceRef });
export type OrderService = Readonly<z.infer<typeof OrderService>>;

/** Whether work is for the community or directly for the victim. */
export const ServiceKind = z.enum(["community", "direct_to_victim"]);
export type ServiceKind = z.infer<typeof ServiceKind>;

/** Everything that can be asked about an order of community service. Time is the only quantity: there is no amount. */
export const ServiceCommand = z.discriminatedUnion("act", [
  OrderService,
  plain("invite-input"),
  plain("give-input").extend({ input: EvidenceRef }),
  plain("take-input-back"),
  plain("propose-site").extend({ site: SiteId, kind: ServiceKind }),
  plain("check-conflicts"),
  plain("set-site-aside"),
  plain("assign"),
  plain("start"),
  plain("log-time").extend({ day: AttendedDay }),
  plain("complete"),
  plain("report-failure"),
  DiscloseDanger,
  AddressDanger,
]);
export type ServiceCommand = Readonly<z.infer<typeof ServiceCommand>>;

/** What is done about an order of community service. */
export type ServiceAct = ServiceCommand["act"];
