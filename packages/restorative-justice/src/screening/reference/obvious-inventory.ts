import type { Answer, ItemKey } from "../answer.ts";
import type { ScreenFlag, ScreenKind } from "../screen-result.ts";

/** What the inventory comes to, by the plain table. */
export type ObviousReading = {
  readonly kind: ScreenKind;
  readonly flags: readonly ScreenFlag[];
  readonly track: "ipv" | "general";
};

/** The specification's table, line by line: the item, its risk answer, and what that does. */
const TABLE: readonly (readonly [ItemKey, "yes" | "no", "track" | "escalate" | "block" | "support"])[] = [
  ["s01", "yes", "track"],
  ["s01.other-family", "yes", "escalate"],
  ["s02", "yes", "escalate"],
  ["s03", "yes", "escalate"],
  ["s04", "yes", "escalate"],
  ["s04.recent", "yes", "block"],
  ["s05", "yes", "escalate"],
  ["s05.access-on-release", "yes", "escalate"],
  ["s06", "yes", "escalate"],
  ["s07", "yes", "escalate"],
  ["s08", "yes", "escalate"],
  ["s08.inside-look-back", "yes", "block"],
  ["s09", "yes", "escalate"],
  ["s10", "yes", "escalate"],
  ["s11", "yes", "escalate"],
  ["s12", "yes", "block"],
  ["s13", "yes", "escalate"],
  ["s14", "yes", "block"],
  ["s15", "yes", "escalate"],
  ["s16", "yes", "block"],
  ["s17", "yes", "block"],
  ["s18", "no", "block"],
  ["s19", "yes", "support"],
];

/** Reads the inventory slowly and plainly, without rules or diagrams: what the real reading is held to. */
export const obviousInventory = (answers: ReadonlyMap<ItemKey, Answer>): ObviousReading => {
  const effects = new Set(TABLE.filter(([item, risk]) => answers.get(item) === risk).map(([, , effect]) => effect));
  const isTieOpen = answers.get("s01") !== "yes" && answers.get("s01") !== "no";
  const isIpv = effects.has("track") || isTieOpen;
  const isOpen = TABLE.some(([item]) => !isAnswered(item, answers));
  const flags: ScreenFlag[] = [];
  if (isOpen) flags.push("incomplete");
  if (effects.has("support")) flags.push("support_first");
  return {
    kind: kindOf(effects.has("block"), effects.has("escalate") || isIpv),
    flags,
    track: isIpv ? "ipv" : "general",
  };
};

const kindOf = (isBlocked: boolean, isConcerning: boolean): ScreenKind => {
  if (isBlocked) return "blocked";
  return isConcerning ? "escalate" : "no_indicator_found";
};

/** The follow-up questions, which may be left out where the question before was answered no. */
const FOLLOW_UPS: readonly (readonly [ItemKey, ItemKey, string])[] = [
  ["s04.recent", "s04", "no-threats"],
  ["s08.inside-look-back", "s08", "no-such-contact"],
];

const isAnswered = (item: ItemKey, answers: ReadonlyMap<ItemKey, Answer>): boolean => {
  const answer = answers.get(item);
  if (answer === "yes" || answer === "no") return true;
  const reason = typeof answer === "object" && "notApplicable" in answer ? answer.notApplicable : null;
  return FOLLOW_UPS.some(
    ([followUp, before, allowed]) => followUp === item && answers.get(before) === "no" && reason === allowed,
  );
};
