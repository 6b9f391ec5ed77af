import { z } from "zod";
import type { LocalDate } from "../time/local-date.ts";
import type { CustodyEvent } from "./custody-event.ts";
import type { EventKind, ReleaseType } from "./event-kind.ts";

/** Where a person under supervision stands, as the last event that changed it says. */
export const CustodyStatus = z.enum([
  "in-custody",
  "temporary-release",
  "community-supervision",
  "at-large",
  "elsewhere",
  "discharged",
  "deceased",
]);
export type CustodyStatus = z.infer<typeof CustodyStatus>;

/**
 * The status at the end of the day `on`, read off the person's events in the order they happened: active events only, the
 * highest revision of each. `null` when they do not say: a feed that starts in the middle leaves the status unknown, and so
 * does a release that does not say where the person went, and rows of one revision that contradict each other.
 */
export const custodyStatusOn = (events: readonly CustodyEvent[], on: LocalDate): CustodyStatus | null => {
  const standing = [...Map.groupBy(events, (event) => event.id).values()].map(highestRevision);
  if (standing.some((rows) => rows.length > 1)) return null;
  return standing
    .flat()
    .filter((event) => event.status === "active" && event.occurred !== null && event.occurred.date <= on)
    .toSorted(byMoment)
    .reduce<CustodyStatus | null>((status, event) => statusAfter(event, status), null);
};

/** The rows of the highest revision that say different things: more than one is a contradiction that no order may settle. */
const highestRevision = (rows: readonly CustodyEvent[]): readonly CustodyEvent[] => {
  const highest = Math.max(...rows.map(({ revision }) => revision));
  const standing = rows.filter(({ revision }) => revision === highest);
  return [...new Map(standing.map((row) => [whatItSays(row), row])).values()];
};

const whatItSays = ({ kind, status, releaseType, occurred }: CustodyEvent): string =>
  JSON.stringify([kind, status, releaseType, occurred?.date, occurred?.time]);

const byMoment = (one: CustodyEvent, other: CustodyEvent): number => {
  const [left, right] = [one, other].map(
    ({ occurred, id }) => `${occurred?.date ?? ""} ${occurred?.time ?? "00:00"} ${id}`,
  );
  return (left ?? "") < (right ?? "") ? -1 : 1;
};

const AFTER: Partial<Record<EventKind, CustodyStatus>> = {
  arrest: "in-custody",
  admission: "in-custody",
  recapture: "in-custody",
  "erroneous-release-return": "in-custody",
  "erroneous-release": "at-large",
  escape: "at-large",
  absconding: "at-large",
  "supervision-reinstated": "community-supervision",
  "out-of-state-transfer": "elsewhere",
  "supervision-discharge": "discharged",
  death: "deceased",
};

const AFTER_RELEASE: Record<ReleaseType, CustodyStatus | null> = {
  bond: "community-supervision",
  "pretrial-other": "community-supervision",
  "end-of-sentence": "discharged",
  parole: "community-supervision",
  "conditional-release": "community-supervision",
  medical: "community-supervision",
  probation: "community-supervision",
  "court-order": null,
  "pardon-or-commutation": null,
  furlough: "temporary-release",
  "family-emergency-leave": "temporary-release",
  "work-release": "temporary-release",
  "trial-release": "temporary-release",
  "electronic-monitoring": "community-supervision",
  "community-facility": "community-supervision",
  "supervision-in-field": "community-supervision",
  detainer: "elsewhere",
  "lifetime-supervision": "community-supervision",
  "commitment-hearing": "elsewhere",
  other: null,
};

const statusAfter = ({ kind, releaseType }: CustodyEvent, before: CustodyStatus | null): CustodyStatus | null => {
  if (kind === "release") return releaseType === null ? null : AFTER_RELEASE[releaseType];
  return AFTER[kind] ?? before;
};
