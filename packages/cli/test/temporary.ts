import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { rmSync } from "node:fs";

/** A folder for one test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "victim-rights-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Writes files into a folder of their own and returns their paths by name. */
export const temporaryFiles = <K extends string>(
  files: Readonly<Record<K, string>>,
): Readonly<Record<K, string>> & { readonly folder: string } => {
  const folder = temporaryFolder();
  const paths = Object.fromEntries(
    Object.entries<string>(files).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return [name, path];
    }),
  );
  return Object.assign(paths as Record<K, string>, { folder });
};
