import { rmSync } from "node:fs";
import { resolve } from "node:path";
import type { Io } from "./io.ts";
import { moveToPlaces, writeBeside } from "./write-beside.ts";

/** Writes JSON for its owner alone to read, whole or not at all: beside its place first, then moved there. */
export const writePrivately = (io: Io, path: string, value: unknown): void => {
  const place = resolve(io.cwd, path);
  const beside = writeBeside(place, `${JSON.stringify(value, null, 2)}\n`, 0o600);
  try {
    moveToPlaces(new Map([[place, beside]]));
  } finally {
    rmSync(beside, { force: true });
  }
};
