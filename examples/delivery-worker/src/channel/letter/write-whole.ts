import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** A file to appear in a folder. */
export type WholeFile = { readonly folder: string; readonly name: string; readonly content: Uint8Array };

/**
 * Makes a file appear whole or not at all: it is written beside its place under a name that begins with a dot, reaches the
 * disk, and is then given its name; the folder reaches the disk last. Only its owner can read it. @throws what the disk throws.
 */
export const writeWhole = async ({ folder, name, content }: WholeFile): Promise<void> => {
  const draft = join(folder, `.${name}.${randomUUID()}.part`);
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
};

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
