import { z } from "zod";
import { PROVISION_NOTES, TERM_FIELDS, Words } from "./provision.ts";

/** Where the person who owes restitution stands: never sent to prison for it, in prison, or released from it. */
export const PayerStage = z.enum(["not-confined", "confined", "released-from-corrections"]);
export type PayerStage = z.infer<typeof PayerStage>;

/** One provision on whom restitution is paid to: an agency that pays it on, or the victim. */
export const PaymentRouteTerm = z
  .strictObject({
    ...TERM_FIELDS,
    stages: z.array(PayerStage).min(1).optional().meta({ description: "Left out, every stage." }),
    payTo: z.enum(["through-the-agency", "directly-to-the-victim"]),
    agency: Words.nullable().meta({
      description: "Who takes the payment, or sets the schedule of one that goes directly.",
    }),
    ...PROVISION_NOTES,
  })
  .meta({ id: "PaymentRouteTerm" });
export type PaymentRouteTerm = z.infer<typeof PaymentRouteTerm>;
