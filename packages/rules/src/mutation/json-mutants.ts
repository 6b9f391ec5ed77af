import { alternativesOf, isTaggedAs, type JsonShape, recast } from "./json-shape.ts";

/** A JSON value changed in one place, given by its path inside the value: `.window.amount`, `.methods[1]`. */
export type JsonMutant = { readonly value: unknown; readonly path: string; readonly change: string };

/** Where a value stands: its shape, when one is known, and the schema that the shape refers to. */
export type JsonPlace = {
  readonly shape: JsonShape | undefined;
  readonly root: JsonShape | undefined;
  readonly path: string;
};

/**
 * Every small change of a JSON value: a number by one either way, yes for no, the next name of a list of names, one item
 * of a list more or less, another kind of a tagged object. Texts that no shape lists are left alone.
 */
export const jsonMutants = (value: unknown, place: JsonPlace): readonly JsonMutant[] => {
  if (typeof value === "boolean") return [becomes(value, !value, place)];
  if (typeof value === "number") return [value - 1, value + 1].map((other) => becomes(value, other, place));
  if (typeof value === "string") return nextName(value, place);
  if (Array.isArray(value)) return listMutants(value, place);
  return isObject(value) ? objectMutants(value, place) : [];
};

const becomes = (before: unknown, after: unknown, { path }: JsonPlace): JsonMutant => ({
  value: after,
  path,
  change: `\`${nameOf(path)}\`: \`${inWords(before)}\` becomes \`${inWords(after)}\``,
});

const nameOf = (path: string): string => path.replace(/^\./u, "");

const inWords = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const namesAt = ({ shape, root }: JsonPlace): readonly unknown[] =>
  alternativesOf(shape, root).flatMap((each) => each.enum ?? []);

const nextName = (value: string, place: JsonPlace): readonly JsonMutant[] => {
  const names = namesAt(place);
  const next = names[(names.indexOf(value) + 1) % names.length];
  return next === undefined || next === value ? [] : [becomes(value, next, place)];
};

const listMutants = (list: readonly unknown[], { shape, root, path }: JsonPlace): readonly JsonMutant[] => {
  const items = alternativesOf(shape, root)[0]?.items;
  const added = namesAt({ shape: items, root, path }).find((name) => !list.includes(name));
  return [
    ...list.map((item, at) => ({
      value: list.filter((_, other) => other !== at),
      path: `${path}[${at}]`,
      change: `\`${nameOf(path)}\`: \`${inWords(item)}\` is left out`,
    })),
    ...(added === undefined
      ? []
      : [{ value: [...list, added], path, change: `\`${nameOf(path)}\`: \`${inWords(added)}\` is added` }]),
    ...list.flatMap((item, at) =>
      isObject(item)
        ? jsonMutants(item, { shape: items, root, path: `${path}[${at}]` }).map((mutant) => ({
            ...mutant,
            value: list.with(at, mutant.value),
          }))
        : [],
    ),
  ];
};

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectMutants = (value: JsonObject, place: JsonPlace): readonly JsonMutant[] => {
  const shapes = alternativesOf(place.shape, place.root);
  const own = shapes.findIndex((shape) => isTaggedAs(value, shape));
  const fields = Object.entries(value).flatMap(([name, field]) =>
    jsonMutants(field, {
      shape: shapes[own]?.properties?.[name],
      root: place.root,
      path: `${place.path}.${name}`,
    }).map((mutant) => ({ ...mutant, value: { ...value, [name]: mutant.value } })),
  );
  const others = [...shapes.slice(own + 1), ...shapes.slice(0, Math.max(own, 0))];
  return [...others.flatMap((shape) => ofOtherKind(value, shape, place)).slice(0, 1), ...fields];
};

/** The object as another kind of its union, told by the field that names the kind. */
const ofOtherKind = (value: JsonObject, shape: JsonShape, { path, ...place }: JsonPlace): readonly JsonMutant[] => {
  const other = recast(value, shape);
  const tag = Object.keys(value).find((name) => shape.properties?.[name]?.const !== undefined);
  if (other === null || tag === undefined) return [];
  return [{ ...becomes(value[tag], other[tag], { ...place, path: `${path}.${tag}` }), value: other }];
};
