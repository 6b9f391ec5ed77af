import type { Channel } from "../file/jurisdiction-file.ts";
import { BASE_VOCABULARY } from "../vocabulary/base-vocabulary.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary/fact-definition.ts";

/** What of a state's profile adds facts to the shared ones. */
export type FactSources = {
  readonly channels: readonly Pick<Channel, "id" | "title" | "question">[];
  readonly facts: readonly FactDefinition[];
};

/** The facts a state's rules may test: the shared ones, one per registration channel, and the state's own. */
export const vocabularyOf = (profile: FactSources): Vocabulary =>
  new Map(
    [...BASE_VOCABULARY, ...profile.channels.map(channelFact), ...profile.facts].map((fact) => [fact.name, fact]),
  );

/** The fact that a channel adds. Only an active registration makes it true. */
export const channelFactName = (channel: string): string => `registration.${channel}`;

const channelFact = (channel: FactSources["channels"][number]): FactDefinition => ({
  name: channelFactName(channel.id),
  title: `active registration: ${channel.title}`,
  type: "boolean",
  question: channel.question,
  knownBy: "victim-services",
  sensitive: false,
});
