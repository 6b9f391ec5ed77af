export { secret } from "../../packages/core/src/private.ts";
