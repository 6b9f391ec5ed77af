import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import {
  type DialoguePolicy,
  LetterFacts,
  type LetterPolicy,
  loadDialoguePolicy,
  loadLetterPolicy,
  type PolicyRefused,
} from "@victim-rights/restorative-justice";

/** Where facts and policy are, as far as they are given. */
export type SettingFiles = { readonly facts?: string | undefined; readonly policy?: string | undefined };

/** Reads a programme's policy; without a file it is the house's own, under which the fewest people are contacted. */
const readPolicyWith = async <Policy>(
  io: Io,
  path: string | undefined,
  load: (raw: unknown) => Result.Result<Policy, PolicyRefused>,
): Promise<Result.Result<Policy, Failure>> =>
  thenDo(
    path === undefined
      ? Result.succeed<unknown>({})
      : readJsonFile<unknown>(io, { path, what: "policy", schema: z.unknown() }),
    (raw) => Result.mapError(load(raw), ({ problems }) => failure(EXIT.badInput, problems.map(policyProblem(path)))),
  );

const policyProblem =
  (file: string | undefined) =>
  ({ path, invariant, fix }: PolicyRefused["problems"][number]): Problem => ({
    where: `${file ?? "policy"} $.${path}`,
    problem: invariant === null ? "does not fit" : `would switch ${invariant} off`,
    fix,
  });

/** Reads a policy on dialogues. */
export const readDialoguePolicy = (io: Io, { policy }: SettingFiles): Promise<Result.Result<DialoguePolicy, Failure>> =>
  readPolicyWith(io, policy, loadDialoguePolicy);

/** Reads a policy on letters. */
export const readLetterPolicy = (io: Io, { policy }: SettingFiles): Promise<Result.Result<LetterPolicy, Failure>> =>
  readPolicyWith(io, policy, loadLetterPolicy);

/** Nothing was looked at, which no gate takes for clean. */
const NO_LETTER_FACTS = {
  zone: "UTC",
  orders: null,
  conduct: null,
  track: "unknown",
  optIn: { id: null, how: "unknown" },
  victimAge: null,
  identity: null,
  channel: null,
  authorDischargedAt: null,
} as const;

/** Reads what is known about a letter; without a file nothing is. */
export const readLetterFacts = async (io: Io, { facts }: SettingFiles): Promise<Result.Result<LetterFacts, Failure>> =>
  facts === undefined
    ? Result.succeed(LetterFacts.parse(NO_LETTER_FACTS))
    : readJsonFile(io, { path: facts, what: "facts file", schema: LetterFacts });
