import { access } from "node:fs/promises";
import { join } from "node:path";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import { z } from "zod";
import type { AskAnswer, ChannelShape, Message, SendAnswer } from "../channel.ts";
import type { IdempotencyKey } from "../idempotency-key.ts";
import { receiptOf } from "../receipt.ts";
import { printable } from "./printable.ts";
import { drawLetter } from "./draw-letter.ts";
import { writeWhole } from "./write-whole.ts";

/** The folder that a print room takes letters from. */
export const LetterConfig = z.strictObject({
  /** Letters appear here whole. Whoever prints one moves it to `printed/` beneath and does not delete it. */
  folder: z.string().min(1),
  /** The agency's own address for what cannot be delivered. */
  returnAddress: z.array(z.string().min(1).max(60)).min(2).max(6).readonly(),
});
export type LetterConfig = Readonly<z.infer<typeof LetterConfig>>;

/** Where the print room puts what it has taken. */
const PRINTED = "printed";

/**
 * Puts a notice into a print queue as a PDF. A file named by the key is there whole or not at all; when it is there already,
 * the letter is not made again. The folder is the record that is asked: it shows letters that wait and that were printed.
 */
export const letterChannel = (config: LetterConfig): ChannelShape<"postal"> => ({
  method: "postal",
  canBeAsked: true,
  send: (message, key) => Effect.promise(() => queueLetter(config, message, key)),
  ask: ({ key }) => Effect.promise(() => findLetter(config, key)),
});

const queueLetter = async (
  config: LetterConfig,
  message: Message<"postal">,
  key: IdempotencyKey,
): Promise<SendAnswer> => {
  const there = await findLetter(config, key);
  if (there.kind === "sent") return there;
  if (there.kind === "cannot-tell") return { kind: "refused", lasting: "temporary", code: "not-now" };
  const address = Redacted.value(message.recipient.value);
  // The built-in fonts know no other signs: a letter with holes in it, or to a misspelt name, is not sent.
  if (!printable([...address, ...config.returnAddress, message.subject, message.text].join("\n")))
    return { kind: "refused", lasting: "permanent", code: "not-writable" };
  try {
    const pdf = await drawLetter({ ...message, address, returnAddress: config.returnAddress });
    await writeWhole({ folder: config.folder, name: nameOf(key), content: pdf });
    return sent(key);
  } catch {
    // Whether the name appeared before the disk gave up is for the folder to say.
    const after = await findLetter(config, key);
    return after.kind === "sent" ? after : { kind: "refused", lasting: "temporary", code: "full" };
  }
};

const findLetter = async (
  { folder }: LetterConfig,
  key: IdempotencyKey,
): Promise<Extract<AskAnswer, { readonly kind: "sent" | "never-seen" | "cannot-tell" }>> => {
  const found = await Promise.all([join(folder, nameOf(key)), join(folder, PRINTED, nameOf(key))].map(isThere));
  if (found.includes("there")) return sent(key);
  return found.includes("cannot-tell") ? { kind: "cannot-tell" } : { kind: "never-seen" };
};

const isThere = async (path: string): Promise<"there" | "absent" | "cannot-tell"> => {
  try {
    await access(path);
    return "there";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? "absent" : "cannot-tell";
  }
};

const sent = (key: IdempotencyKey) => ({ kind: "sent", receipt: receiptOf("letter", key), delivered: false }) as const;

const nameOf = (key: IdempotencyKey): string => `${key}.pdf`;
