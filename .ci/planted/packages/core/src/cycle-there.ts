export { back } from "./cycle-back.ts";
export const there = 1;
