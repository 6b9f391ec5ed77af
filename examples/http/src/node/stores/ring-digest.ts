import type { KeyRingShape } from "@victim-rights-examples/field-encryption";
import * as Effect from "effect/Effect";

/**
 * A digest keyed by the ring, the same in every process that has it and after every start: a code that was sent before a
 * restart is good after it.
 */
export const ringDigest =
  ({ index }: Pick<KeyRingShape, "index">): ((text: string) => Promise<string>) =>
  async (text) =>
    Buffer.from(await Effect.runPromise(index(text, ["http-service", "digest"]))).toString("hex");
