import type { ContactMethod } from "@victim-rights/core";
import * as Context from "effect/Context";
import type { SendableMethod } from "../contact/recipient.ts";
import type { ChannelShape } from "./channel.ts";

/** The channels that an agency has, one for a method at most. A method without one is left to a person. */
export type ChannelsShape = { readonly [Method in SendableMethod]?: ChannelShape<Method> };

/** The port that a running worker sends through. */
export class Channels extends Context.Service<Channels, ChannelsShape>()(
  "@victim-rights-examples/delivery-worker/Channels",
) {}

/** The channel of a method, or `null` where the agency has none. */
export const channelOf = <Method extends ContactMethod>(
  channels: ChannelsShape,
  method: Method,
): ChannelShape<Extract<Method, SendableMethod>> | null => {
  // INVARIANT: the channel that stands under a method is the channel of that method.
  const found = (channels as Partial<Record<ContactMethod, unknown>>)[method] ?? null;
  return found as ChannelShape<Extract<Method, SendableMethod>> | null;
};
