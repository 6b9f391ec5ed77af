import { renameSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Io } from "./io.ts";

/** Writes JSON for its owner alone to read, whole or not at all: beside its place first, then moved there. */
export const writePrivately = (io: Io, path: string, value: unknown): void => {
  const place = resolve(io.cwd, path);
  const beside = `${place}.part`;
  try {
    writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    renameSync(beside, place);
  } finally {
    rmSync(beside, { force: true });
  }
};
