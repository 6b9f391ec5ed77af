import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Ask, Line } from "./ledger-scene.ts";

/** Where the scene keeps its two cases. */
export const RESTORATIVE_OUT = join("out", "demo", "restorative");

/** The cases as they stood this morning: a dialogue that was asked for, and a letter that came into the bank. */
const CASES = ["dialogue.json", "letter.json"] as const;

const at = (file: string): string => join("examples", "feed", "restorative", file);
const kept = (file: (typeof CASES)[number]): string => join(RESTORATIVE_OUT, file);

/** Lays the scene's cases out afresh in a folder. */
export const layOut = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  for (const file of CASES) copyFileSync(join(import.meta.dirname, "restorative", file), join(folder, file));
};

const advance = (file: (typeof CASES)[number], ...options: readonly string[]): readonly string[] =>
  ["program", "advance", kept(file), "--json"].concat(options);
const APPROACH = advance(
  "dialogue.json",
  "--command",
  at("approach.json"),
  "--facts",
  at("dialogue-facts.json"),
  "--policy",
  at("dialogue-policy.json"),
);
const NOTICE = advance("letter.json", "--command", at("notice.json"), "--facts", at("letter-facts.json"));
const OTHER_SIDE = ["program", "status", kept("dialogue.json"), "--as", "offender-side"] as const;

/**
 * A victim who has asked for a dialogue, and a letter that waits. Both are asked to go on and neither may: what holds each,
 * and what would lift it, is what the command itself says. The people and papers are made up.
 */
export const restorativeLines = async (ask: Ask): Promise<readonly Line[]> => {
  const [approach, notice, seen] = await Promise.all([stopped(ask, APPROACH), stopped(ask, NOTICE), ask(OTHER_SIDE)]);
  return [
    { kind: "head", text: "Restorative steps (experimental): a gate can only stop, and each that does is told" },
    { kind: "plain", text: "  A victim has asked for a dialogue. May the other side be approached? Not yet:" },
    ...gateLines(approach),
    { kind: "plain", text: `  What the other side is shown of it until then: ${seen.trim()}.` },
    { kind: "plain", text: "  A letter of apology waits in the bank. May the victim be told of it? Not yet:" },
    ...gateLines(notice),
  ];
};

/** Gates that stop a step end the command with 1, and what it printed is the answer. */
const stopped = async (ask: Ask, argv: readonly string[]): Promise<string> => {
  try {
    return await ask(argv);
  } catch (error) {
    if (isStopped(error)) return error.stdout;
    throw error;
  }
};

const isStopped = (error: unknown): error is { readonly code: 1; readonly stdout: string } =>
  error instanceof Error && "code" in error && error.code === 1 && "stdout" in error;

type Gate = { readonly gate: string; readonly outcome: string; readonly lifts: readonly string[] };

const gateLines = (printed: string): readonly Line[] => {
  const { error } = JSON.parse(printed) as { readonly error: { readonly stopping: readonly Gate[] } };
  return error.stopping.flatMap(({ gate, outcome, lifts }): readonly Line[] => [
    { kind: "quote", text: `    ${gate}: ${outcome}` },
    ...lifts.map((lift): Line => ({ kind: "quote", text: `      would lift it: ${lift}` })),
  ]);
};
