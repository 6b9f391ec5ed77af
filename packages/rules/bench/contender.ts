/** One contender in a process of its own: `node contender.ts <name> <subject> told|timed`. Prints one line of JSON. */
import { createHash } from "node:crypto";
import { type EntryName, LINE_UP, NAMES, ROW_COUNTS } from "./line-up.ts";
import { type Contender, measure } from "./measure.ts";
import { SUBJECTS, type SubjectName, subjectNamed } from "./subject.ts";

/** What every contender must say alike before any is timed. */
export type Told = { readonly rows: number; readonly yes: number; readonly digest: string };

const MILLISECONDS = 150;

const tell = async ({ told }: Contender): Promise<Told> => {
  const outcomes = await told();
  return {
    rows: outcomes.length,
    yes: outcomes.filter((text) => text.startsWith("yes")).length,
    digest: createHash("sha256").update(outcomes.join("\n")).digest("hex"),
  };
};

const isName = (text: string): text is EntryName => NAMES.some((name) => name === text);
const isSubject = (text: string): text is SubjectName => Object.hasOwn(SUBJECTS, text);

const [name = "", subject = "", mode = ""] = process.argv.slice(2);
if (!isName(name) || !isSubject(subject)) {
  console.error(`usage: contender.ts <${NAMES.join("|")}> <${Object.keys(SUBJECTS).join("|")}> told|timed`);
  process.exit(2);
}
const { rows, load } = LINE_UP[name];
const make = await load();
const contender = await make(subjectNamed(subject, mode === "told" ? ROW_COUNTS.hot : ROW_COUNTS[rows]));
console.log(JSON.stringify(mode === "told" ? await tell(contender) : await measure(contender, MILLISECONDS)));
