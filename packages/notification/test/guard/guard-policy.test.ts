import { expect, test } from "vitest";
import { GuardPolicy } from "../../src/index.ts";

const policy = {
  jurisdiction: "xx-yy",
  decidedBy: "victim services board",
  decidedOn: "2026-01-01",
  bulk: [{ feed: "county-jail", people: 20, windowMinutes: 60 }],
  silence: [{ feed: "county-jail", minutes: 30 }],
  queues: [{ queue: "liaison", owner: "desk-1", withinMinutes: 120 }],
};

test("a guard policy says who decided it and when, and gives each feed and each queue once", () => {
  expect(GuardPolicy.safeParse(policy).success).toBe(true);
  const twice = {
    ...policy,
    bulk: [...policy.bulk, ...policy.bulk],
    silence: [{ feed: "County Jail", minutes: 0 }],
    decidedBy: "",
  };
  const read = GuardPolicy.safeParse(twice);
  expect(read.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["decidedBy", expect.any(String)],
    ["bulk", "give each feed once"],
    ["silence.0.feed", "write a feed's name in kebab case, such as `county-jail`"],
    ["silence.0.minutes", expect.any(String)],
  ]);
});
