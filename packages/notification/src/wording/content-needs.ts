import type { LocalMoment } from "@victim-rights/core";
import type { ContentItem } from "../duty.ts";
import type { NoticeDetails } from "./notice-details.ts";

/** What a content item needs before a letter can state it. `nothing`: the sentence is complete as it stands. */
export type ContentNeed = "nothing" | "date" | "time" | "place" | "release-type" | "enclosure";

const NEEDS: Partial<Record<ContentItem, ContentNeed>> = {
  event: "nothing",
  "event-date": "date",
  "hearing-date": "date",
  "hearing-time": "time",
  "hearing-place": "place",
  "schedule-change": "nothing",
  "application-filed": "nothing",
  "assessment-under-way": "nothing",
  "release-date": "date",
  "release-kind": "release-type",
  "projected-date": "date",
  "eligibility-date": "date",
  proximity: "nothing",
  "property-return": "nothing",
  "compensation-information": "nothing",
  "crisis-services": "nothing",
  "restitution-information": "nothing",
  "witness-fee": "nothing",
};

/** What an item needs. Whatever could tell of the crime, or of another person, goes on an enclosed page that a person prepares. */
const needOf = (item: ContentItem): ContentNeed => NEEDS[item] ?? "enclosure";

/** The day an item's sentence states: what is set for the future, or what happened. */
export const dateFor = (item: ContentItem, { occurred, scheduled }: NoticeDetails): LocalMoment | null => {
  if (item === "event-date") return occurred ?? scheduled;
  return item === "release-date" ? (scheduled ?? occurred) : scheduled;
};

/** Whether the details at hand let a letter state the item. */
export const canState = (item: ContentItem, details: NoticeDetails): boolean => HAS[needOf(item)](details, item);

const HAS: Readonly<Record<ContentNeed, (details: NoticeDetails, item: ContentItem) => boolean>> = {
  nothing: () => true,
  date: (details, item) => dateFor(item, details) !== null,
  time: ({ scheduled }) => scheduled !== null && scheduled.time !== null,
  place: ({ place }) => place !== null,
  "release-type": ({ releaseType }) => releaseType !== null,
  enclosure: ({ enclosed }, item) => enclosed.includes(item),
};
