import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program of this machine: its standard output for some arguments and input. Throws where it fails, with what it said. */
export type Program = (args: readonly string[], input?: string) => string;

/**
 * A program that a Debian package holds: as the machine has it, or installed here and now where that can be done, by root
 * and with the package tool at hand. `null` where it cannot, which is said on standard error.
 */
export const programOf = (name: string, debianPackage: string): Program | null => {
  if (!isThere(name)) install(debianPackage);
  if (isThere(name)) return (args, input = "") => run(name, args, { input });
  process.stderr.write(
    `${name} could not be run: it is not on this machine, and \`apt-get install ${debianPackage}\` did not bring it. ` +
      "The text is held to our own strict reader alone.\n",
  );
  return null;
};

/** What a program that checks something has to say: nothing where all is well. */
export const saidBy = (program: Program, args: readonly string[], input?: string): string => {
  try {
    return program(args, input);
  } catch (error) {
    return String(error);
  }
};

/** The programs fail in the plainest locale on any character that is not ASCII. */
const PLAIN = { LANG: "C", LC_ALL: "C" };

const run = (
  program: string,
  args: readonly string[],
  { input = "", timeout = 0 }: { readonly input?: string; readonly timeout?: number } = {},
): string =>
  execFileSync(program, args, {
    input,
    timeout,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...PLAIN, DEBIAN_FRONTEND: "noninteractive" },
  });

const isThere = (name: string): boolean => {
  try {
    run(name, ["--version"]);
    return true;
  } catch {
    return false;
  }
};

const FETCH = "-o Acquire::Retries=0 -o Acquire::http::Timeout=10 -o Acquire::https::Timeout=10";

/** Two tests never install at once. Fetching is cut short where the network is slow; what is fetched is then put in whole. */
const install = (debianPackage: string): void => {
  if (process.getuid?.() !== 0) return;
  const lock = join(tmpdir(), "victim-rights-apt.lock");
  const locked = (command: string, timeout: number) => run("flock", [lock, "sh", "-c", command], { timeout });
  const wanted = `install -y -qq --no-install-recommends ${debianPackage}`;
  try {
    locked(
      `apt-get ${FETCH} ${wanted} --download-only || (apt-get ${FETCH} update -qq && apt-get ${FETCH} ${wanted} --download-only)`,
      90_000,
    );
    locked(`apt-get -o DPkg::Lock::Timeout=60 ${wanted} --no-download`, 0);
  } catch {
    // Whether it is there now is asked next, and said.
  }
};
