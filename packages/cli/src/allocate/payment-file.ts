import { Claim, PaymentKind } from "@victim-rights/restitution";
import { z } from "zod";

/** A payment and the debts of whoever paid it, as `allocate` takes them. */
export const PaymentFile = z.strictObject({
  cents: z.number(),
  ...PaymentKind.shape,
  claims: z.array(Claim),
});
export type PaymentFile = z.infer<typeof PaymentFile>;
