import { Instant, JurisdictionId, PersonId, SupervisedPersonId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { advanceWatch } from "./advance-watch.ts";
import { isConcerned, startWatch, type Watch, watchesConcerned } from "./watch.ts";
import { WatchCommand } from "./watch-command.ts";
import type { WatchError } from "./watch-errors.ts";
import { WatchId } from "./watch-id.ts";

const XX_YY = JurisdictionId.parse("xx-yy");
const id = (text: string) => SupervisedPersonId.parse(text);
const day = (number: number) => Instant.parse(`2026-03-${String(number).padStart(2, "0")}T00:00:00Z`);
const about = (number: string, jurisdiction = XX_YY) => ({ jurisdiction, supervisedPersonId: id(number) });

const watch = startWatch({
  id: WatchId.parse("W1"),
  jurisdiction: XX_YY,
  registrant: PersonId.parse("P1"),
  registeredAbout: id("booking-1"),
  startedAt: day(1),
});
const command = (act: string, on: number, shape: object): WatchCommand =>
  WatchCommand.parse({ act, id: `c-${act}-${on}`, at: day(on), by: { role: "staff", id: "desk-1" }, ...shape });
const link = (on: number, known: string, also: string) => command("link", on, { known, also, record: "jail-feed" });
const unlink = (on: number, known: string, also: string) => command("unlink", on, { known, also, record: "jail-feed" });
const settle = (on: number, ...follow: readonly string[]) =>
  command("settle", on, { follow, reason: "fingerprints-compared", record: "note-1" });
const wish = { kind: "registrants-wish", on: "2026-03-09", writing: "letter-1" };

const after = (...commands: readonly WatchCommand[]): Watch =>
  commands.reduce<Watch>((each, next) => Result.getOrThrow(advanceWatch(each, next)).watch, watch);
const errorOf = (each: Watch, next: WatchCommand): WatchError =>
  Result.getOrThrow(Result.flip(advanceWatch(each, next)));

describe("a watch", () => {
  test("follows the person over a re-arrest and to another custodian", () => {
    const again = after(link(2, "booking-1", "booking-2"), link(3, "booking-2", "prison-7"));
    expect(["booking-1", "booking-2", "prison-7"].map((number) => isConcerned(again, about(number)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(isConcerned(again, about("booking-9"))).toBe(false);
    expect(isConcerned(again, about("booking-1", JurisdictionId.parse("xx-zz")))).toBe(false);
    expect(watchesConcerned([watch, again], about("prison-7"))).toEqual([again]);
    expect(again.links.map(({ record, by }) => [record, by.id])).toEqual([
      ["jail-feed", "desk-1"],
      ["jail-feed", "desk-1"],
    ]);
  });

  test("keeps following what is unlinked, doubts all that hung on it, and asks a person", () => {
    const linked = after(link(2, "booking-1", "booking-2"), link(3, "booking-2", "prison-7"));
    const { watch: doubtful, tasks } = Result.getOrThrow(advanceWatch(linked, unlink(4, "booking-2", "booking-1")));
    expect(doubtful.follows).toEqual(linked.follows);
    expect(doubtful.doubted).toEqual(["booking-2", "prison-7"]);
    expect(tasks.map(({ why, about: { kind } }) => [why, kind])).toEqual([["custody-link-in-doubt", "watch"]]);
    expect(isConcerned(doubtful, about("prison-7"))).toBe(true);
  });

  test("follows what a person settles, and doubts it no more when other numbers come and go", () => {
    const linked = after(
      link(2, "booking-1", "booking-2"),
      unlink(3, "booking-1", "booking-2"),
      settle(4, "booking-2"),
    );
    expect([linked.follows, linked.doubted]).toEqual([["booking-2"], []]);
    const later = [link(5, "booking-2", "booking-3"), unlink(6, "booking-2", "booking-3")].reduce<Watch>(
      (each, next) => Result.getOrThrow(advanceWatch(each, next)).watch,
      linked,
    );
    expect(later.doubted).toEqual(["booking-3"]);
  });

  test("ends by the registrant's wish or a ground of law, and by nothing else", () => {
    const ended = after(command("end", 9, { because: wish }));
    expect(isConcerned(ended, about("booking-1"))).toBe(false);
    const system = command("end", 9, { because: wish, by: { role: "system", id: "cleaner" } });
    expect(errorOf(watch, system)._tag).toBe("WatchRoleMayNot");
    expect(
      WatchCommand.safeParse({ ...command("end", 9, { because: wish }), because: { kind: "released" } }).success,
    ).toBe(false);
    const lawful = { kind: "lawful-ground", ground: "sentence-served", cites: [], record: "note-1" };
    expect(WatchCommand.safeParse({ ...command("end", 9, { because: wish }), because: lawful }).success).toBe(false);
  });
});

describe("advanceWatch refuses, in this order,", () => {
  const linked = after(link(2, "booking-1", "booking-2"));

  test("an id with other content, and takes the same content again without effect", () => {
    expect(Result.getOrThrow(advanceWatch(linked, link(2, "booking-1", "booking-2")))).toEqual({
      watch: linked,
      tasks: [],
    });
    expect(errorOf(linked, link(2, "booking-1", "booking-3"))._tag).toBe("CommandExistsWithDifferentContent");
  });

  test("a date before the last, an ended watch, a role that may not, and numbers that it does not follow", () => {
    expect(errorOf(linked, link(1, "booking-1", "booking-3"))._tag).toBe("ClockWentBack");
    expect(errorOf(after(command("end", 9, { because: wish })), link(9, "x", "y"))._tag).toBe("WatchEnded");
    const registrant = { ...link(3, "booking-1", "booking-3"), by: { ...link(3, "a", "b").by, role: "registrant" } };
    expect(errorOf(linked, WatchCommand.parse(registrant))._tag).toBe("WatchRoleMayNot");
    for (const next of [link(3, "booking-8", "booking-9"), unlink(3, "booking-1", "booking-9"), settle(3, "booking-9")])
      expect(errorOf(linked, next)._tag).toBe("LinkUnknown");
  });
});
