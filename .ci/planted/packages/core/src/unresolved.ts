export { nothing } from "./no-such-file.ts";
