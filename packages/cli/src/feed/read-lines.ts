import { createReadStream } from "node:fs";

export type LineSource = {
  readonly path: string;
  readonly encoding: "utf8" | "latin1";
  readonly signal: AbortSignal;
  /** Told how many bytes were read since the last call. */
  readonly onBytes?: (count: number) => void;
};

/**
 * Reads a text file as batches of lines, so that memory does not grow with the file. Lines end in LF or CRLF; a byte-order
 * mark is dropped; a last line without an ending counts.
 */
export async function* readLines(source: LineSource): AsyncGenerator<readonly string[]> {
  const stream = createReadStream(source.path, { highWaterMark: 1 << 18, signal: source.signal });
  const decoder = new TextDecoder(source.encoding === "utf8" ? "utf-8" : "windows-1252");
  let rest = "";
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    source.onBytes?.(chunk.length);
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== "") yield [withoutReturn(rest)];
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);
