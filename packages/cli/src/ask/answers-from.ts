import { createInterface } from "node:readline";
import type { Io } from "../io/io.ts";

/** The answers as they are typed, one a line; `null` when they have come to an end. */
export type Answers = { readonly next: () => Promise<string | null>; readonly close: () => void };

/** Reads answers from standard input, up to its end, Ctrl-D or Ctrl-C. */
export const answersFrom = (io: Io): Answers => {
  const lines = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  const iterator = lines[Symbol.asyncIterator]();
  const stop = () => lines.close();
  io.signal.addEventListener("abort", stop, { once: true });
  // Input that is cut off closes without an end, and input that is over says nothing any more.
  io.stdin.once("close", stop);
  if (!io.stdin.readable) stop();
  return {
    next: async () => {
      const { value, done } = await iterator.next();
      io.signal.throwIfAborted();
      return done === true ? null : value;
    },
    close: stop,
  };
};
