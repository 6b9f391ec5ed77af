import { JurisdictionId, LocalDate } from "@victim-rights/core";
import { QuestionId, type Receipt, RuleId } from "@victim-rights/rules";
import { z } from "zod";

const Hash = z.string().regex(/^[0-9a-f]{64}$/u, "write a SHA-256 in hexadecimal, as the receipt was printed");

const ReceiptShape = z.strictObject({
  version: z.literal(1),
  jurisdiction: JurisdictionId,
  question: QuestionId,
  asOf: LocalDate,
  edition: z.string().min(1),
  ruleHash: Hash,
  enabled: z.array(RuleId),
  factsDigest: Hash,
  answer: z.enum(["yes", "no", "undetermined"]),
  grounds: z.array(RuleId),
}) satisfies z.ZodType<Receipt>;

/** A receipt to replay, with the whole determination when the file holds one: it says more, and all of it is held to. */
export type ReceiptFile = {
  readonly receipt: Receipt;
  readonly determination: Readonly<Record<string, unknown>> | null;
};

const WholeShape = z
  .looseObject({ receipt: ReceiptShape })
  .transform((whole) => ({ receipt: whole.receipt, determination: whole }));

const BareShape = ReceiptShape.transform((receipt) => ({ receipt, determination: null }));

/** A receipt, or what `decide --json` printed: a file with a receipt in it is held to the second. */
export const ReceiptFile: z.ZodType<ReceiptFile> = z.looseObject({}).transform((file, context) => {
  const parsed = (Object.hasOwn(file, "receipt") ? WholeShape : BareShape).safeParse(file);
  if (parsed.success) return parsed.data;
  context.issues.push(...parsed.error.issues.map((issue) => ({ ...issue, input: file }) as z.core.$ZodRawIssue));
  return z.NEVER;
});
