import { hash } from "node:crypto";
import type { Json } from "../feed/json.ts";
import { type Settled, settle, type StoredRow } from "./settle.ts";
import type { Spill } from "./spill.ts";

type KeyedRow<C> = {
  readonly key: string;
  readonly stamp: string;
  readonly file: string;
  readonly row: number;
  readonly content: C;
};

/** Keeps rows until all are read, then settles them a bucket at a time. */
export type KeyedStore<C> = {
  /** `keepContent: false` remembers only that the row exists: enough to see that it replaced another. */
  readonly add: (row: KeyedRow<C>, keepContent: boolean) => void;
  readonly settled: () => Generator<Settled<C>>;
};

/** A store of rows whose contents are JSON. */
export const createKeyedStore = <C extends Json>(spill: Spill): KeyedStore<C> => ({
  add: ({ key, stamp, file, row, content }, keepContent) => {
    const text = JSON.stringify(content);
    const digest = hash("sha256", text, "base64").slice(0, 22);
    const head = JSON.stringify([key, stamp, file, row, digest]).slice(0, -1);
    spill.add(key, `${head},${keepContent ? text : "null"}]`);
  },
  settled: function* () {
    for (const lines of spill.drain()) {
      if (lines.length > 0) yield settle(lines.map(fromLine<C>));
    }
  },
});

/** Reads back what `add` wrote, and only that. */
const fromLine = <C>(line: string): StoredRow<C> => {
  const [key, stamp, file, row, digest, content] = JSON.parse(line) as [
    string,
    string,
    string,
    number,
    string,
    C | null,
  ];
  return { key, stamp, file, row, digest, content };
};
