/**
 * Writes lines, all of one turn of the loop at once: under load a write for every line takes as long as reading a request.
 * What stops the process at once loses the lines of that turn; an end that is waited for loses none.
 */
export const lineWriter = (write: (text: string) => void): ((line: string) => void) => {
  let waiting = "";
  const flush = (): void => {
    const text = waiting;
    waiting = "";
    write(text);
  };
  return (line) => {
    if (waiting === "") setImmediate(flush);
    waiting += `${line}\n`;
  };
};
