import type { Problem } from "./failure.ts";

/** A file's text, or what is wrong with its bytes. */
export type StrictText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

/** Reads bytes as UTF-8. A byte that is none is refused: what a decoder puts in its place would be taken for the law's own text. */
export const readStrictly = (where: string, bytes: Uint8Array): StrictText => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith("\uFEFF")) return { ok: true, text };
    const problem = "the file begins with a byte-order mark";
    return { ok: false, problem: { where, problem, fix: "save it as UTF-8 without one" } };
  } catch {
    return { ok: false, problem: { where, problem: "the file is not UTF-8 text", fix: "save it as UTF-8" } };
  }
};
