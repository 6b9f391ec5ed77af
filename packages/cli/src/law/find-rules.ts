import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import type { SignatureWanted } from "../pack/signature-wanted.ts";

/** Which state, and the folder of rules that `--rules` names, if given. */
export type RulesWanted = SignatureWanted & { readonly jurisdiction: string; readonly rules?: string | undefined };

/** Finds a state's folder: under `--rules` when it is given, else under `./rules`, else the installed package `@victim-rights/rules-<id>`. */
export const findRules = (io: Io, wanted: RulesWanted): Result.Result<string, Failure> => {
  const { jurisdiction, rules } = wanted;
  const root = resolve(io.cwd, rules ?? "rules");
  const candidates =
    rules === undefined ? [join(root, jurisdiction), installed(io, jurisdiction)] : [join(root, jurisdiction)];
  const found = candidates.find((folder) => folder !== null && hasProfile(folder)) ?? null;
  return found === null ? Result.fail(notFound(wanted, root)) : Result.succeed(found);
};

export const hasProfile = (folder: string): boolean => existsSync(join(folder, "jurisdiction.json"));

/** The package's folder, as seen from where the command runs, else from the command itself. */
const installed = (io: Io, jurisdiction: string): string | null => {
  const from = [join(io.cwd, "package.json"), import.meta.filename];
  return (
    from
      .map((origin) => resolvePackage(origin, `@victim-rights/rules-${jurisdiction}/package.json`))
      .find((folder) => folder !== null) ?? null
  );
};

const resolvePackage = (origin: string, name: string): string | null => {
  try {
    return dirname(createRequire(origin).resolve(name));
  } catch {
    return null;
  }
};

const notFound = ({ jurisdiction, rules }: RulesWanted, root: string): Failure => {
  const present = existsSync(root) ? readdirSync(root).filter((name) => hasProfile(join(root, name))) : [];
  const where =
    rules === undefined ? "under `./rules` or among the installed packages" : "under the folder given by `--rules`";
  const known =
    present.length === 0
      ? `install \`@victim-rights/rules-${jurisdiction}\`, or name the folder that holds the states with \`--rules\``
      : `there are ${present.map((id) => `\`${id}\``).join(", ")}`;
  return failure(EXIT.badInput, [{ where: null, problem: `no rules for \`${jurisdiction}\` ${where}`, fix: known }]);
};
