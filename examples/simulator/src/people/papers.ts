import { RecordRef } from "@victim-rights/notification";

/** Every record that somebody in the simulation truly made: evidence that rests on any other was made up. */
export type Papers = {
  readonly write: (kind: PaperKind) => RecordRef;
  readonly kindOf: (record: string) => PaperKind | null;
};

/** What a paper shows. */
type PaperKind = "confirmation" | "receipt" | "decline" | "decision" | "search" | "staff-call";

/** Opens the file of a simulation. */
export const openPapers = (): Papers => {
  const kinds = new Map<string, PaperKind>();
  return {
    write: (kind) => {
      const record = RecordRef.parse(`paper:${kind}-${kinds.size + 1}`);
      kinds.set(record, kind);
      return record;
    },
    kindOf: (record) => kinds.get(record) ?? null,
  };
};
