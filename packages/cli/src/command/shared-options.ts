import { JurisdictionId, LocalDate } from "@victim-rights/core";
import { QuestionId, RuleId } from "@victim-rights/rules";
import type { Command } from "commander";
import { z } from "zod";
import { SIGNATURE_OPTIONS } from "../pack/signature-wanted.ts";

/** What every command that reads a state's law takes. */
export const STATE_OPTIONS = {
  jurisdiction: JurisdictionId,
  rules: z.string().min(1).optional(),
  json: z.boolean().default(false),
  ...SIGNATURE_OPTIONS,
};

/** What every command that reads one question on one day takes. */
export const QUESTION_OPTIONS = {
  ...STATE_OPTIONS,
  question: QuestionId,
  asOf: LocalDate,
  enable: z.array(RuleId).default([]),
};

export const addStateOptions = (command: Command): Command =>
  command
    .option("-j, --jurisdiction <id>", "the state, as its folder under rules/ is called")
    .option("--rules <dir>", "the folder that holds the states' folders (default: ./rules, else the installed package)")
    .option("--json", "print JSON for another program")
    .option("--require-signed", "refuse rules that no trusted key has signed, or that were changed since")
    .option("--trust <file...>", "public keys to rely on; a signature is then required");

export const addQuestionOptions = (command: Command): Command =>
  addStateOptions(command)
    .option("--as-of <date>", "the day whose law is read, YYYY-MM-DD")
    .option("--enable <rule...>", "turn on rules that are off by default because no text of theirs was read");
