import { setImmediate } from "node:timers/promises";
import type { Io } from "./io.ts";

/** Stops here when Ctrl-C was pressed: long work is deaf to it, and nothing is written once it was heard. */
export const hearStop = async (io: Pick<Io, "signal">): Promise<void> => {
  await setImmediate();
  io.signal.throwIfAborted();
};
