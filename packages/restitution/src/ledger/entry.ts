import { LocalDate } from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import { ChoiceId, OpenChoice } from "../allocation/distribution.ts";
import { Command } from "./command.ts";
import { EntryId, PayeeId } from "./ids.ts";
import { Transfer } from "./transfer.ts";

/** A choice of the agency that an entry follows, with who made it and when. */
export const ChoiceTaken = z.strictObject({
  choice: ChoiceId,
  option: ChoiceId,
  decidedBy: z.string().min(1),
  decidedOn: LocalDate,
});
export type ChoiceTaken = Readonly<z.infer<typeof ChoiceTaken>>;

/**
 * Why money of a payment waits: the law leaves open how to go on, no order of payment decides, the order of payment does
 * not reach what is still owed, or nothing is owed any more.
 */
export const Waiting = z.discriminatedUnion("because", [
  z.strictObject({ because: z.literal("discretion-needed"), cents: z.int(), choice: OpenChoice }),
  z.strictObject({ because: z.literal("no-policy-decides"), cents: z.int(), leftOut: z.array(RuleId) }),
  z.strictObject({ because: z.literal("no-step-reaches"), cents: z.int() }),
  z.strictObject({ because: z.literal("nothing-owed"), cents: z.int() }),
]);
export type Waiting = Readonly<z.infer<typeof Waiting>>;

/** One line of the ledger: never changed, never taken away. A mistake is mended by a reversal, which names what it reverses. */
export const Entry = z.strictObject({
  seq: z.int().min(1).meta({ description: "Its place, from 1, without gaps." }),
  id: EntryId,
  command: Command,
  payee: PayeeId.nullable().meta({ description: "Whom a disbursement is made to." }),
  reverses: EntryId.nullable().meta({ description: "The entry whose effect it takes back." }),
  transfers: z.array(Transfer).readonly(),
  choices: z.array(ChoiceTaken).readonly(),
  waiting: Waiting.nullable(),
});
export type Entry = Readonly<z.infer<typeof Entry>>;
