import { mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { refused } from "../io/refused.ts";
import { moveToPlaces, writeBeside } from "../io/write-beside.ts";

/**
 * Writes texts by path so that no reader ever finds half a file: each is written whole beside its place, and only when
 * all are there, and nothing stands in the way of any, is the first of them moved.
 */
export const writeTogether = (texts: ReadonlyMap<string, string>): void => {
  const made: string[] = [];
  const unfinished = new Map<string, string>();
  try {
    for (const place of texts.keys()) makeFolder(dirname(place), made);
    refuseFolders([...texts.keys()]);
    for (const [place, text] of texts) unfinished.set(place, writeBeside(place, text));
    moveToPlaces(unfinished);
  } catch (error) {
    for (const beside of unfinished.values()) rmSync(beside, { force: true });
    for (const folder of made.toReversed()) if (readdirSync(folder).length === 0) rmdirSync(folder);
    throw error;
  }
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Makes a folder and those above it, and notes the ones that were not there, the outermost first. */
const makeFolder = (folder: string, made: string[]): void => {
  if (isFolder(folder)) return;
  makeFolder(dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
};

/** Putting a file in a folder's place fails only when the files before it have been moved. */
const refuseFolders = (places: readonly string[]): void => {
  const taken = places.filter(isFolder);
  if (taken.length === 0) return;
  const problem = "a folder stands where a file should be";
  throw refused(taken.map((where) => ({ where, problem, fix: "nothing was written" })));
};
