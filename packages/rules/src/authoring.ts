/** For those who write and read rule files. */
export { formatLawFile } from "./author/format-law-file.ts";
