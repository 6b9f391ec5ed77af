/** The outside as a command sees it: tests give their own. */
export type Io = {
  readonly stdin: NodeJS.ReadableStream;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTerminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Set off by Ctrl-C. */
  readonly signal: AbortSignal;
};

/** Writes a line to standard output. */
export const say = (io: Io, line = ""): void => io.out(`${line}\n`);

/** Writes JSON for another program to read. */
export const sayJson = (io: Io, value: unknown): void => io.out(`${JSON.stringify(value, null, 2)}\n`);
