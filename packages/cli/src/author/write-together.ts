import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes texts by path so that no reader ever finds half a file: each is written whole beside its place, and only when
 * all are there is any of them moved.
 */
export const writeTogether = (texts: ReadonlyMap<string, string>): void => {
  try {
    for (const [path, text] of texts) {
      if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
      writeFileSync(beside(path), text);
    }
    for (const path of texts.keys()) renameSync(beside(path), path);
  } finally {
    for (const path of texts.keys()) rmSync(beside(path), { force: true });
  }
};

const beside = (path: string): string => `${path}.part`;
