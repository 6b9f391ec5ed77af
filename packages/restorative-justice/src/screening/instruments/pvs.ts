import { type AnswerSheet, answerTo } from "../answer.ts";
import type { ScreenItem } from "../screen-item.ts";
import type { Instrument, ReasonDraft } from "./instrument.ts";
import { missingReasons } from "./missing-reasons.ts";
import { positiveReasons } from "./read-yes-no.ts";

const HURT: ScreenItem = {
  key: "p1",
  concept: "hurt by anyone in the past year",
  response: { kind: "yes-no" },
  positiveWhen: "yes",
};

const BY_WHOM: ScreenItem = {
  key: "p1.who",
  concept: "who did it",
  response: { kind: "choice", values: ["partner", "someone-else", "partner-and-others"] },
  exemption: { reason: "nobody-hurt", onlyWhen: { item: "p1", answer: "no" } },
};

const OTHERS: readonly ScreenItem[] = [
  {
    key: "p2",
    concept: "feels safe in the present relationship",
    response: { kind: "yes-no" },
    positiveWhen: "no",
    exemption: { reason: "no-current-relationship" },
  },
  {
    key: "p3",
    concept: "a former partner makes her feel unsafe now",
    response: { kind: "yes-no" },
    positiveWhen: "yes",
  },
];

const ITEMS = [HURT, BY_WHOM, ...OTHERS];

/** The first item counts only for a partner; where nobody knows who it was, it still goes to a specialist (house rule). */
const hurtReasons = (sheet: AnswerSheet): readonly ReasonDraft[] => {
  if (answerTo(sheet, HURT.key) !== "yes") return [];
  const who = answerTo(sheet, BY_WHOM.key);
  if (typeof who !== "object" || !("choice" in who))
    return [{ raises: "escalate", because: "by-whom-not-known", item: "p1.who" }];
  return who.choice === "someone-else" ? [] : [{ raises: "escalate", because: "risk-answer", item: "p1" }];
};

/** The Partner Violence Screen: three questions, one of them asked the other way round. */
export const PVS: Instrument = {
  id: "pvs",
  version: "1997",
  title: "Partner Violence Screen",
  items: ITEMS,
  rule: "one risk answer is enough; p1 counts when a partner did it, and goes to a specialist when nobody knows who; p2 is asked the other way round",
  cutOffs: [],
  population: "322 women in two urban emergency departments",
  accuracy: "sensitivity 64.5 to 71.4%, specificity 80.3 to 84.4% (against the ISA and the CTS)",
  citation: "Feldhaus et al. 1997, JAMA 277(17):1357-61",
  licence: "Terms were not verified: ask for permission.",
  textSupplied: false,
  origin: "victim_alone",
  score: (sheet) => ({
    reasons: [...hurtReasons(sheet), ...positiveReasons(OTHERS, sheet), ...missingReasons(ITEMS, sheet)],
    score: null,
  }),
};
