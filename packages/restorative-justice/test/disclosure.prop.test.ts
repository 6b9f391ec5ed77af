import { fc, test } from "@fast-check/vitest";
import { addMinutes, type Instant, PersonId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect } from "vitest";
import {
  ActorId,
  DataForm,
  DialogueCommand,
  type DirectoryAsked,
  type DisclosureAsked,
  DisclosureMandate,
  LetterCommand,
  mayDisclose,
  missingPeerForms,
  PanelCommand,
  PeerForm,
  Release,
  ServiceCommand,
  SignedPeerForm,
  VictimDataKind,
} from "../src/index.ts";

const START = "2026-11-22T08:00:00.000Z" as Instant;
const moment = fc.integer({ min: 0, max: 20 }).map((minutes) => addMinutes(START, minutes));
const person = fc.constantFrom("victim-1", "victim-2").map((id) => PersonId.parse(id));
const recipient = fc.constantFrom("agency-1", "agency-2").map((id) => ActorId.parse(id));
const kinds = fc.uniqueArray(fc.constantFrom(...VictimDataKind.options), { minLength: 1, maxLength: 3 });

const release = fc
  .record({ person, recipient, kinds, signedAt: moment, expiresAt: moment, revokedAt: fc.option(moment) })
  .map((given) =>
    Release.parse({
      ...given,
      id: "release-1",
      signedBy: "the-victim",
      writing: "paper-1",
      informed: "of-what-is-told-to-whom-and-why",
      conditionOfService: false,
    }),
  );

const mandate = fc.record({ person, recipient, kinds, recordedAt: moment }).map((given) =>
  DisclosureMandate.parse({
    ...given,
    id: "mandate-1",
    rests: "statute",
    cites: [{ source: "code", at: "1" }],
    victimNotice: "paper-2",
  }),
);

const asked = fc
  .record({ person, recipient, kinds, form: fc.constantFrom(...DataForm.options), at: moment })
  .map((given) => given as unknown as DisclosureAsked);

const papers = fc.record({
  releases: fc.array(release, { maxLength: 4 }),
  mandates: fc.array(mandate, { maxLength: 2 }),
});

const THOROUGH = { numRuns: 2000 };

describe("INV-17: a victim's data is told by a written release in force for that recipient, or by a mandate", () => {
  test.prop([asked, papers], THOROUGH)("and each kind has its own paper, or nothing is told", (wanted, given) => {
    const isCovered = (kind: VictimDataKind): boolean =>
      given.releases.some(
        (each) =>
          each.person === wanted.person &&
          each.recipient === wanted.recipient &&
          each.kinds.includes(kind) &&
          each.signedAt <= wanted.at &&
          each.expiresAt > wanted.at &&
          (each.revokedAt ?? "9999") > wanted.at,
      ) ||
      given.mandates.some(
        (each) =>
          each.person === wanted.person &&
          each.recipient === wanted.recipient &&
          each.kinds.includes(kind) &&
          each.recordedAt <= wanted.at,
      );
    const told = mayDisclose(wanted, given);
    expect(Result.isSuccess(told)).toBe(wanted.kinds.every(isCovered));
    const uncovered = Result.isFailure(told) ? told.failure.uncovered : [];
    expect(uncovered).toEqual(wanted.kinds.filter((kind) => !isCovered(kind)));
  });

  test.prop([release])("and no release can be a condition of service, or be given by word of mouth", (given) => {
    expect(Release.safeParse({ ...given, conditionOfService: true }).success).toBe(false);
    expect(Release.safeParse({ ...given, writing: "" }).success).toBe(false);
    expect(Release.safeParse({ ...given, expiresAt: null }).success).toBe(false);
    expect(Release.safeParse({ ...given, recipient: null }).success).toBe(false);
  });
});

describe("INV-18: in another form it is the same data", () => {
  test.prop([asked, papers], THOROUGH)("and gets the same answer", (wanted, given) => {
    const answers = DataForm.options.map((form) => mayDisclose({ ...wanted, form }, given));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe("INV-19: the directory of a peer network opens with all three papers", () => {
  const signed = fc
    .record({
      person,
      form: fc.constantFrom(...PeerForm.options),
      version: fc.constantFrom("1", "2"),
      signedAt: moment,
      revokedAt: fc.option(moment),
    })
    .map((given) => SignedPeerForm.parse({ ...given, paper: "paper-3" }));
  const current = { "code-of-conduct": "2", "release-of-information": "1", "confidentiality-disclosure": "2" };
  const wanted = fc.record({ person, at: moment }).map((given): DirectoryAsked => ({ ...given, current }));

  test.prop([wanted, fc.array(signed, { maxLength: 9 })], THOROUGH)(
    "each current, signed and not revoked",
    (who, all) => {
      const missing = missingPeerForms(who, all);
      for (const form of PeerForm.options) {
        const own = all.filter(
          (each) =>
            each.person === who.person &&
            each.form === form &&
            each.version === current[form] &&
            each.signedAt <= who.at &&
            (each.revokedAt ?? "9999") > who.at,
        );
        expect(missing.includes(form)).toBe(own.length === 0);
      }
    },
  );
});

describe("INV-15: nobody is asked to forgive, to reconcile or to agree", () => {
  const asking = fc.constantFrom(
    "forgave",
    "forgiven",
    "forgiveness",
    "reconciled",
    "apologyAccepted",
    "agreementSigned",
  );
  const commands = [
    { schema: DialogueCommand, act: "withdraw", by: "victim-side" },
    { schema: LetterCommand, act: "disclose-danger", by: "victim-side" },
    { schema: PanelCommand, act: "disclose-danger", by: "victim-side" },
    { schema: ServiceCommand, act: "disclose-danger", by: "victim-side" },
  ];

  test.prop([fc.constantFrom(...commands), asking, fc.boolean()], THOROUGH)(
    "no command of any programme has a field for it",
    ({ schema, act, by }, field, value) => {
      const command = { id: "c-1", act, by: { side: by, id: "somebody" }, at: START, evidence: [] };
      expect(schema.safeParse(command).success).toBe(true);
      expect(schema.safeParse({ ...command, [field]: value }).success).toBe(false);
    },
  );
});
