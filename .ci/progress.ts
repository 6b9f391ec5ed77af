import { type Outcome, type Step } from "./step.ts";

const live = process.stdout.isTTY;
const seconds = (amount: number): string => `${amount.toFixed(1)} s`.padStart(8);

/** Tells what runs and for how long: a live line on a terminal, a line every quarter minute in a log. */
export const progress = () => {
  const running = new Map<string, number>();
  const clear = () => live && process.stdout.write("\r\u001B[K");
  const status = () =>
    [...running].map(([name, since]) => `${name} ${((performance.now() - since) / 1000).toFixed(0)} s`).join(", ");
  const beat = () => {
    if (running.size === 0) return;
    if (live) process.stdout.write(`\r\u001B[K  ... ${status()}`);
    else console.log(`  ... ${status()}`);
  };
  const timer = setInterval(beat, live ? 500 : 15_000);

  return {
    start: ({ name, shown }: Step) => {
      if (!shown) running.set(name, performance.now());
      if (!live) console.log(`  ... ${name}`);
    },
    end: ({ name, remedy, tells }: Step, outcome: Outcome) => {
      running.delete(name);
      clear();
      console.log(`${outcome.passed ? "  ok " : "FAIL "}${seconds(outcome.seconds)}  ${name}`);
      for (const line of outcome.output.split("\n")) if (tells?.test(line)) console.log(`                 ${line}`);
      if (outcome.passed) return;
      console.log(outcome.output.trimEnd().replaceAll(/^/gmu, "  | "));
      console.log(`${name} failed${remedy === undefined ? "" : `: ${remedy}`}\n`);
    },
    skip: ({ name }: Step) => console.log(`skip           ${name}`),
    stop: () => {
      clearInterval(timer);
      clear();
    },
  };
};
