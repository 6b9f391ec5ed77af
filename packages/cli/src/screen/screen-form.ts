import {
  INVENTORY_ID,
  InstrumentLicence,
  ItemKey,
  type ScreenItem,
  type Screening,
} from "@victim-rights/restorative-justice";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";

/** A question as a person is asked it, beside the item that it is about. */
export type AskedQuestion = {
  readonly item: ScreenItem;
  readonly asks: string;
  readonly why: string | null;
  readonly sensitive: boolean;
};

/** An instrument with its words, ready to be asked in one language. */
export type ScreenForm = {
  readonly instrument: InstrumentLicence["instrument"];
  readonly cutOff: string | null;
  readonly language: string;
  readonly licences: readonly InstrumentLicence[];
  readonly questions: readonly AskedQuestion[];
};

const Words = z.string().trim().min(1);

/**
 * An instrument's words as an agency supplies them: it has them by licence and names the papers. For the built-in
 * inventory it is a translation, and the two papers say who made and checked it.
 */
const InstrumentText = z.strictObject({
  ...InstrumentLicence.shape,
  cutOff: Words.nullable().default(null),
  language: Words,
  questions: z.array(
    z.strictObject({
      item: ItemKey,
      asks: Words,
      why: Words.nullable().default(null),
      sensitive: z.boolean().default(true),
    }),
  ),
});
type InstrumentText = z.infer<typeof InstrumentText>;

/** The built-in inventory in its own words. */
export const builtInForm = ({ inventory }: Screening): ScreenForm => ({
  instrument: { id: INVENTORY_ID, version: inventory.version },
  cutOff: null,
  language: "en",
  licences: [],
  questions: inventory.items.flatMap((item) =>
    inventory.questions
      .filter((question) => question.item === item.key)
      .map(({ asks, why, sensitive }) => ({ item, asks, why, sensitive })),
  ),
});

/** Reads an instrument's words from a file: every item has its question, once. */
export const readForm = async (
  io: Io,
  screening: Screening,
  path: string,
): Promise<Result.Result<ScreenForm, Failure>> => {
  const read = await readJsonFile(io, { path, what: "instrument file", schema: InstrumentText });
  return Result.flatMap(read, (text) => formOf(text, screening, path));
};

const formOf = (text: InstrumentText, screening: Screening, path: string): Result.Result<ScreenForm, Failure> => {
  const { instrument, licence, training, cutOff, language } = text;
  const items = itemsFor(instrument, screening);
  if (items === null) return Result.fail(failure(EXIT.badInput, [unknownInstrument(screening, path)]));
  const problems = questionProblems(text, items).map(({ at, ...rest }) => ({ where: `${path} $.${at}`, ...rest }));
  if (problems.length > 0) return Result.fail(failure(EXIT.badInput, problems));
  const questions = text.questions.flatMap(({ item: key, ...words }) =>
    items.filter((item) => item.key === key).map((item) => ({ item, ...words })),
  );
  return Result.succeed({ instrument, cutOff, language, licences: [{ instrument, licence, training }], questions });
};

const itemsFor = (
  { id, version }: InstrumentText["instrument"],
  { inventory, instruments }: Screening,
): readonly ScreenItem[] | null => {
  if (id === INVENTORY_ID) return version === inventory.version ? inventory.items : null;
  return instruments.find((each) => each.id === id && each.version === version)?.items ?? null;
};

const unknownInstrument = ({ inventory, instruments }: Screening, path: string): Problem => ({
  where: `${path} $.instrument`,
  problem: "no such instrument",
  fix: `write one of ${[{ id: INVENTORY_ID, version: inventory.version }, ...instruments]
    .map(({ id, version }) => `\`${id}\` \`${version}\``)
    .join(", ")}`,
});

type QuestionProblem = Omit<Problem, "where"> & { readonly at: string };

const questionProblems = ({ questions }: InstrumentText, items: readonly ScreenItem[]): readonly QuestionProblem[] => {
  const [given, known] = [questions.map(({ item }) => item), items.map(({ key }) => key)];
  return [
    ...given.flatMap((item, at): readonly QuestionProblem[] => {
      const where = `questions[${at}].item`;
      if (!known.includes(item))
        return [{ at: where, problem: `no item \`${item}\``, fix: `write one of ${known.join(", ")}` }];
      return given.indexOf(item) < at ? [{ at: where, problem: `\`${item}\` has two questions`, fix: "keep one" }] : [];
    }),
    ...known
      .filter((item) => !given.includes(item))
      .map((item) => ({
        at: "questions",
        problem: `\`${item}\` has no question`,
        fix: "supply the words of every item",
      })),
  ];
};
