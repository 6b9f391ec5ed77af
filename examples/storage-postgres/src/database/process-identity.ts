import { readFileSync } from "node:fs";

/** Whether a process of this number runs on this machine. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/**
 * When a process started, as the kernel counts it, with the boot that it counts from: another process that gets the same
 * number later has another. `null` where the machine does not tell.
 */
export const startOf = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${afterName[START_TIME]}`;
  } catch {
    return null;
  }
};

/** Place of `starttime`, the 22nd field, after the name, which is the second. */
const START_TIME = 19;
