export const door = "notification";
