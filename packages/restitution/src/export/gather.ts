const ENOUGH = 65_536;

/** Joins small texts to pieces that are worth a write: the same text, in fewer parts. */
export function* gather(texts: Iterable<string>): Generator<string, void, undefined> {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < ENOUGH) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
