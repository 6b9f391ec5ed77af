import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import { readRestorativeJustice } from "../law/read-restorative-justice.ts";
import type { RulesWanted } from "../law/find-rules.ts";
import {
  type DialoguePolicy,
  dialoguePolicyFrom,
  LetterFacts,
  type LetterPolicy,
  loadDialoguePolicy,
  loadLetterPolicy,
  loadPanelPolicy,
  loadServicePolicy,
  NO_LETTER_FACTS,
  NO_PANEL_FACTS,
  NO_SERVICE_FACTS,
  PanelFacts,
  type PanelPolicy,
  type PolicyRefused,
  ServiceFacts,
  type ServicePolicy,
} from "@victim-rights/restorative-justice";

/** Where facts and policy are, as far as they are given, and the state whose own policy stands below them. */
export type SettingFiles = {
  readonly facts?: string | undefined;
  readonly policy?: string | undefined;
  readonly state?: RulesWanted | undefined;
};

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

/** Reads a policy on dialogues: what the agency decided, on top of what the state's own file says where a state is named. */
export const readDialoguePolicy = async (
  io: Io,
  { policy, state }: SettingFiles,
): Promise<Result.Result<DialoguePolicy, Failure>> => {
  if (state === undefined) return readPolicyWith(io, policy, loadDialoguePolicy);
  return thenDo(readRestorativeJustice(io, state), ({ file: { dialogue } }) =>
    readPolicyWith(io, policy, (raw) =>
      Result.flatMap(loadDialoguePolicy(raw), () => dialoguePolicyFrom(dialogue, Settings.parse(raw))),
    ),
  );
};

/** What `loadDialoguePolicy` takes is an object. */
const Settings = z.record(z.string(), z.unknown());

/** Reads a policy on letters. */
export const readLetterPolicy = (io: Io, { policy }: SettingFiles): Promise<Result.Result<LetterPolicy, Failure>> =>
  readPolicyWith(io, policy, loadLetterPolicy);

/** Reads a policy on panels. */
export const readPanelPolicy = (io: Io, { policy }: SettingFiles): Promise<Result.Result<PanelPolicy, Failure>> =>
  readPolicyWith(io, policy, loadPanelPolicy);

/** Reads a policy on community service. It has no default: an agency says in which zone its days begin. */
export const readServicePolicy = (io: Io, { policy }: SettingFiles): Promise<Result.Result<ServicePolicy, Failure>> =>
  readPolicyWith(io, policy, loadServicePolicy);

/** The house's policy on community service where no day is counted: no answer depends on the zone then. */
export const HOUSE_SERVICE_POLICY: ServicePolicy = Result.getOrThrow(loadServicePolicy({ zone: "UTC" }));

/** What gates of dialogue gave is worked out from papers and never written into a file: direct service stays shut here. */
const ServiceFactsFile = ServiceFacts.extend({
  directService: ServiceFacts.shape.directService.omit({ dialogueGates: true }),
}).transform(({ directService, ...rest }): ServiceFacts => ({
  ...rest,
  directService: { ...directService, dialogueGates: [] },
}));

const readFactsWith = async <Facts>(
  io: Io,
  { facts }: SettingFiles,
  { schema, nothing }: { readonly schema: z.ZodType<Facts>; readonly nothing: Facts },
): Promise<Result.Result<Facts, Failure>> =>
  facts === undefined ? Result.succeed(nothing) : readJsonFile(io, { path: facts, what: "facts file", schema });

/** Reads what is known about a letter; without a file nothing is. */
export const readLetterFacts = (io: Io, files: SettingFiles): Promise<Result.Result<LetterFacts, Failure>> =>
  readFactsWith(io, files, { schema: LetterFacts, nothing: NO_LETTER_FACTS });

/** Reads what is known about a speaker and an audience; without a file nothing is. */
export const readPanelFacts = (io: Io, files: SettingFiles): Promise<Result.Result<PanelFacts, Failure>> =>
  readFactsWith(io, files, { schema: PanelFacts, nothing: NO_PANEL_FACTS });

/** Reads what is known about a site of work; without a file nothing is. */
export const readServiceFacts = (io: Io, files: SettingFiles): Promise<Result.Result<ServiceFacts, Failure>> =>
  readFactsWith(io, files, { schema: ServiceFactsFile, nothing: NO_SERVICE_FACTS });
