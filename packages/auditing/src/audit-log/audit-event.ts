import { Instant } from "@victim-rights/core";
import { z } from "zod";

const Word = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, "write a word of this log in kebab case");

/**
 * Names a record or a person without telling anything of them. No `@` and no blank stand in one, so that an e-mail address, a
 * name or a street cannot be written here by mistake.
 */
export const OpaqueId = z
  .string()
  .max(400)
  .regex(
    /^[A-Za-z0-9][\w.:/%+~-]*$/u,
    "write an id: letters, digits and `. : / % + ~ _ -`, never a name or an address",
  );
export type OpaqueId = z.infer<typeof OpaqueId>;

/** A record that an event is about. */
export const AuditSubject = z.strictObject({ kind: Word, id: OpaqueId });

/**
 * One thing that was done, refused or tried, with exactly what NIST SP 800-53 AU-3 asks of the content of a record: what
 * happened, when, where, from what source, with what outcome, and who did it. It holds ids alone.
 */
export const AuditEvent = z
  .strictObject({
    /** The kind of thing that happened, and the records that it was about. */
    what: z.strictObject({ action: Word, about: z.array(AuditSubject).max(1000) }),
    when: Instant,
    /** The part of the system in which it happened: `http`, `delivery-worker`. */
    where: Word,
    /** What it came in by, with the id of that request, line or job. */
    source: z.strictObject({
      kind: z.enum(["request", "feed", "job", "command-line", "file"]),
      id: OpaqueId,
    }),
    /** `unknown` is of something that was tried, such as a send whose answer never came. It is no failure. */
    outcome: z.enum(["done", "refused", "failed", "unknown"]),
    who: z.strictObject({ role: Word, id: OpaqueId }),
  })
  .meta({ id: "AuditEvent" });
export type AuditEvent = Readonly<z.infer<typeof AuditEvent>>;
