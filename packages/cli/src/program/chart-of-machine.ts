import type { Chart, ChartEdge, ChartNode } from "@victim-rights/rules/authoring";
import type { Machine, Transition } from "@victim-rights/restorative-justice";

/** An act that as many states share stands in the notes: drawn, it would cover everything else. */
const TOO_MANY = 4;

/** A programme's table of steps as a flow chart, for `chartToMermaid` and `chartToSvg`. */
export const chartOfMachine = <State extends string, Act extends string>(machine: Machine<State, Act>): Chart => {
  const { programme, states, terminal, initial } = machine;
  const steps = stepsOf(machine);
  const ordered = [initial, ...states.filter((state) => state !== initial)];
  const isDrawn = ({ act, from, to }: Step): boolean => from !== to && sharing(steps, act) < TOO_MANY;
  return {
    title: `${words(programme)}: what can happen`,
    caption: ["Drawn from the table that the code itself follows."],
    direction: "down",
    nodes: ordered.map((state) => nodeOf(state, terminal.includes(state))),
    edges: edgesOf(steps.filter(isDrawn)),
    notes: notesOf(
      steps.filter((step) => !isDrawn(step)),
      states.filter((state) => !terminal.includes(state)),
    ),
  };
};

/** One step from one state. */
type Step = Omit<Transition<string, string>, "from"> & { readonly from: string };

const stepsOf = ({ transitions }: Machine<string, string>): readonly Step[] =>
  transitions.flatMap((step) => step.from.map((from) => ({ ...step, from })));

/** How many states an act leads out of. */
const sharing = (steps: readonly Step[], act: string): number => steps.filter((step) => step.act === act).length;

const words = (name: string): string => name.replaceAll(/[-_]/gu, " ");

const nodeOf = (state: string, isTerminal: boolean): ChartNode => ({
  kind: "box",
  id: idOf(state),
  subject: isTerminal ? "off" : "question",
  text: words(state),
  detail: isTerminal ? "nothing leaves it" : "",
});

/** Several steps between the same two states are one line with all their names. */
const edgesOf = (steps: readonly Step[]): readonly ChartEdge[] => {
  const lines = new Map<string, Step[]>();
  for (const step of steps) {
    const key = `${step.from} ${step.to}`;
    lines.set(key, [...(lines.get(key) ?? []), step]);
  }
  return [...lines.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            from: idOf(first.from),
            to: idOf(first.to),
            label: [first, ...others].map(labelOf).join("; "),
            ranges: [],
          },
        ],
  );
};

const idOf = (state: string): string => state.replaceAll(/[^a-z0-9]/gu, "_");

/** As many gates as there are is said in two words. */
const ALL_GATES = 20;

const labelOf = ({ act, gates }: Step): string => {
  if (gates.length === 0) return words(act);
  return `${words(act)} (${gates.length >= ALL_GATES ? "all gates" : gates.join(", ")})`;
};

/** Each act once, with where it leads from and to. */
const notesOf = (steps: readonly Step[], open: readonly string[]): readonly string[] =>
  [...new Set(steps.map(({ act }) => act))].map((act) => {
    const own = steps.filter((step) => step.act === act);
    const by = [...new Set(own.flatMap((step) => step.by))];
    const stays = own.every(({ from, to }) => from === to);
    const ends = [...new Set(own.map(({ to }) => words(to)))];
    const from = [...new Set(own.map((step) => step.from))];
    return `${words(act)}, by the ${by.map(words).join(" or the ")}, from ${whereFrom(from, open)}${stays ? ", which stays as it is" : `, to ${endsInWords(ends)}`}.`;
  });

const endsInWords = (ends: readonly string[]): string =>
  ends.length < TOO_MANY ? ends.join(" or ") : `one of ${ends.length} states`;

const whereFrom = (from: readonly string[], open: readonly string[]): string => {
  const left = open.filter((state) => !from.includes(state));
  if (left.length === 0) return "every state that is not ended";
  return left.length < from.length
    ? `every state that is not ended but ${left.map(words).join(", ")}`
    : from.map(words).join(", ");
};
