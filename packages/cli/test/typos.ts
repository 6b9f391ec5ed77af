import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { DialoguePoint } from "@victim-rights/restorative-justice";
import type { LawFiles } from "@victim-rights/rules";

/** One character typed wrong in one file, and where the value that changed stands: `rules.rules[].cites[].source`. */
export type Typo = { readonly file: string; readonly text: string; readonly place: string; readonly kind: TypoKind };

/**
 * What a typo can have hit. `reference`: a name, a word of a closed list, a key or the punctuation, which something can
 * check. `day` and `number`: another one may be as good by its form. `prose`: text for people. `stated-once`: a name that
 * is declared where it stands, and that nothing else must repeat. `another-name`: the slip made a word that the folder has
 * elsewhere, such as the id of the next row of law.
 */
type TypoKind = "reference" | "day" | "number" | "prose" | "stated-once" | "another-name";

/** What hands do: a wrong key, one too few, one twice, two the wrong way round. */
const SLIPS: readonly ((text: string, at: number) => string)[] = [
  (text, at) => splice(text, at, { cut: 1, put: beside(text.charAt(at)) }),
  (text, at) => splice(text, at, { cut: 1, put: "" }),
  (text, at) => splice(text, at, { cut: 0, put: text.charAt(at) }),
  (text, at) => splice(text, at, { cut: 2, put: text.charAt(at + 1) + text.charAt(at) }),
];

const splice = (text: string, at: number, { cut, put }: { readonly cut: number; readonly put: string }): string =>
  text.slice(0, at) + put + text.slice(at + cut);

const KEYS = "qwertyuiopasdfghjklzxcvbnm1234567890-=[]{};':\",./";

/** The key to the right. */
const beside = (letter: string): string => KEYS.charAt((KEYS.indexOf(letter) + 1) % KEYS.length);

/** One slip for each place, another for the next. */
const slipsAt = (at: number): typeof SLIPS => SLIPS.filter((_, slip) => slip === (at + (at >> 2)) % SLIPS.length);

/** Typos at each `step`-th character that is not white space; those after which the file says the same are left out. */
export const typosIn = (files: LawFiles, step = 1): readonly (Typo | "torn")[] => {
  const names = new Set([...files.values()].flatMap((text) => textsIn(JSON.parse(text))));
  return [...files].flatMap(([file, text]) => {
    const value: unknown = JSON.parse(text);
    const places = Array.from({ length: Math.ceil(text.length / step) }, (_, index) => index * step);
    return places
      .filter((at) => /\S/u.test(text.charAt(at)))
      .flatMap((at) => slipsAt(at).map((slip) => slip(text, at)))
      .flatMap((typed) => typoOf({ file, value, names }, typed));
  });
};

/** Every text that stands as a value. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return isTree(value) ? Object.values(value).flatMap(textsIn) : [];
};

/** A file as it was, and every text that the folder holds. */
type Origin = { readonly file: string; readonly value: unknown; readonly names: ReadonlySet<string> };

const typoOf = (origin: Origin, typed: string): readonly (Typo | "torn")[] => {
  const read = parsed(typed);
  if (read === undefined) return ["torn"];
  const { file, value } = origin;
  return isDeepStrictEqual(read, value) ? [] : [{ file, text: typed, ...whereChanged(origin, read) }];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const whereChanged = ({ file, value, names }: Origin, is: unknown): Pick<Typo, "place" | "kind"> => {
  const [path, before, after] = firstChange(value, is, "");
  const place = `${kindOfFile(file)}${path}`;
  const kind = typeof before === typeof after ? kindOf(place, before) : "reference";
  return { place, kind: kind === "reference" && typeof after === "string" && names.has(after) ? "another-name" : kind };
};

const kindOfFile = (file: string): string =>
  file.endsWith(".cases.json") ? "cases" : NAMED.includes(file) ? file.replace(".json", "") : "rules";

const NAMED: readonly string[] = [
  "jurisdiction.json",
  "law-rows.json",
  "not-encoded.json",
  "properties.json",
  "restitution.json",
  "restorative-justice.json",
  "service-targets.json",
];

const firstChange = (was: unknown, is: unknown, path: string): readonly [string, unknown, unknown] => {
  if (!isTree(was) || !isTree(is)) return [path, was, is];
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)]))
    if (JSON.stringify(was[key]) !== JSON.stringify(is[key]))
      return firstChange(was[key], is[key], Array.isArray(was) ? `${path}[]` : `${path}.${key}`);
  return [path, was, is];
};

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const PROSE =
  /[.](\$schema|title|notes?|notes\[\]|reason|name|why|at|cite|how|heldBy|role|phone|hours|readAt|chosen|others\[\]|reading|unit)$|^jurisdiction[.](channels|facts)\[\][.]question$|^law-rows[.]rows\[\][.]event$|^restitution[.](losses\[\][.]conditions\[\]|delinquency\[\][.](follows|needsFinding)|directPayment\[\][.]agency|unclaimed\[\][.](route|ifFound)|disbursement\[\][.]by|fees\[\][.](payee|split\[\][.]to)|duration\[\][.]says)$|^restorative-justice[.]dialogue[.](programme|statements\[\][.]says|conflicts\[\][.](taken|readings\[\][.]says)|differs\[\])$/u;
const STATED_ONCE =
  /[.]edition$|^jurisdiction[.](agencies|calendar[.]holidays)\[\][.]id$|[.]params[.]ground$|^rules[.]rules\[\][.]id$|^restitution[.](losses|fees|disbursement|unclaimed|directPayment|delinquency|duration)\[\][.]id$|^restorative-justice[.]dialogue[.]statements\[\][.]about$/u;
const A_DAY = /^\d{4}-\d\d-\d\d$/u;

const kindOf = (place: string, before: unknown): TypoKind => {
  if (typeof before === "number") return "number";
  if (typeof before !== "string") return "reference";
  if (PROSE.test(place) && !REFERENCES.has(place)) return "prose";
  if (STATED_ONCE.test(place) && !POINTS.includes(before)) return "stated-once";
  return A_DAY.test(before) ? "day" : "reference";
};

/** Points that the file of every state must speak to; a state's own points are stated once. */
const POINTS: readonly string[] = DialoguePoint.options;

/** Places that share their key with prose and are none. */
const REFERENCES: ReadonlySet<string> = new Set([
  "jurisdiction.facts[].name",
  "not-encoded.rows[].reason",
  "restitution.unclaimed[].heldBy",
  "rules.rules[].event.params.window.unit",
]);

/** A folder's JSON files by path; the package's own manifest and the schemas for editors are not law. */
export const lawIn = (folder: string): LawFiles =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".json") && path !== "package.json" && !/node_modules|^schema/u.test(path))
      .toSorted()
      .map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]),
  );
