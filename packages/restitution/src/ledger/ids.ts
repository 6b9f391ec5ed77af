import { z } from "zod";

/** Ids are put together into names of accounts and entries, so that what parts them may not stand in them. */
const id = <Brand extends string>() =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^/#]*$/u, "write an id without `/` and `#`")
    .brand<Brand>();

/** A court order that orders money to be paid. */
export const OrderId = id<"OrderId">();
export type OrderId = z.infer<typeof OrderId>;

/** Whoever is to receive money: a victim, an estate, a programme, a public body, an insurer, a court. */
export const PayeeId = id<"PayeeId">();
export type PayeeId = z.infer<typeof PayeeId>;

/** Whoever owes money under a court order. */
export const ObligorId = id<"ObligorId">();
export type ObligorId = z.infer<typeof ObligorId>;

/** A sworn account of losses. */
export const AffidavitId = id<"AffidavitId">();
export type AffidavitId = z.infer<typeof AffidavitId>;

/** Names a command once and for all: given again with the same content it has no further effect. */
export const CommandId = id<"CommandId">();
export type CommandId = z.infer<typeof CommandId>;

/** Names an entry: the command that made it, and for a disbursement run the payee after a `#`. */
export const EntryId = z.string().trim().min(1).max(401).brand<"EntryId">();
export type EntryId = z.infer<typeof EntryId>;

/** A paper that grounds an entry, as the agency files it: a receipt, a docket entry, a letter. */
export const DocumentRef = z.string().trim().min(1).max(200).brand<"DocumentRef">();
export type DocumentRef = z.infer<typeof DocumentRef>;
