import { ChannelStatus, ContactCurrency } from "@victim-rights/core";
import type { Json, JsonObject } from "../feed/json.ts";
import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import { below, type LiteralReader, type Place, report } from "./compile-context.ts";
import { compileField } from "./compile-field.ts";
import type { ChannelAt, ContactAt } from "./contact-at.ts";
import type { FieldAt } from "./field-at.ts";
import { nearest } from "./nearest.ts";
import type { Target } from "./target.ts";

export type ListReader = (record: FeedRecord, problems: CellProblem[]) => readonly JsonObject[];

const DATE: Target = { type: "date" };
const RANK: Target = { type: "integer", min: 1, max: 1000 };

const optional = (at: FieldAt | undefined, target: Target, place: Place): LiteralReader =>
  at === undefined ? () => null : compileField(at, target, place);

/** Reads the registration's channels; blank is `unknown`, which is not a registration and not the lack of one. */
export const compileChannels = (channels: readonly ChannelAt[], place: Place): ListReader => {
  const readers = channels.map((at, index) => {
    const spot = below(place, index);
    checkChannel(at.channel, below(spot, "channel"));
    return {
      channel: at.channel,
      status: compileField(at.status, { type: "enum", values: ChannelStatus.options }, below(spot, "status")),
      since: optional(at.since, DATE, below(spot, "since")),
    };
  });
  return (record, problems) =>
    readers.map(({ channel, status, since }): JsonObject => ({
      channel,
      status: status(record, problems) ?? "unknown",
      since: since(record, problems),
    }));
};

const checkChannel = (channel: string, place: Place): void => {
  const { channels } = place.context;
  if (channels.has(channel)) return;
  const near = nearest(channel, channels);
  report(
    place,
    `the state has no channel \`${channel}\``,
    near === null ? `write one of ${[...channels].map((id) => `\`${id}\``).join(", ")}` : `did you mean \`${near}\``,
  );
};

/** Reads the ways to reach the person. A contact whose columns are all blank is not there. */
export const compileContacts = (contacts: readonly ContactAt[], place: Place): ListReader => {
  const readers = contacts.map((at, index) => compileContact(at, below(place, index)));
  return (record, problems) => readers.flatMap((read) => read(record, problems));
};

const compileContact = (at: ContactAt, place: Place): ListReader => {
  const currency = optional(at.currency, { type: "enum", values: ContactCurrency.options }, below(place, "currency"));
  const confirmedOn = optional(at.confirmedOn, DATE, below(place, "confirmedOn"));
  const preference = compilePreference(at.preference, below(place, "preference"));
  return (record, problems) => {
    const value = at.value.columns
      .map(record.cell)
      .filter((text) => text !== "")
      .join(at.value.join);
    const rest = {
      currency: currency(record, problems) ?? "unknown",
      confirmedOn: confirmedOn(record, problems),
      preference: preference(record, problems),
    };
    return value === "" ? [] : [{ method: at.method, value, ...rest }];
  };
};

const compilePreference = (
  at: ContactAt["preference"],
  place: Place,
): ((record: FeedRecord, problems: CellProblem[]) => Json) =>
  typeof at === "number" ? () => at : optional(at, RANK, place);
