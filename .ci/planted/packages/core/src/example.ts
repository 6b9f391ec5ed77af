export { shown } from "../../../examples/feed/demo.ts";
