export const door = "rules";
