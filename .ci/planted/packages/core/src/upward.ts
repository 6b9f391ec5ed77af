export { door } from "../../rules/src/index.ts";
