export { secret } from "../../core/src/private.ts";
