/** A piece of HTML that is safe as it stands. */
export type Html = { readonly html: string };

type Value = string | number | Html | null | readonly Html[];

/** Writes HTML; every value that is not itself HTML is escaped. `null` writes nothing. The source's indentation is left out. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts
    .map((part) => part.replaceAll(/\n\s*/gu, "\n"))
    .reduce((text, part, at) => `${text}${render(values[at - 1] ?? null)}${part}`),
});

/** Text that may not be escaped, such as a style sheet of ours. */
export const trusted = (text: string): Html => ({ html: text });

export const NOTHING: Html = { html: "" };

const isList = (value: Value): value is readonly Html[] => Array.isArray(value);

const render = (value: Value): string => {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number") return escape(String(value));
  return isList(value) ? value.map((each) => each.html).join("") : value.html;
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/gu, (letter) => ENTITIES[letter] ?? letter);
