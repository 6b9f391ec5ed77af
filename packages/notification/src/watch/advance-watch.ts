import type { SupervisedPersonId } from "@victim-rights/core";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { ClockWentBack, CommandExistsWithDifferentContent } from "../obligation/errors.ts";
import { PersonTaskId } from "../obligation/ids.ts";
import type { NoticeRole } from "../obligation/notice-actor.ts";
import type { PersonTask } from "../obligation/person-task.ts";
import type { CustodyLink, Watch } from "./watch.ts";
import type { WatchCommand } from "./watch-command.ts";
import { LinkUnknown, WatchEnded, type WatchError, WatchRoleMayNot } from "./watch-errors.ts";

/** A watch after a command, and the tasks that it raises. */
export type WatchAdvanced = { readonly watch: Watch; readonly tasks: readonly PersonTask[] };

/**
 * Takes one command in the life of a watch. Given again with the same content it changes nothing. No command but `end`
 * and a person's `settle` makes a watch follow less than before.
 * @errors `WatchError`, in its order of precedence.
 */
export const advanceWatch = (watch: Watch, command: WatchCommand): Result.Result<WatchAdvanced, WatchError> => {
  const given = watch.commands.find(({ id }) => id === command.id);
  if (given !== undefined)
    return Equal.equals(given, command)
      ? Result.succeed({ watch, tasks: [] })
      : Result.fail(new CommandExistsWithDifferentContent({ command: command.id }));
  const problem = problemOf(watch, command);
  if (problem !== null) return Result.fail(problem);
  const applied: Watch = { ...apply(watch, command), lastAt: command.at, commands: [...watch.commands, command] };
  return Result.succeed({
    watch: applied,
    tasks: isDoubtful(watch, applied, command) ? [whoIsWho(applied, command)] : [],
  });
};

/** A link was taken back, or a number was joined to one that is in doubt already. */
const isDoubtful = (before: Watch, after: Watch, { act }: WatchCommand): boolean =>
  act === "unlink" || after.doubted.some((id) => !before.doubted.includes(id));

const MAY: Readonly<Record<WatchCommand["act"], readonly NoticeRole[]>> = {
  link: ["system", "staff"],
  unlink: ["system", "staff"],
  settle: ["staff"],
  end: ["staff", "registrant"],
};

const problemOf = (watch: Watch, command: WatchCommand): WatchError | null => {
  const { at, act, by } = command;
  if (at < watch.lastAt) return new ClockWentBack({ at, last: watch.lastAt });
  if (watch.ended !== null) return new WatchEnded({ at: watch.lastAt });
  if (!MAY[act].includes(by.role)) return new WatchRoleMayNot({ act, role: by.role, may: MAY[act] });
  return isKnown(watch, command) ? null : new LinkUnknown({ act });
};

const isKnown = ({ follows, links }: Watch, command: WatchCommand): boolean => {
  switch (command.act) {
    case "link":
      return follows.includes(command.known);
    case "unlink":
      return links.some((link) => isSameLink(link, command));
    case "settle":
      return command.follow.every((id) => follows.includes(id));
    case "end":
      return true;
  }
};

type TwoNumbers = Pick<CustodyLink, "known" | "also">;

const isSameLink = (one: TwoNumbers, other: TwoNumbers): boolean =>
  (one.known === other.known && one.also === other.also) || (one.known === other.also && one.also === other.known);

const apply = (watch: Watch, command: WatchCommand): Watch => {
  switch (command.act) {
    case "link": {
      const { known, also, by, at, record } = command;
      const linked = { ...watch, links: [...watch.links, { known, also, by, at, record }] };
      const follows = watch.follows.includes(also) ? watch.follows : [...watch.follows, also];
      return { ...linked, follows, doubted: doubtedOf({ ...linked, follows }) };
    }
    case "unlink": {
      const left = { ...watch, links: watch.links.filter((link) => !isSameLink(link, command)) };
      return { ...left, doubted: doubtedOf(left) };
    }
    case "settle":
      return settled(watch, command.follow);
    case "end":
      return { ...watch, ended: command.because };
  }
};

/** A person has looked: what they chose is followed without doubt, and stands even where no link says so. */
const settled = (watch: Watch, follow: readonly SupervisedPersonId[]): Watch => ({
  ...watch,
  follows: watch.follows.filter((id) => follow.includes(id)),
  certain: watch.follows.filter((id) => follow.includes(id)),
  doubted: [],
  links: watch.links.filter(({ known, also }) => follow.includes(known) && follow.includes(also)),
});

/** What is followed and no standing link joins to a number that is certain. */
const doubtedOf = ({ follows, links, certain }: Watch): readonly SupervisedPersonId[] => {
  const joined = new Set(certain);
  for (let before = 0; before < joined.size;) {
    before = joined.size;
    for (const { known, also } of links) if (joined.has(known) || joined.has(also)) joined.add(known).add(also);
  }
  return follows.filter((id) => !joined.has(id));
};

const whoIsWho = ({ id, jurisdiction, registrant }: Watch, { id: command, at }: WatchCommand): PersonTask => ({
  id: PersonTaskId.parse(`watch/${id}/task/${command}`),
  queue: "custody-record",
  about: { kind: "watch", watch: id, jurisdiction, personId: registrant },
  why: "custody-link-in-doubt",
  ask: ["which of the numbers is the person that the registrant registered about"],
  rules: [],
  decideBefore: null,
  raisedAt: at,
});
