import { expect, test } from "vitest";
import { eventInPlainWords } from "./event-words.ts";

test("eventInPlainWords tells every parameter of an event that it does not know", () => {
  const params = {
    dutyBearers: ["parole-board", "court"],
    window: { kind: "at-least-before", amount: 30 },
    methods: [],
    isEnough: true,
    isOpen: false,
    remark: "A twenty-four-hour day.",
    end: null,
  };
  expect(eventInPlainWords({ type: "notice-owed", params })).toEqual([
    { label: "duty bearers", text: "parole board and court" },
    { label: "window", text: "kind: at least before; amount: 30" },
    { label: "methods", text: "none named" },
    { label: "is enough", text: "yes" },
    { label: "is open", text: "no" },
    { label: "remark", text: "A twenty-four-hour day." },
    { label: "end", text: "nothing" },
  ]);
});
