import { isUtf8 } from "node:buffer";
/** A line of a file, without its ending. */
export type FileLine = {
  /** Counting from 1. */
  readonly number: number;
  /** The byte that it begins at. */
  readonly at: number;
  readonly bytes: number;
  /** `null` when its bytes are no UTF-8 text: what a decoder puts in their place would be taken for the entry's own. */
  readonly text: string | null;
  /** Whether a line ending follows it. Only the last line can lack one. */
  readonly isEnded: boolean;
};

const LINE_FEED = 10;

/** A file's bytes as they come. */
export type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>;

/** Makes batches of lines of a file's bytes, each line with its exact place. */
export async function* fileLines(chunks: Chunks): AsyncGenerator<readonly FileLine[]> {
  let unfinished: Buffer[] = [];
  let next = { number: 1, at: 0 };
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      const lines = split(Buffer.concat([...unfinished, chunk.subarray(0, end)]), next);
      next = after(lines, next);
      unfinished = [];
      yield lines;
    }
    if (end < chunk.length) unfinished.push(chunk.subarray(end));
  }
  const rest = Buffer.concat(unfinished);
  if (rest.length > 0) yield [{ ...next, bytes: rest.length, text: textOf(rest), isEnded: false }];
}

type Place = Pick<FileLine, "number" | "at">;

const split = (bytes: Buffer, first: Place): readonly FileLine[] => {
  const isText = isUtf8(bytes);
  const lines: FileLine[] = [];
  let number = first.number;
  for (let from = 0; from < bytes.length; number++) {
    const to = bytes.indexOf(LINE_FEED, from);
    const text = isText ? bytes.toString("utf8", from, to) : textOf(bytes.subarray(from, to));
    lines.push({ number, at: first.at + from, bytes: to - from, text, isEnded: true });
    from = to + 1;
  }
  return lines;
};

const after = (lines: readonly FileLine[], before: Place): Place => {
  const last = lines.at(-1);
  return last === undefined ? before : { number: last.number + 1, at: last.at + last.bytes + 1 };
};

const textOf = (bytes: Buffer): string | null => (isUtf8(bytes) ? bytes.toString("utf8") : null);
