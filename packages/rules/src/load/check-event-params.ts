import type { z } from "zod";
import type { Rule } from "../file/rule-file.ts";
import { suggestion } from "../vocabulary/nearest-name.ts";
import type { Folder } from "./folder.ts";
import type { QuestionSource } from "./law.ts";
import { jsonPath, type LawProblem } from "./law-problem.ts";

/** The shape of each event type's parameters. */
export type EventParams = Readonly<Record<string, z.ZodType<Readonly<Record<string, unknown>>>>>;

/** Checks every rule's event parameters and fills in their defaults, so that a reader of the law finds them whole. */
export const checkEventParams = (folder: Folder, shapes: EventParams, problems: LawProblem[]): Folder => ({
  ...folder,
  questions: new Map(
    [...folder.questions].map(([path, source]) => [path, checkSource(path, source, { shapes, problems })]),
  ),
});

type Check = { readonly shapes: EventParams; readonly problems: LawProblem[] };

const checkSource = (path: string, source: QuestionSource, check: Check): QuestionSource => ({
  ...source,
  file: {
    ...source.file,
    rules: source.file.rules.map((rule, at) => checkRule(rule, { file: path, path: `$.rules[${at}].event` }, check)),
  },
});

type Place = { readonly file: string; readonly path: string };

const checkRule = (rule: Rule, place: Place, { shapes, problems }: Check): Rule => {
  const shape = shapes[rule.event.type];
  if (shape === undefined) {
    problems.push({
      code: "unknown-event-type",
      file: place.file,
      path: `${place.path}.type`,
      problem: `no event type \`${rule.event.type}\``,
      fix: suggestion(
        rule.event.type,
        Object.keys(shapes),
        `write one of ${Object.keys(shapes)
          .map((name) => `\`${name}\``)
          .join(", ")}`,
      ),
    });
    return rule;
  }
  const parsed = shape.safeParse(rule.event.params);
  if (parsed.success)
    return { ...rule, event: { type: rule.event.type, params: parsed.data as Rule["event"]["params"] } };
  problems.push(
    ...parsed.error.issues.map((issue) => ({
      code: "wrong-shape" as const,
      file: place.file,
      path: `${place.path}.params${jsonPath(issue.path).slice(1)}`,
      problem: issue.message.charAt(0).toLowerCase() + issue.message.slice(1),
      fix: `see the parameters of \`${rule.event.type}\``,
    })),
  );
  return rule;
};
