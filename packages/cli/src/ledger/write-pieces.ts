import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Io } from "../io/io.ts";
import { moveToPlaces } from "../io/write-beside.ts";

/** Writes a text of any length for its owner alone to read, whole or not at all: beside its place first, then moved there. */
export const writePieces = (io: Pick<Io, "cwd" | "signal">, path: string, pieces: Iterable<string>): void => {
  const place = resolve(io.cwd, path);
  const beside = join(dirname(place), `.${randomBytes(12).toString("hex")}.part`);
  const file = openSync(beside, "wx", 0o600);
  try {
    for (const piece of pieces) {
      io.signal.throwIfAborted();
      writeWhole(file, Buffer.from(piece));
    }
    fsyncSync(file);
    moveToPlaces(new Map([[place, beside]]));
  } finally {
    closeSync(file);
    rmSync(beside, { force: true });
  }
};

const writeWhole = (file: number, bytes: Buffer): void => {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
};
