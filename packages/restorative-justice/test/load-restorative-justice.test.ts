import { sampleLaw } from "@victim-rights/rules/testing";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { dialoguePolicyFrom } from "../src/gate/dialogue-profile.ts";
import { openGates } from "../src/gate/gates.ts";
import { loadRestorativeJustice } from "../src/gate/load-restorative-justice.ts";
import { DialoguePoint } from "../src/gate/restorative-justice-file.ts";
import { loadStateFile, STATES, stateOf, textOfState } from "./state-files.ts";

const sample = sampleLaw([], {});

/** A state that lists one source of law, an agency's page and a report. */
const state = {
  id: sample.id,
  profile: {
    ...sample.profile,
    sources: [
      ...sample.profile.sources,
      ...stateOf("us-mt").profile.sources.filter(({ id }) => ["mt-doc-restorative", "mt-pilot"].includes(id)),
    ],
  },
};

const page = [{ source: "mt-doc-restorative" }];
const report = [{ source: "mt-pilot" }];
const said = (about: string, cites: readonly object[], status: string) => ({
  about,
  says: "So it is said.",
  cites,
  verified: { status, on: "2026-11-22" },
});
const requesters = said("requesters", page, "agency-statement");
const custody = said("custody-status", report, "partial");
const allowedStatuses = { statuses: ["custody"], cites: report };

const dialogue = {
  programme: null,
  note: "A sample.",
  statements: [requesters, custody],
  notStated: DialoguePoint.options.filter((point) => !["requesters", "custody-status"].includes(point)),
  conflicts: [],
  differs: [],
  policy: { requesters: [{ initiator: "victim", cites: page }] },
  optional: { allowedStatuses },
  policyRestsOn: { requesters: "requesters", allowedStatuses: "custody-status" },
};
const { policy } = dialogue;

const problemsOf = (text: string) => {
  const loaded = loadRestorativeJustice(text, state);
  return Result.isFailure(loaded) ? loaded.failure.problems : [];
};
const problemsIn = (change: object, top: object = {}) =>
  problemsOf(JSON.stringify({ jurisdiction: "xx-yy", dialogue: { ...dialogue, ...change }, ...top })).map(
    ({ code, path, problem }) => [code, path, problem],
  );

describe("loadRestorativeJustice", () => {
  test("reads a sound file", () => {
    expect(problemsIn({})).toEqual([]);
  });

  test.each(STATES)("reads that of %s, which agrees with the gates about every source they share", (id) => {
    expect(Result.isSuccess(loadStateFile(id))).toBe(true);
    const gates = openGates().law.profile.sources;
    for (const source of stateOf(id).profile.sources)
      expect(gates.find((each) => each.id === source.id) ?? source).toEqual(source);
  });

  test("refuses text that is no JSON, and JSON that is no object", () => {
    expect(problemsOf("{ oops").map(({ code, path }) => [code, path])).toEqual([["not-json", "$"]]);
    expect(problemsOf("[]").map(({ code, path }) => [code, path])).toEqual([["wrong-shape", "$"]]);
    expect(problemsOf('{ "jurisdiction": "xx-yy", "dialogue": 5 }').map(({ path }) => path)).toEqual(["$.dialogue"]);
    expect(problemsOf('{ "jurisdiction": "xx-yy" }').map(({ code }) => code)).toContain("wrong-shape");
  });

  test.each([
    ["the order gate, among the settings", { policy: { ...policy, G10: false } }, "policy.G10", "INV-10"],
    ["the order gate, beside them", { G10: false }, "G10", "INV-10"],
    ["an invariant by its name", { "INV-12": false }, "INV-12", "INV-12"],
    ["consent", { impliedConsent: true }, "impliedConsent", "INV-03"],
    [
      "the order gate, to be added",
      { optional: { waiveNoContactOrder: true } },
      "optional.waiveNoContactOrder",
      "INV-10",
    ],
    [
      "the requester",
      { policy: { requesters: [{ initiator: "offender", cites: page }] } },
      "policy.requesters[0].initiator",
      "INV-01",
    ],
    ["outreach", { policy: { outreachPolicy: "case_specific" } }, "policy.outreachPolicy", "INV-02"],
    ["outreach, beside the settings", { outreachPolicy: "case_specific" }, "outreachPolicy", "INV-02"],
    ["the IPV track", { policy: { screening: { ipvPolicy: "open" } } }, "policy.screening.ipvPolicy", "INV-09"],
  ])("names the invariant that would be switched off: %s", (_, change, path, invariant) => {
    expect(problemsIn(change)).toContainEqual([
      "invariant-switched-off",
      `$.dialogue.${path}`,
      `would switch ${invariant} off`,
    ]);
  });

  test("names it at the top of the file too, and tells what else is wrong there", () => {
    const found = problemsIn({ statements: [] }, { jurisdiction: "xx-zz", noScreening: true, minAgeYears: 12 });
    expect(found.map(([code, path]) => [code, path])).toEqual([
      ["invariant-switched-off", "$.noScreening"],
      ["wrong-shape", "$.minAgeYears"],
      ["wrong-shape", "$.dialogue.statements"],
    ]);
  });

  test("tells every problem of every kind at once", () => {
    const found = problemsIn(
      {
        statements: [requesters, said("outreach", [{ source: "elsewhere" }], "partial")],
        conflicts: [
          {
            about: "weather",
            readings: [
              { says: "a", cites: page },
              { says: "b", cites: page },
            ],
            taken: "a",
          },
        ],
        optional: {},
      },
      { jurisdiction: "xx-zz" },
    );
    expect(found.map(([code, path]) => [code, path])).toEqual([
      ["jurisdiction-differs", "$.jurisdiction"],
      ["unknown-source", "$.dialogue.statements[1].cites[0].source"],
      ["wrong-shape", "$.dialogue.notStated[11]"],
      ["wrong-shape", "$.dialogue.notStated"],
      ["rests-on-nothing", "$.dialogue.conflicts[0].about"],
      ["rests-on-nothing", "$.dialogue.policyRestsOn.allowedStatuses"],
    ]);
  });

  test.each([
    [
      "a statement that is recalled",
      { statements: [custody, said("requesters", page, "recalled")] },
      "statements[1].verified.status",
    ],
    [
      "a report told as law that was read",
      { statements: [requesters, said("custody-status", report, "read")] },
      "statements[1].verified.status",
    ],
    [
      "a page told as law that was read",
      { statements: [said("requesters", page, "read"), custody] },
      "statements[0].verified.status",
    ],
    [
      "a report told as the agency's word",
      { statements: [requesters, said("custody-status", report, "agency-statement")] },
      "statements[1].verified.status",
    ],
    ["a point stated twice", { statements: [requesters, custody, custody] }, "statements[2].about"],
    ["a point told as a gap twice", { notStated: [...dialogue.notStated, "age"] }, "notStated[13]"],
    ["a point that nobody speaks to", { notStated: dialogue.notStated.slice(1) }, "notStated"],
    ["a point that no file has", { notStated: [...dialogue.notStated, "wether"] }, "notStated[13]"],
    [
      "past practice among what is set",
      { policy: { ...policy, allowedStatuses }, optional: {} },
      "policy.allowedStatuses",
    ],
    [
      "a setting that rests on nothing",
      { policyRestsOn: { requesters: "requesters" } },
      "policyRestsOn.allowedStatuses",
    ],
    [
      "a setting that rests on what nobody says",
      { policyRestsOn: { requesters: "hearsay", allowedStatuses: "custody-status" } },
      "policyRestsOn.requesters",
    ],
    [
      "a setting that cites another source than its statement",
      { policy: { requesters: [{ initiator: "victim", cites: report }] } },
      "policy.requesters[0].cites[0].source",
    ],
    ["grounds for no setting", { policy: {} }, "policyRestsOn.requesters"],
    ["a setting that does not fit", { policy: { ...policy, minAgeYears: "18" } }, "policy.minAgeYears"],
    ["settings that are no object", { optional: 5 }, "optional"],
  ])("refuses %s", (_, change, path) => {
    expect(problemsIn(change).map(([, place]) => place)).toContain(`$.dialogue.${path}`);
  });

  test("sets nothing on which the state's sources are silent", () => {
    for (const id of STATES) {
      const file = Result.getOrThrow(loadStateFile(id));
      const unset = { whenVictimDied: null, offenceScope: null, unprosecutedHarms: null, allowedStatuses: null };
      expect(Result.getOrThrow(dialoguePolicyFrom(file.dialogue))).toMatchObject(unset);
    }
  });

  test("knows a source of another state for none of its own", () => {
    const loaded = loadRestorativeJustice(textOfState("us-ms"), stateOf("us-mo"));
    const codes = Result.isFailure(loaded) ? loaded.failure.problems.map(({ code }) => code) : [];
    expect(new Set(codes)).toEqual(new Set(["jurisdiction-differs", "unknown-source"]));
  });
});
