import { runVerifyAuditLog } from "../audit-log/verify.ts";
import type { AddCommand } from "./outcome.ts";

/** Adds `audit-log` to the command line. */
export const addAuditLog: AddCommand = (program, choose) => {
  program
    .command("audit-log")
    .description("a log of who did what, which anyone can check offline")
    .command("verify <log>")
    .description("say whether an exported log is as it was written, and up to where a signature vouches for it")
    .option("--trust <file...>", "public keys whose checkpoints to rely on")
    .option("--witness <file...>", "checkpoints that were kept elsewhere: what they vouch for must still be there")
    .option("--json", "print JSON for another program")
    .action((log: string, options: object) => choose(runVerifyAuditLog, { ...options, log }));
};
