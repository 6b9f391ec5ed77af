import { styleText } from "node:util";
import type { Io } from "./io.ts";

type Format = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";
export type Style = (format: Format, text: string) => string;

/** Colours text only when a person at a terminal reads it and has not asked for none (`NO_COLOR`). */
export const styleFor = (io: Io, stream: "stdout" | "stderr" = "stdout"): Style => {
  const isPlain = !io.isTerminal[stream] || (io.env["NO_COLOR"] ?? "") !== "" || io.env["TERM"] === "dumb";
  return isPlain ? (_format, text) => text : (format, text) => styleText(format, text, { validateStream: false });
};
