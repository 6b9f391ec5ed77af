import { DmnModdle } from "dmn-moddle";

/** The versions of DMN that a document can be written in. What is written differs in nothing but the namespaces. */
export const DMN_VERSIONS = ["1.5", "1.3"] as const;
/** A version of DMN. dmn-js 17 reads 1.3 alone. */
export type DmnVersion = (typeof DMN_VERSIONS)[number];

/** The part of a version's namespaces that tells it from the others. */
const ISSUED: Readonly<Record<DmnVersion, string>> = { "1.5": "20230324", "1.3": "20191111" };

/** The namespaces of a version; those of shapes and lines (`DC`, `DI`) are the same in both. */
export const namespacesOf = (version: DmnVersion): Readonly<Record<"model" | "feel" | "diagram", string>> => {
  const base = `https://www.omg.org/spec/DMN/${ISSUED[version]}`;
  return { model: `${base}/MODEL/`, feel: `${base}/FEEL/`, diagram: `${base}/DMNDI/` };
};

/**
 * The library's meta-model, which is that of 1.3, under the namespaces of a version. Every element that an export writes
 * is the same in both.
 */
export const moddleFor = (version: DmnVersion): DmnModdle => {
  const known = new DmnModdle();
  const { model, diagram } = namespacesOf(version);
  return new DmnModdle({
    dmn: { ...known.getPackage("dmn"), uri: model },
    dmndi: { ...known.getPackage("dmndi"), uri: diagram },
  });
};
