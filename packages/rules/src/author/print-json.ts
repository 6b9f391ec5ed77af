const WIDTH = 120;

/** Prints JSON so that a change touches few lines: an object's keys each on a line, a list of plain values on one where it fits. */
export const printJson = (value: unknown): string => `${print(value, { indent: "", before: 0 })}\n`;

/** Where a value begins: the indent of its line, and how much of the line stands before it. */
type Place = { readonly indent: string; readonly before: number };

const print = (value: unknown, place: Place): string => {
  if (Array.isArray(value)) return printList(value, place);
  return typeof value === "object" && value !== null ? printObject(value, place) : JSON.stringify(value);
};

const printObject = (value: object, { indent }: Place): string => {
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([key, part]) => {
    const name = `${inner}${JSON.stringify(key)}: `;
    return `${name}${print(part, { indent: inner, before: name.length })}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${indent}}`;
};

const printList = (items: readonly unknown[], { indent, before }: Place): string => {
  const isPlain = items.every((item) => typeof item !== "object" || item === null);
  const line = `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
  // A comma may follow.
  if (items.length === 0 || (isPlain && before + line.length < WIDTH)) return line;
  const inner = `${indent}  `;
  return `[\n${items.map((item) => `${inner}${print(item, { indent: inner, before: inner.length })}`).join(",\n")}\n${indent}]`;
};
