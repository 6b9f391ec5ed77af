import { runHash } from "../pack/hash.ts";
import { runKeygen } from "../pack/keygen.ts";
import { runSign } from "../pack/sign.ts";
import { runVerify } from "../pack/verify.ts";
import type { AddCommand } from "./outcome.ts";

const JSON_OPTION = ["--json", "print JSON for another program"] as const;

/** Adds `pack` to the command line, with what can be done to a pack. */
export const addPack: AddCommand = (program, choose) => {
  const pack = program.command("pack").description("a state's rules as a signed pack: hash, sign and verify");
  pack
    .command("keygen")
    .description("make a key to sign packs with")
    .option("--out <dir>", "the folder that both halves go to")
    .option(...JSON_OPTION)
    .action((options: object) => choose(runKeygen, { ...options }));
  pack
    .command("hash <dir>")
    .description("print the content hash of a state's folder")
    .option(...JSON_OPTION)
    .action((dir: string, options: object) => choose(runHash, { ...options, dir }));
  pack
    .command("sign <dir>")
    .description("sign a state's folder; the signature lies in it as pack.sig.json")
    .option("--key <file>", "the private key")
    .option(...JSON_OPTION)
    .action((dir: string, options: object) => choose(runSign, { ...options, dir }));
  pack
    .command("verify <dir>")
    .description("say whether a state's folder is as a trusted key signed it, and what was changed")
    .option("--trust <file...>", "public keys to rely on")
    .option(...JSON_OPTION)
    .action((dir: string, options: object) => choose(runVerify, { ...options, dir }));
};
