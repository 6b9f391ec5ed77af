import type { Ground, Transfer } from "../ledger/transfer.ts";
import { encodeText } from "./encode-id.ts";

/** A name and a text that every program takes for its value. */
export type Tag = readonly [name: string, value: string];

/** What a ground says, under the names that it has in the ledger. */
export const groundTags = (ground: Ground): readonly Tag[] =>
  Object.entries(ground).map(([name, value]) => [name, encodeText(value)]);

/** The ground of all the transfers of an entry, where it is one and the same; `null` where they differ. */
export const sharedGround = ([first, ...others]: readonly Transfer[]): Ground | null =>
  first !== undefined && others.every(({ ground }) => isSame(ground, first.ground)) ? first.ground : null;

const isSame = (left: Ground, right: Ground): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);
