import { XMLParser, XMLValidator } from "fast-xml-parser";
import * as Result from "effect/Result";
import { problem, type Problem } from "../http/problem.ts";

/** An element: its own name without prefix, its text, and what is inside it. */
export type XmlElement = {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
};

/** Deeper than any message goes. */
const MOST_DEEP = 40;

/**
 * Reads an XML text as its one root element. A document type is refused before anything is parsed, so that there are no
 * entities to expand and nothing outside to fetch; the five that XML itself has are read.
 */
export const readXml = (text: string): Result.Result<XmlElement, Problem> => {
  if (/<!DOCTYPE|<!ENTITY/iu.test(text)) return refuse("has a document type", "send the message without a DOCTYPE");
  if (depthOf(text) > MOST_DEEP) return refuse("is nested too deeply", "send the message as its schema has it");
  if (XMLValidator.validate(text) !== true) return refuse("is not well-formed XML", "send one well-formed document");
  const roots = childrenOf(parsed(text));
  const [root] = roots;
  return root === undefined || roots.length > 1
    ? refuse("has no single root element", "send one document")
    : Result.succeed(root);
};

const refuse = (what: string, fix: string): Result.Result<never, Problem> =>
  Result.fail(problem("bad-request", "the XML does not fit", { issues: [{ path: "$", problem: what, fix }] }));

/** An upper bound, by counting what opens and what closes. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of text.matchAll(/<(?:\/|[^!?/][^>]{0,2000}?\/?>)/gu)) {
    if (tag === "</") depth -= 1;
    else if (!tag.endsWith("/>")) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

const parsed = (text: string): readonly Node[] =>
  new XMLParser({
    preserveOrder: true,
    ignoreAttributes: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    removeNSPrefix: true,
    parseTagValue: false,
    processEntities: true,
    trimValues: true,
  }).parse(text) as readonly Node[];

type Node = Readonly<Record<string, unknown>>;

const childrenOf = (nodes: readonly Node[]): readonly XmlElement[] =>
  nodes.flatMap((node) =>
    Object.entries(node).flatMap(([name, inside]) =>
      name.startsWith("#") || name === ":@" || !Array.isArray(inside)
        ? []
        : [{ name, text: textOf(inside as readonly Node[]), children: childrenOf(inside as readonly Node[]) }],
    ),
  );

const textOf = (nodes: readonly Node[]): string =>
  nodes
    .flatMap((node) => ("#text" in node ? [String(node["#text"])] : []))
    .join("")
    .trim();

/** The texts at a path of local names, wherever it begins. */
export const textsAt = (root: XmlElement, path: readonly string[]): readonly string[] =>
  elementsAt([root], path).map(({ text }) => text);

const elementsAt = (from: readonly XmlElement[], path: readonly string[]): readonly XmlElement[] => {
  const [first, ...rest] = path;
  if (first === undefined) return from;
  const anywhere = from.flatMap(descendants).filter(({ name }) => name === first);
  return rest.reduce(
    (at, name) => at.flatMap(({ children }) => children.filter((each) => each.name === name)),
    anywhere,
  );
};

const descendants = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(descendants)];
