import { CANARY } from "../world/people.ts";
import type { Checker } from "./checker.ts";

/** No address, number or name is in any job, log line, error, trace line, or anywhere in the store. */
export const noContactValue: Checker = {
  name: "no-contact-value",
  open: ({ store }, broken) => {
    let checked = 0;
    const look = (where: string, text: string): void => {
      checked += 1;
      if (CANARY.test(text)) broken(`a contact value is in a ${where}`);
    };
    return {
      hear: (happening) => {
        if (happening.kind === "said") look(happening.where, happening.text);
      },
      atEnd: () => {
        look("stored obligation", JSON.stringify([...store.obligations.values()]));
        look("stored task", JSON.stringify([...store.tasks.values()]));
        look("stored claim", JSON.stringify(store.unsettled()));
      },
      checked: () => checked,
    };
  },
};
