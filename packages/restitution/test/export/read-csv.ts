/** Reads CSV just as RFC 4180 has it, and throws at anything else. */
export const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  for (const { cell, endsRow } of cellsOf(text)) {
    rows.at(-1)?.push(cell);
    if (endsRow) rows.push([]);
  }
  if (rows.pop()?.length !== 0) throw new Error("the last record has no end");
  return rows;
};

type Cell = { readonly cell: string; readonly endsRow: boolean };

const cellsOf = (text: string): readonly Cell[] => {
  const cells: Cell[] = [];
  const next = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r\n)/uy;
  while (next.lastIndex < text.length) {
    const at = next.lastIndex;
    const found = next.exec(text)?.groups;
    if (found === undefined) throw new Error(`what is \`${text.slice(at, at + 60)}\`?`);
    const { quoted, plain = "", end } = found;
    cells.push({ cell: quoted?.replaceAll('""', '"') ?? plain, endsRow: end !== "," });
  }
  return cells;
};
