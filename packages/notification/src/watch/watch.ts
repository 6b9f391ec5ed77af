import type { CustodyEvent, Instant, JurisdictionId, PersonId, SupervisedPersonId } from "@victim-rights/core";
import type { NoticeActor } from "../obligation/notice-actor.ts";
import type { RecordRef } from "../obligation/ids.ts";
import type { WatchCommand, WatchEnd } from "./watch-command.ts";
import type { WatchId } from "./watch-id.ts";

/** That two numbers are one person, who says so and where. */
export type CustodyLink = {
  readonly known: SupervisedPersonId;
  readonly also: SupervisedPersonId;
  readonly by: NoticeActor;
  readonly at: Instant;
  readonly record: RecordRef;
};

/**
 * A registrant's watch over one person. It follows the person: an arrest, a transfer to another custodian or a new number
 * leaves it standing. `doubted` are numbers that it still follows although their link was taken back, until a person has
 * looked. What is owed for an event remains for the law's rules to say.
 */
export type Watch = {
  readonly id: WatchId;
  readonly jurisdiction: JurisdictionId;
  readonly registrant: PersonId;
  /** The number that the registrant registered about. */
  readonly registeredAbout: SupervisedPersonId;
  /** The numbers that are the person without a link: the one registered about, until a person decides. */
  readonly certain: readonly SupervisedPersonId[];
  /** In the order they came. */
  readonly follows: readonly SupervisedPersonId[];
  readonly doubted: readonly SupervisedPersonId[];
  readonly links: readonly CustodyLink[];
  readonly ended: WatchEnd | null;
  readonly startedAt: Instant;
  readonly lastAt: Instant;
  readonly commands: readonly WatchCommand[];
};

/** Whom a watch is for, about whom, and since when. */
export type WatchStart = Pick<Watch, "id" | "jurisdiction" | "registrant" | "registeredAbout" | "startedAt">;

/** Begins a watch over the person of one number. */
export const startWatch = (start: WatchStart): Watch => ({
  ...start,
  certain: [start.registeredAbout],
  follows: [start.registeredAbout],
  doubted: [],
  links: [],
  ended: null,
  lastAt: start.startedAt,
  commands: [],
});

/** Whether an event concerns a watch: it is about a number that the watch follows, a doubted one included. */
export const isConcerned = (watch: Watch, event: Pick<CustodyEvent, "jurisdiction" | "supervisedPersonId">): boolean =>
  watch.ended === null && watch.jurisdiction === event.jurisdiction && watch.follows.includes(event.supervisedPersonId);

/** The watches that an event concerns, in their order. */
export const watchesConcerned = (
  watches: readonly Watch[],
  event: Pick<CustodyEvent, "jurisdiction" | "supervisedPersonId">,
): readonly Watch[] => watches.filter((watch) => isConcerned(watch, event));
