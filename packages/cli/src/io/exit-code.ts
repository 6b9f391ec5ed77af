/** What the command tells the shell. */
export const EXIT = {
  ok: 0,
  /** The command ran and found something wrong: a failed case, an absent row, rejected rows under `--strict`. */
  findings: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** A file is missing, malformed or does not fit. */
  badInput: 3,
  /** A fault in the command itself. */
  internal: 4,
  /** Stopped by Ctrl-C: nothing was written. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES_HELP = `
Exit codes:
  0    done
  1    done, and something was found: a failed case, an absent row, rejected rows under --strict
  2    called wrongly: an option or argument is missing or malformed
  3    a file is missing, malformed or does not fit
  4    a fault in victim-rights itself
  130  stopped by Ctrl-C; nothing was written`;
