import * as Result from "effect/Result";
import { hearStop } from "./hear-stop.ts";
import type { Io } from "./io.ts";

/** Makes something of each item in turn, up to the first that fails. Ctrl-C is heard before each, as long work is deaf to it. */
export const oneByOne = async <Item, Made, E>(
  io: Pick<Io, "signal">,
  items: readonly Item[],
  make: (item: Item) => Result.Result<Made, E>,
): Promise<Result.Result<readonly Made[], E>> => {
  const all: Made[] = [];
  for (const item of items) {
    await hearStop(io);
    const made = make(item);
    if (Result.isFailure(made)) return Result.fail(made.failure);
    all.push(made.success);
  }
  return Result.succeed(all);
};
