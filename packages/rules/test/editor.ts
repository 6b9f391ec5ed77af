import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as service from "vscode-json-languageservice";

const { getLanguageService, TextDocument } = service;

/** What an editor offers at a place: the text it would write, and what it says of it. */
export type Offer = { readonly text: string; readonly says: string };

const editor = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(fileURLToPath(uri), "utf8"),
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
});

/** Opens a text as the file at a path, as the JSON mode of Visual Studio Code does: its schema is the one it names. */
const open = (path: string, text: string) => {
  const document = TextDocument.create(pathToFileURL(path).href, "json", 1, text);
  return { document, parsed: editor.parseJSONDocument(document) };
};

/** What is offered where the text has a `|`. */
export const offersAt = async (path: string, marked: string): Promise<readonly Offer[]> => {
  const { document, parsed } = open(path, marked.replace("|", ""));
  const list = await editor.doComplete(document, document.positionAt(marked.indexOf("|")), parsed);
  return (list?.items ?? []).map(({ label, documentation }) => ({ text: label, says: said(documentation) }));
};

const said = (words: string | { readonly value: string } | undefined): string =>
  typeof words === "object" ? words.value : (words ?? "");

/** What is underlined: the line it stands in, and why. */
export const underlined = async (path: string, text: string): Promise<readonly string[]> => {
  const { document, parsed } = open(path, text);
  const marks = await editor.doValidation(document, parsed);
  return marks.map(({ range, message }) => `${document.getText(range)}: ${said(message)}`);
};
