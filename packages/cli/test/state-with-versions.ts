import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LocalDate } from "@victim-rights/core";
import type { RuleFile } from "@victim-rights/rules";
import { temporaryFolder } from "./temporary.ts";

/** The example state with two versions of its rule on escapes: until 2024 it asked for a written request too. */
export const stateWithVersions = (): string => {
  const folder = temporaryFolder();
  cpSync(join(import.meta.dirname, "state/xx-cl"), folder, { recursive: true });
  const path = join(folder, "notification.json");
  const file: RuleFile = JSON.parse(readFileSync(path, "utf8"));
  const rules = file.rules.flatMap((rule) => (rule.id === "xx-cl/notice/escape" ? versionsOf(rule) : [rule]));
  writeFileSync(path, JSON.stringify({ ...file, rules }));
  return folder;
};

const CHANGED_ON = LocalDate.parse("2024-01-01");

const versionsOf = (rule: RuleFile["rules"][number]): RuleFile["rules"] => [
  {
    ...rule,
    inForce: { ...rule.inForce, until: CHANGED_ON },
    conditions: { all: [rule.conditions, { fact: "registration.written-request", operator: "equal", value: true }] },
  },
  { ...rule, inForce: { ...rule.inForce, from: CHANGED_ON } },
];
