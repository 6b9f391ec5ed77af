import type { Problem } from "./failure.ts";

const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: "permission was denied",
  EPERM: "permission was denied",
  EROFS: "the disk cannot be written to",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be larger than it may be",
  ENOENT: "the file, or a folder on its path, is not there",
  ENOTDIR: "a part of the path is a file and not a folder",
  EEXIST: "a file stands where a folder should be",
  EISDIR: "a folder stands where a file should be",
  ENAMETOOLONG: "a name in the path is too long",
  EBUSY: "something else is using it",
  EMFILE: "too many files are open",
  EIO: "the disk could not be read or written",
};

/** What the operating system refuses is no fault of this program: it is told with the path. `null` is anything else. */
export const systemProblem = (error: unknown): Problem | null => {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const problem = REFUSALS[error.code];
  const where = "path" in error && typeof error.path === "string" ? error.path : null;
  return problem === undefined ? null : { where, problem, fix: "nothing was written" };
};
