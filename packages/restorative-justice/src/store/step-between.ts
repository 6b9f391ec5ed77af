import type { Revision } from "@victim-rights/core";
import type { AppendStep, CaseRef, ProgrammeLogs, ProgrammeName } from "./case-store.ts";

/** A case before a command and after it. */
export type Between<Name extends ProgrammeName> = {
  readonly before: ProgrammeLogs[Name];
  readonly after: ProgrammeLogs[Name];
};

/** What is to be kept of a command that took a case from one value to the next; `null` where it changed nothing. */
export const stepBetween = <Name extends ProgrammeName>(
  ref: CaseRef<Name>,
  { before, after }: Between<Name>,
): AppendStep<Name> | null => {
  const command = after.commands[before.commands.length];
  if (command === undefined) return null;
  const expected = before.commands.length as Revision;
  return { ...ref, expected, command, lines: after.record.slice(before.record.length) };
};
