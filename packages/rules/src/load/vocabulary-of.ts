import type { Channel, JurisdictionFile } from "../file/jurisdiction-file.ts";
import { BASE_VOCABULARY } from "../vocabulary/base-vocabulary.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary/fact-definition.ts";

/** The facts a state's rules may test: the shared ones, one per registration channel, and the state's own. */
export const vocabularyOf = (profile: JurisdictionFile): Vocabulary =>
  new Map(
    [...BASE_VOCABULARY, ...profile.channels.map(channelFact), ...profile.facts].map((fact) => [fact.name, fact]),
  );

/** The fact that a channel adds. Only an active registration makes it true. */
export const channelFactName = (channel: string): string => `registration.${channel}`;

const channelFact = (channel: Channel): FactDefinition => ({
  name: channelFactName(channel.id),
  title: `active registration: ${channel.title}`,
  type: "boolean",
  question: channel.question,
  knownBy: "victim-services",
  sensitive: false,
});
