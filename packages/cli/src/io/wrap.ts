/** The width that a terminal of today always has. */
const WIDTH = 100;

/** Breaks a line at blanks so that it fits a terminal; what follows stands two columns further in. */
export const wrap = (line: string): readonly string[] => {
  const indent = " ".repeat(line.length - line.trimStart().length);
  const [first = "", ...words] = line.trim().split(" ");
  const lines: string[] = [];
  let current = indent + first;
  for (const word of words) {
    const fits = current.length + 1 + word.length <= WIDTH;
    if (!fits) lines.push(current);
    current = fits ? `${current} ${word}` : `${indent}  ${word}`;
  }
  return [...lines, current];
};
