import { open } from "node:fs/promises";

/** The first line of a file, without a byte-order mark; `null` when the file is empty, or when its first line does not end within 1 MiB. */
export const peekLine = async (path: string, encoding: "utf8" | "latin1"): Promise<string | null> => {
  const handle = await open(path, "r");
  try {
    const buffer = Buffer.alloc(1 << 20);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const text = new TextDecoder(encoding === "utf8" ? "utf-8" : "windows-1252").decode(buffer.subarray(0, bytesRead));
    const [line = ""] = text.split(/\r?\n/u, 1);
    return line.trim() === "" || (line.length === text.length && bytesRead === buffer.length) ? null : line;
  } finally {
    await handle.close();
  }
};
