import { closeSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

/** The files a plan writes. */
export const OUTPUTS = ["notices.jsonl", "needs-a-person.jsonl", "not-owed.jsonl", "rejects.jsonl"] as const;
export type OutputName = (typeof OUTPUTS)[number];

/**
 * A plan's output files while they are being written. They stand in a hidden folder inside the output folder, readable by
 * their owner alone, and move to their names together at the end: a run that stops leaves what was there before.
 */
export type OutputFiles = {
  /** For temporary files of this run. */
  readonly workDir: string;
  readonly write: (file: OutputName, value: unknown) => void;
  /** Moves everything into place. */
  readonly publish: (report: string) => void;
  /** Removes what was written, and the hidden folder; harmless after `publish`. */
  readonly discard: () => void;
};

export const openOutputs = (out: string): OutputFiles => {
  mkdirSync(out, { recursive: true });
  const workDir = mkdtempSync(join(out, ".victim-rights-"));
  const writers = new Map(OUTPUTS.map((name) => [name, lineWriter(join(workDir, name))]));
  const closeAll = (): void => {
    for (const writer of writers.values()) writer.close();
  };
  return {
    workDir,
    write: (file, value) => writers.get(file)?.write(JSON.stringify(value)),
    publish: (report) => {
      closeAll();
      writeFileSync(join(workDir, "report.html"), report, { mode: 0o600 });
      for (const name of [...OUTPUTS, "report.html"]) renameSync(join(workDir, name), join(out, name));
      rmSync(workDir, { recursive: true, force: true });
    },
    discard: () => {
      closeAll();
      rmSync(workDir, { recursive: true, force: true });
    },
  };
};

type LineWriter = { readonly write: (line: string) => void; readonly close: () => void };

const BUFFER = 1 << 16;

const lineWriter = (path: string): LineWriter => {
  let descriptor: number | null = openSync(path, "w", 0o600);
  let waiting: string[] = [];
  let held = 0;
  const flush = (): void => {
    if (descriptor !== null && waiting.length > 0) writeSync(descriptor, `${waiting.join("\n")}\n`);
    waiting = [];
    held = 0;
  };
  return {
    write: (line) => {
      waiting.push(line);
      held += line.length;
      if (held > BUFFER) flush();
    },
    close: () => {
      flush();
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
};
