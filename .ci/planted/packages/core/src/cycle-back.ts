export { there } from "./cycle-there.ts";
export const back = 2;
