import * as Result from "effect/Result";
import { UnusableSqlName } from "./errors.ts";

/** Lets names through that a table or column can have, each once. */
export const usableNames = (names: readonly string[]): Result.Result<readonly string[], UnusableSqlName> => {
  for (const [place, name] of names.entries()) {
    const because = name === "" ? "empty" : name.includes("\0") ? "holds-nul" : null;
    if (because !== null) return Result.fail(new UnusableSqlName({ name, because }));
    if (names.indexOf(name) < place) return Result.fail(new UnusableSqlName({ name, because: "given-twice" }));
  }
  return Result.succeed(names);
};
