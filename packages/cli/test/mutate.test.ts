import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CaseFile } from "@victim-rights/rules";
import type { CasesToWrite, MutationReport } from "@victim-rights/rules/analysis";
import { run } from "./captured-io.ts";
import { stateWithVersions } from "./state-with-versions.ts";
import { temporaryFolder } from "./temporary.ts";

const STATE = "state/xx-cl";
const PAROLE = "xx-cl/notice/parole-hearing";

type Json = { readonly score: number; readonly questions: readonly MutationReport[] };

const mutate = async (...more: readonly string[]): Promise<Json> =>
  JSON.parse((await run(["mutate", STATE, "--json", ...more])).out);

/** The example state with more cases of notice, and with more said in those it has. */
const stateWith = (change: (file: CaseFile) => CaseFile): string => {
  const folder = temporaryFolder();
  cpSync(join(import.meta.dirname, STATE), folder, { recursive: true });
  const path = join(folder, "notification.cases.json");
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")))));
  return folder;
};

describe("mutate", () => {
  test("counts every change of a rule as noticed, unnoticed or of no effect", async () => {
    const { questions } = await mutate("--question", "notice");
    expect(questions.map(({ question }) => question)).toEqual(["notice"]);
    for (const { killed, survived, equivalent, mutants, rules } of questions) {
      expect(killed + survived + equivalent).toBe(mutants);
      expect(rules.map(({ rule }) => rule)).toContain(PAROLE);
    }
  });

  test("names the case that notices a change", async () => {
    const { questions } = await mutate("--rule", PAROLE);
    expect(questions[0]?.rules[0]?.killed).toContainEqual({
      rule: PAROLE,
      period: null,
      kind: "rule-dropped",
      at: "$",
      change: "the rule is left out",
      by: { question: "notice", case: "a registered victim is told of the hearing" },
    });
  });

  test("changes a duty only into one that the law's format admits", async () => {
    const { questions } = await mutate("--rule", PAROLE);
    const changes = questions[0]?.rules[0]?.survivors.map(({ change }) => change) ?? [];
    expect(changes).toContain("`window.amount`: `30` becomes `29`");
    expect(changes).toContain("`methods`: `email` is left out");
    // A duty without a bearer, or without content, would not load.
    expect(changes).not.toContain("`dutyBearers`: `custodial-authority` is left out");
    expect(changes).not.toContain("`content`: `hearing-date` is left out");
  });

  test("prints cases that notice what went unnoticed, once a person has named them", async () => {
    const before = await mutate();
    const { out } = await run(["mutate", STATE, "--question", "notice", "--cases"]);
    const [wanted] = JSON.parse(out) as readonly CasesToWrite[];
    const folder = stateWith((file) => ({
      ...file,
      cases: [
        ...file.cases.map((each) => ({
          ...each,
          expect: {
            ...each.expect,
            ...wanted?.additions.find(({ toCase }) => toCase === each.name)?.expect,
          },
        })),
        ...(wanted?.cases ?? []).map((each, place) => ({
          ...each.case,
          name: `case ${place}`,
          reason: "a person says",
        })),
      ],
    }));
    const { exit, out: after } = await run(["mutate", folder, "--question", "notice", "--at-least", "100"]);
    expect(before.score).toBeLessThan(50);
    expect(after).toContain("notice: 100 of 100 changes noticed");
    expect(exit).toBe(0);
    expect((await run(["check", folder])).exit).toBe(0);
  });

  test("ends with 1 below the score asked for", async () => {
    const { exit, out } = await run(["mutate", STATE, "--rule", PAROLE, "--at-least", "95"]);
    expect(exit).toBe(1);
    expect(out).toContain("xx-cl/notice/parole-hearing: 15 of 23 changes go unnoticed");
  });

  test("changes every version of the rule asked for, and tells them apart by their days", async () => {
    const { exit, out } = await run(["mutate", stateWithVersions(), "--rule", "xx-cl/notice/escape"]);
    expect(exit).toBe(0);
    expect(out).toContain("\n  xx-cl/notice/escape from 2020-01-01 until 2024-01-01: ");
    expect(out).toContain("\n  xx-cl/notice/escape from 2024-01-01: ");
  });

  test("shows a person at a terminal how far it has come", async () => {
    const { err } = await run(["mutate", STATE, "--question", "notice"], {
      isTerminal: { stdin: false, stdout: false, stderr: true },
    });
    expect(err).toBe("\rnotice: rule 1 of 4\rnotice: rule 2 of 4\rnotice: rule 3 of 4\rnotice: rule 4 of 4\n");
  });

  test("stops between two questions when it is told to", async () => {
    const { exit, out, err } = await run(["mutate", STATE], { signal: AbortSignal.abort() });
    expect({ exit, out, err }).toEqual({ exit: 130, out: "", err: "stopped: nothing was written\n" });
  });

  test("refuses a folder without a state, and questions and rules that the state does not have", async () => {
    expect((await run(["mutate", "nowhere"])).err).toContain("nowhere: no state's folder is here");
    expect(await run(["mutate", STATE, "--question", "nothing"])).toMatchObject({ exit: 2 });
    expect(await run(["mutate", STATE, "--rule", "xx-cl/notice/nothing"])).toMatchObject({
      exit: 2,
      err: "error: --rule: no rule `xx-cl/notice/nothing` among these questions; write the id of one of their rules\n",
    });
  });
});
