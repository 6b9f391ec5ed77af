import { invariant, type LocalDate } from "@victim-rights/core";
import { type CompiledQuestion, compileQuestion, type Law, loadLaw, type RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { ItemKey } from "../answer.ts";
import type { Exemption, ScreenItem } from "../screen-item.ts";
import { INVENTORY_FILES } from "./law-files.ts";

/** The instrument id under which screens with the inventory are stored. */
export const INVENTORY_ID = "built-in-inventory";

/** The rule event type whose parameters are an {@link InventoryEvent}. */
export const SCREENING = "screening";

/** What a rule of the inventory says follows. */
export const InventoryEvent = z.strictObject({
  raises: z.enum(["support_first", "escalate", "ipv_track", "blocked"]),
  item: ItemKey,
});
/** What a rule of the inventory says follows. */
export type InventoryEvent = z.infer<typeof InventoryEvent>;

/** A question of the inventory as a person is asked it, with why it is asked. Every one may be skipped. */
export type InventoryQuestion = {
  readonly item: ItemKey;
  readonly asks: string;
  readonly why: string;
  /** Painful to be asked: leave time, and offer to skip it. */
  readonly sensitive: boolean;
  readonly skippable: true;
};

/** The built-in safety inventory, ready to be read any number of times. */
export type Inventory = {
  readonly law: Law;
  readonly version: string;
  readonly asOf: LocalDate;
  readonly items: readonly ScreenItem[];
  readonly questions: readonly InventoryQuestion[];
  /** Every rule, all of them on. */
  readonly rules: readonly RuleId[];
  readonly compiled: readonly CompiledQuestion[];
};

/** Items that hang on another: they need no answer where that one was answered no. */
const HANGS_ON: ReadonlyMap<ItemKey, Exemption> = new Map([
  ["s04.recent", { reason: "no-threats", onlyWhen: { item: "s04", answer: "no" } }],
  ["s08.inside-look-back", { reason: "no-such-contact", onlyWhen: { item: "s08", answer: "no" } }],
]);

/**
 * Opens the built-in inventory. Its rules are marked as house policy, which the engine leaves off until it is turned on
 * by name; here every one is turned on, and no caller can turn one off.
 */
export const openInventory = (): Inventory => {
  const law = Result.getOrElse(loadLaw(INVENTORY_FILES, { eventParams: { [SCREENING]: InventoryEvent } }), broken);
  const asOf = law.profile.calendar.verified.on;
  const rules = [...law.questions.values()].flatMap(({ file }) => file.rules.map(({ id }) => id));
  const compiled = [...law.questions.keys()].map((question) =>
    Result.getOrElse(compileQuestion(law, question, { asOf, enable: rules }), broken),
  );
  invariant(
    compiled.every(({ leftOut }) => leftOut.length === 0),
    "every rule of the inventory decides",
  );
  return { law, version: asOf, asOf, items: itemsOf(law, compiled), questions: questionsOf(law), rules, compiled };
};

const broken = (error: { readonly message: string }): never => {
  invariant(false, `the built-in inventory is whole: ${error.message}`);
};

const itemsOf = (law: Law, compiled: readonly CompiledQuestion[]): readonly ScreenItem[] => {
  const risk = new Map(compiled.flatMap(({ model }) => model.rules.map(({ rule }) => riskOf(rule.conditions))));
  return law.profile.facts.map(({ name, title }) => {
    const exemption = HANGS_ON.get(name);
    return {
      key: name,
      concept: title,
      response: { kind: "yes-no" },
      positiveWhen: risk.get(name) ?? "yes",
      ...(exemption === undefined ? {} : { exemption }),
    };
  });
};

/** A rule of the inventory tests one item for the answer that raises concern. */
const SingleLeaf = z.strictObject({
  all: z.tuple([z.strictObject({ fact: ItemKey, operator: z.literal("equal"), value: z.boolean() })]),
});

const riskOf = (conditions: unknown): readonly [ItemKey, "yes" | "no"] => {
  const parsed = SingleLeaf.safeParse(conditions);
  invariant(parsed.success, "a rule of the inventory tests one item");
  const [leaf] = parsed.data.all;
  return [leaf.fact, leaf.value ? "yes" : "no"];
};

const questionsOf = (law: Law): readonly InventoryQuestion[] =>
  law.profile.facts.map(({ name, question, note = "", sensitive }) => ({
    item: name,
    asks: question,
    why: note,
    sensitive,
    skippable: true,
  }));
