import type { CompleteFacts } from "../src/reference/reference-holds.ts";

const isFelony = (offense: unknown): boolean =>
  offense === "felony-a" || offense === "felony-b" || offense === "felony-c";

const isCloseFamily = (relation: unknown): boolean =>
  relation === "parent" || relation === "child" || relation === "spouse" || relation === "sibling";

/**
 * The twelve rules of the synthetic law as a programmer would write them: facts read once, one bit per rule that holds.
 * It is the yardstick for speed, so it does no more than that: no checks, no lists, no citations.
 */
// oxlint-disable-next-line complexity, max-lines-per-function -- one function on purpose: this is what the diagram is measured against
export const handWritten = (facts: CompleteFacts): number => {
  const kind = facts["event.kind"];
  const offense = facts["offense.class"];
  const relation = facts["claimant.relation"];
  const adult = facts["claimant.adult"];
  const written = facts["request.written"];
  const current = facts["contact.current"];
  const optedOut = facts["opted-out"];
  const age = Number(facts["claimant.age"]);
  const days = Number(facts["event.days-until"]);
  let held = 0;
  if (kind === "release" && isFelony(offense) && written && !optedOut && days >= 0) held |= 1;
  if (
    (kind === "escape" || kind === "recapture") &&
    current &&
    offense !== "infraction" &&
    (adult || relation === "guardian" || relation === "representative")
  )
    held |= 2;
  if (kind === "parole-hearing" && written && days >= 30 && relation !== "other" && !optedOut) held |= 4;
  if (kind === "parole-decision" && written && isFelony(offense) && (relation === "self" || isCloseFamily(relation)))
    held |= 8;
  if (kind === "clemency" && (offense === "felony-a" || offense === "felony-b") && !optedOut && days > 9) held |= 16;
  if (
    kind === "death" &&
    current &&
    (relation === "self" || isCloseFamily(relation)) &&
    offense !== "infraction" &&
    offense !== "misdemeanor"
  )
    held |= 32;
  if ((kind === "transfer" || kind === "furlough") && isFelony(offense) && written && age >= 18 && !optedOut)
    held |= 64;
  if (kind === "discharge" && written && days <= 60 && days >= 10 && adult) held |= 128;
  if (
    (kind === "release" || kind === "discharge" || kind === "furlough") &&
    offense === "felony-a" &&
    relation === "self"
  )
    held |= 256;
  if (
    (kind === "release" || kind === "escape" || kind === "death") &&
    age < 18 &&
    (relation === "guardian" || relation === "parent") &&
    current
  )
    held |= 512;
  if (
    kind === "release" &&
    offense === "misdemeanor" &&
    written &&
    (relation === "spouse" || relation === "self") &&
    !optedOut
  )
    held |= 1024;
  if ((kind === "parole-hearing" || kind === "clemency") && relation === "representative" && current && days > 0)
    held |= 2048;
  return held;
};
