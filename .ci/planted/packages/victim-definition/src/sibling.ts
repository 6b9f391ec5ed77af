export { door } from "../../notification/src/index.ts";
