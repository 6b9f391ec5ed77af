import { z } from "zod";

/** A name that can hold no address, number or sentence: it begins with a letter and has neither `@` nor spaces. */
const opaque = <Brand extends string>() =>
  z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9._:/#-]{0,199}$/u, "write a name that begins with a letter, without spaces and `@`")
    .brand<Brand>();

/** An obligation, named by the notice plan: planned twice it has one id. */
export const ObligationId = z.string().min(1).max(8000).brand<"ObligationId">();
export type ObligationId = z.infer<typeof ObligationId>;

/** A task for a person, named by what it is about, so that it is raised once. */
export const PersonTaskId = z.string().min(1).max(8000).brand<"PersonTaskId">();
export type PersonTaskId = z.infer<typeof PersonTaskId>;

/** Names a command once and for all: given again with the same content it has no further effect. */
export const NoticeCommandId = opaque<"NoticeCommandId">();
export type NoticeCommandId = z.infer<typeof NoticeCommandId>;

/** Whoever acts, as the agency's own records name them. */
export const NoticeActorId = opaque<"NoticeActorId">();
export type NoticeActorId = z.infer<typeof NoticeActorId>;

/**
 * A contact point as the registry numbers it. The address or number itself stays in the registry: a reference shaped like
 * either is refused.
 */
export const ContactRef = opaque<"ContactRef">();
export type ContactRef = z.infer<typeof ContactRef>;

/** A paper or record that something rests on, as the agency files it. */
export const RecordRef = opaque<"RecordRef">();
export type RecordRef = z.infer<typeof RecordRef>;

/** A reason as a code in kebab case, such as `no-answer-twice`: what needs a sentence goes into the record it refers to. */
export const ReasonCode = z
  .string()
  .regex(/^[a-z]+(?:-[a-z]+){0,11}$/u, "write a reason as words in kebab case, such as `no-answer-twice`")
  .max(120)
  .brand<"ReasonCode">();
export type ReasonCode = z.infer<typeof ReasonCode>;
