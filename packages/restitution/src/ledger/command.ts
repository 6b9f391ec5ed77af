import { CaseNumber, Instant, LocalDate } from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import { PaymentKind } from "../allocation/allocation-file.ts";
import { ClaimClass, ClaimId } from "../allocation/claim.ts";
import { Grade } from "../terms/grade.ts";
import { LossCategory } from "../terms/loss-term.ts";
import { AffidavitId, CommandId, DocumentRef, EntryId, ObligorId, OrderId, PayeeId } from "./ids.ts";

/** What every command states: its id, when it is recorded, from which day it counts, and the paper it rests on. */
const STATED = {
  id: CommandId,
  postedAt: Instant,
  effectiveOn: LocalDate,
  document: DocumentRef,
};

/** Any number: whether it is an amount is for `post` to say, with a tagged error. */
const cents = z.number();
const command = <Do extends string, Shape extends z.ZodRawShape>(name: Do, shape: Shape) =>
  z.strictObject({ do: z.literal(name), ...STATED, ...shape });

/** What a payee is in law. */
export const PayeeKind = z.enum([
  "natural-person",
  "estate",
  "compensation-programme",
  "public-body",
  "insurer",
  "court",
  "agency",
]);
export type PayeeKind = z.infer<typeof PayeeKind>;

/** Who owes an obligation, and how much of it at most; `null` is all of it. Several owe it jointly. */
export const Bound = z.strictObject({ obligor: ObligorId, capCents: cents.nullable() });
export type Bound = Readonly<z.infer<typeof Bound>>;

/** One debt of an order, in the order in which the judgment lists them. */
export const OrderedObligation = z.strictObject({
  id: ClaimId,
  class: ClaimClass,
  payee: PayeeId,
  cents,
  bound: z.array(Bound).min(1, "name who owes it"),
  losses: z
    .array(z.strictObject({ affidavit: AffidavitId, line: z.string().min(1) }))
    .default([])
    .meta({ description: "The losses of affidavits that it is ordered for." }),
});
export type OrderedObligation = Readonly<z.infer<typeof OrderedObligation>>;

/** One loss of an affidavit. */
export const Loss = z.strictObject({
  line: z.string().min(1).max(200),
  category: LossCategory,
  cents,
  paper: DocumentRef.nullable().meta({ description: "The bill or receipt that shows it." }),
});
export type Loss = Readonly<z.infer<typeof Loss>>;

/** Everything that can be done to a ledger. */
export const Command = z.discriminatedUnion("do", [
  command("open-payee", {
    payee: PayeeId,
    kind: PayeeKind,
    name: z.string().min(1),
    address: z.string().min(1).nullable(),
  }),
  command("change-address", { payee: PayeeId, address: z.string().min(1).nullable() }),
  command("open-obligor", { obligor: ObligorId, name: z.string().min(1) }),
  command("file-affidavit", {
    affidavit: AffidavitId,
    payee: PayeeId,
    cause: CaseNumber,
    grade: Grade,
    losses: z.array(Loss).min(1),
  }),
  command("amend-loss", { affidavit: AffidavitId, loss: Loss }),
  command("object-to-loss", { affidavit: AffidavitId, line: z.string().min(1), obligor: ObligorId }),
  command("decide-loss", { affidavit: AffidavitId, line: z.string().min(1), approvedCents: cents }),
  command("enter-order", {
    order: OrderId,
    cause: CaseNumber,
    grade: PaymentKind.shape.grade,
    obligations: z.array(OrderedObligation).min(1),
  }),
  command("modify-obligation", { obligation: ClaimId, cents }),
  command("assess-fee", {
    order: OrderId,
    rule: RuleId,
    obligation: ClaimId,
    class: ClaimClass,
    payee: PayeeId,
    charges: z.int().min(1).nullable().default(null).meta({
      description: "How many charges the judgment holds, for a fee that is owed once for each.",
    }),
    instalment: z.int().min(1).nullable().default(null).meta({
      description: "Which instalment brought it, for a fee that comes with instalments.",
    }),
    orderedBy: DocumentRef.nullable().default(null).meta({
      description: "The court's document, for a fee that the law allows and does not require.",
    }),
  }),
  command("set-plan", {
    obligor: ObligorId,
    cents,
    every: z.enum(["week", "two-weeks", "month", "quarter"]),
    firstDueOn: LocalDate,
  }),
  command("receive-payment", {
    obligor: ObligorId,
    cents,
    currency: z.string(),
    ...PaymentKind.shape,
    towards: OrderId.nullable()
      .default(null)
      .meta({ description: "The one order that it is paid on, where one is named." }),
  }),
  command("allocate-held", { payment: EntryId }),
  command("record-outside-payment", { obligor: ObligorId, obligation: ClaimId, cents }),
  command("refund", { payment: EntryId, cents }),
  command("transfer-between-causes", { obligor: ObligorId, from: ClaimId, to: ClaimId, cents }),
  command("disburse", {
    payee: PayeeId,
    parts: z.array(z.strictObject({ obligation: ClaimId, cents })).min(1),
  }),
  command("run-disbursement", {
    minimum: z
      .enum(["by-rule", "none"])
      .meta({ description: "Whether the state's minimum and timing decide who is paid." }),
  }),
  command("return-disbursement", { disbursement: EntryId }),
  command("reissue", { payee: PayeeId }),
  command("remit-unclaimed", { payee: PayeeId, rule: RuleId }),
  command("file-satisfaction", { order: OrderId }),
  command("reverse", {
    entry: EntryId,
    why: z.enum(["bounced", "posted-in-error", "court-order", "voided"]),
  }),
]);
export type Command = Readonly<z.infer<typeof Command>>;

/** A command of one kind. */
export type CommandTo<Do extends Command["do"]> = Extract<Command, { readonly do: Do }>;
