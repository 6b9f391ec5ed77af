import { z } from "zod";

const id = <Brand extends string>() => z.string().trim().min(1).max(200).brand<Brand>();

/** One case of a programme: one dialogue asked for, one letter, one speaker, one order of service. */
export const CaseId = id<"CaseId">();
export type CaseId = z.infer<typeof CaseId>;

/** Names a command once and for all: given again with the same content it has no further effect. */
export const CommandId = id<"CommandId">();
export type CommandId = z.infer<typeof CommandId>;

/** Whoever acts, as the agency's own records name them. */
export const ActorId = id<"ActorId">();
export type ActorId = z.infer<typeof ActorId>;

/** A paper or record that something rests on, as the agency files it. */
export const EvidenceRef = id<"EvidenceRef">();
export type EvidenceRef = z.infer<typeof EvidenceRef>;
