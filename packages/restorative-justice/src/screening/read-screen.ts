import type { Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { z } from "zod";
import { type AnswerSheet, isNotApplicable } from "./answer.ts";
import { type ExpirySetting, expiredBecause } from "./expiry.ts";
import { NOT_AVAILABLE } from "./instruments/not-available.ts";
import { INVENTORY_ID } from "./inventory/inventory.ts";
import { instrumentFor, type Screening } from "./open-screening.ts";
import { InstrumentRef, ItemAnswer, Screen, ScreenOrigin } from "./screen.ts";
import { fitsScale, isExempt, type ScreenItem } from "./screen-item.ts";
import { type ScreenProblem, ScreenRejected } from "./screen-problem.ts";
import type { ScreeningPolicy } from "./screening-policy.ts";
import { shapeProblems } from "./shape-problems.ts";

/** What a record of a screen is read with. */
export type ReadSetting = { readonly screening: Screening; readonly now: Instant };

/** What a screen is read with on which a step is to rest. */
export type CurrentSetting = ReadSetting & Pick<ExpirySetting, "triggers"> & { readonly policy: ScreeningPolicy };

/**
 * Reads a screen's record, of any age: a stored concern must stay readable after it has expired.
 * @errors `ScreenRejected` with every problem at once.
 */
export const readScreen = (raw: unknown, setting: ReadSetting): Result.Result<Screen, ScreenRejected> =>
  outcome(raw, problemsOf(raw, setting));

/**
 * Reads a screen on which a step is to rest.
 * @errors `ScreenRejected` with every problem at once, among them that it has expired.
 */
export const readCurrentScreen = (raw: unknown, setting: CurrentSetting): Result.Result<Screen, ScreenRejected> =>
  outcome(raw, [...problemsOf(raw, setting), ...expiryProblems(raw, setting)]);

const outcome = (raw: unknown, problems: readonly ScreenProblem[]): Result.Result<Screen, ScreenRejected> => {
  const parsed = Screen.safeParse(raw);
  return parsed.success && problems.length === 0
    ? Result.succeed(parsed.data)
    : Result.fail(new ScreenRejected({ problems }));
};

/** Parts are read one by one, so that a fault in one hides none in another. */
const Moment = z.looseObject({ at: Screen.shape.at });
const Named = z.looseObject({ instrument: InstrumentRef });
const CutOffChosen = z.looseObject({ cutOff: Screen.shape.cutOff });
const From = z.looseObject({ origin: ScreenOrigin });
const Answers = z.looseObject({ answers: z.array(z.unknown()) });

const problemsOf = (raw: unknown, { screening, now }: ReadSetting): readonly ScreenProblem[] => {
  const shape = shapeProblems(Screen.safeParse(raw).error?.issues ?? [], raw);
  const at = Moment.safeParse(raw).data?.at;
  const future = at !== undefined && at > now ? [{ code: "screen-in-the-future", now } as const] : [];
  const ref = Named.safeParse(raw).data?.instrument;
  return [...shape, ...future, ...(ref === undefined ? [] : againstInstrument(raw, ref, screening))];
};

const answersIn = (raw: unknown): readonly ItemAnswer[] =>
  (Answers.safeParse(raw).data?.answers ?? []).flatMap((each) => ItemAnswer.safeParse(each).data ?? []);

/** What the instrument that a screen names says about screens with it. */
type Expected = {
  readonly items: readonly ScreenItem[];
  readonly cutOffs: readonly string[];
  readonly origin: "victim_alone" | "records";
};

const againstInstrument = (raw: unknown, ref: InstrumentRef, screening: Screening): readonly ScreenProblem[] => {
  const expected = expectedOf(ref, screening);
  if (expected === null) return [unknownInstrument(ref, screening)];
  return [
    ...cutOffProblems(raw, expected.cutOffs),
    ...originProblems(raw, expected.origin),
    ...answerProblems(answersIn(raw), expected.items),
  ];
};

const expectedOf = (ref: InstrumentRef, screening: Screening): Expected | null => {
  const { items, version } = screening.inventory;
  if (ref.id === INVENTORY_ID) return ref.version === version ? { items, cutOffs: [], origin: "victim_alone" } : null;
  const instrument = instrumentFor(screening, ref);
  return instrument === undefined ? null : { ...instrument, cutOffs: instrument.cutOffs.map(({ id }) => id) };
};

const unknownInstrument = (ref: InstrumentRef, { inventory, instruments }: Screening): ScreenProblem => ({
  code: "instrument-unknown",
  known: [`${INVENTORY_ID} ${inventory.version}`, ...instruments.map(({ id, version }) => `${id} ${version}`)],
  because: NOT_AVAILABLE.find(({ id }) => id === ref.id)?.because ?? null,
});

const cutOffProblems = (raw: unknown, known: readonly string[]): readonly ScreenProblem[] => {
  const chosen = CutOffChosen.safeParse(raw).data?.cutOff;
  if (chosen === undefined) return [];
  const isKnown = chosen === null ? known.length === 0 : known.includes(chosen);
  return isKnown ? [] : [{ code: "cut-off-unknown", known }];
};

const originProblems = (raw: unknown, wanted: Expected["origin"]): readonly ScreenProblem[] => {
  const kind = From.safeParse(raw).data?.origin.kind;
  return kind === undefined || kind === wanted ? [] : [{ code: "origin-differs", wanted }];
};

const answerProblems = (answers: readonly ItemAnswer[], items: readonly ScreenItem[]): readonly ScreenProblem[] => {
  const sheet: AnswerSheet = new Map(answers.map(({ item, answer }) => [item, answer]));
  const known = items.map(({ key }) => key);
  const repeated = new Set(answers.map(({ item }) => item).filter((item, at, all) => all.indexOf(item) !== at));
  return [
    ...[...new Set(answers.map(({ item }) => item))]
      .filter((item) => !known.includes(item))
      .map((item) => ({ code: "item-unknown", item, known }) as const),
    ...[...repeated].map((item) => ({ code: "item-repeated", item }) as const),
    ...answers.flatMap(({ item: key, answer }) => {
      const item = items.find((each) => each.key === key);
      return item === undefined ? [] : valueProblems(item, answer, sheet);
    }),
  ];
};

const valueProblems = (
  item: ScreenItem,
  answer: ItemAnswer["answer"],
  sheet: AnswerSheet,
): readonly ScreenProblem[] => {
  if (!fitsScale(item.response, answer)) return [{ code: "answer-out-of-range", item: item.key }];
  return isNotApplicable(answer) && !isExempt(item, sheet)
    ? [{ code: "not-applicable-not-allowed", item: item.key }]
    : [];
};

const expiryProblems = (raw: unknown, { now, triggers, policy }: CurrentSetting): readonly ScreenProblem[] => {
  const at = Moment.safeParse(raw).data?.at;
  const because = at === undefined ? null : expiredBecause(at, policy.screenExpiresAfterDays, { now, triggers });
  return because === null || because === "in-the-future" ? [] : [{ code: "screen-expired", because }];
};
