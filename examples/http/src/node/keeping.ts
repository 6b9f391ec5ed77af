import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";

/** What the command line says of where things are kept; `null` for what it does not say. */
export type KeptFlags = {
  readonly data: string | null;
  readonly database: string | null;
  readonly keys: string | null;
};

/** Where things are kept that outlive the process, and the file of the key ring that seals them. */
export type DurableKeeping =
  | { readonly kind: "pglite"; readonly directory: string; readonly keys: string }
  | { readonly kind: "postgres"; readonly url: string; readonly keys: string };

/** Where things are kept. */
export type Keeping = { readonly kind: "memory" } | DurableKeeping;

type Refused = { readonly kind: "refused"; readonly because: string };

/**
 * Where things are kept, by the command line and `DATABASE_URL`. A flag stands before the variable. Nothing that lasts is
 * kept without a key ring, and the ring never lies among what it seals.
 */
export const keepingFrom = (
  { data, database, keys }: KeptFlags,
  environment: Readonly<Record<string, string | undefined>>,
): Keeping | Refused => {
  if (data !== null && database !== null) return refuse("give `--data` or `--database`, and not both");
  if (data !== null) return inDirectory(data, keys);
  const url = database ?? nonEmpty(environment["DATABASE_URL"]);
  if (url !== null) return onServer(url, keys);
  return keys === null ? { kind: "memory" } : refuse("`--keys` seals what lasts: give `--data` or `--database` too");
};

const inDirectory = (directory: string, keys: string | null): Keeping | Refused => {
  if (keys === null) return refuse(KEYS_NEEDED);
  return isWithin(directory, keys) ? refuse(KEYS_ELSEWHERE) : { kind: "pglite", directory, keys };
};

const onServer = (url: string, keys: string | null): Keeping | Refused => {
  if (!/^postgres(?:ql)?:\/\//u.test(url))
    return refuse("`--database` or DATABASE_URL is no address of PostgreSQL: write `postgres://…`");
  return keys === null ? refuse(KEYS_NEEDED) : { kind: "postgres", url, keys };
};

const KEYS_NEEDED =
  "what lasts is sealed: give `--keys FILE`, and make that file once with `--new-keys FILE`, apart from the data and its backups";
const KEYS_ELSEWHERE =
  "the key ring lies in the data directory, where whoever copies the data has both: move it elsewhere";

const refuse = (because: string): Refused => ({ kind: "refused", because });

const nonEmpty = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

const isWithin = (directory: string, file: string): boolean => {
  const way = relative(realPath(directory), realPath(file));
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** Where a path leads, past symbolic links; as it stands where nothing is there. */
const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};
