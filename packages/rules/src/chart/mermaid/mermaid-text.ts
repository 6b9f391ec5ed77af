/**
 * A text as Mermaid takes it between double quotes. Quotes, `#`, `&`, `<`, `>`, backticks and `%` are written as Mermaid's
 * entity codes: bare, they would end the text, begin a code, a tag, a Markdown string or a comment.
 */
export const mermaidText = (text: string): string => {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  if (line === "") return NOTHING;
  const coded = line.replaceAll(/["#&<>`%\\]/gu, entity);
  // Mermaid takes the last semicolon off whatever looks like a style statement with a code after a colon.
  return STYLE_LIKE.test(coded) ? coded.replaceAll(":", "#58;") : coded;
};

/** Mermaid takes no empty text; a blank that does not break is none. */
const NOTHING = "#160;";

const STYLE_LIKE = /style|classDef/u;

const entity = (sign: string): string => `#${sign.codePointAt(0)};`;

/** A text as Mermaid takes it after `accTitle:` and `accDescr:`, where no code is understood: signs it would trip over are left out, and a semicolon becomes a comma. */
export const mermaidRemark = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replaceAll(";", ",")
    .replaceAll(/[#%{}`]/gu, "")
    .trim();
