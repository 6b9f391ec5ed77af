import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readSync, writeFileSync } from "node:fs";
import type { Torn } from "./read-journal.ts";

/** Moves the torn end of a journal into a file of its own beside it, and gives that file's path. Nothing of it is lost. */
export const setTornAside = (path: string, { at, bytes }: Torn): string => {
  const file = openSync(path, "r+");
  try {
    const aside = freePath(`${path}.torn-`);
    writeAside(aside, readAt(file, at, bytes));
    ftruncateSync(file, at);
    fsyncSync(file);
    return aside;
  } finally {
    closeSync(file);
  }
};

const freePath = (start: string): string => {
  let count = 1;
  while (existsSync(`${start}${count}`)) count += 1;
  return `${start}${count}`;
};

const readAt = (file: number, at: number, bytes: number): Buffer => {
  const torn = Buffer.alloc(bytes);
  for (let read = 0; read < bytes;) {
    const more = readSync(file, torn, read, bytes - read, at + read);
    if (more === 0) return torn.subarray(0, read);
    read += more;
  }
  return torn;
};

/** It is on the disk before the journal is cut. */
const writeAside = (path: string, torn: Buffer): void =>
  writeFileSync(path, torn, { flag: "wx", mode: 0o600, flush: true });
