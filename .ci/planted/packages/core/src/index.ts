export const door = "core";
