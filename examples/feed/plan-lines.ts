/** What the demonstration reads of a line of `notices.jsonl`. */
export type NoticeLine = {
  readonly personId: string;
  readonly supervisedPersonId: string;
  readonly eventKind: string;
  readonly notices: readonly {
    readonly timing: string;
    readonly dutyBearers: readonly string[];
    readonly interval: { readonly opens: string | null; readonly closes: string | null };
    readonly grounds: readonly { readonly ground: { readonly title: string }; readonly counting: readonly string[] }[];
  }[];
};

/** One deadline as a story: what is owed, and how its day was counted. */
export type Story = {
  readonly closes: string;
  readonly about: string;
  readonly owed: string;
  readonly counted: string;
};

/** The soonest deadlines, one for each event, as stories. */
export const soonest = (lines: readonly NoticeLine[], count: number): readonly Story[] => {
  const stories = lines.flatMap(storiesOf).toSorted((one, other) => (one.closes < other.closes ? -1 : 1));
  const firstOfEach = stories.filter(
    (story, index) => stories.findIndex((other) => other.about === story.about) === index,
  );
  return firstOfEach.slice(0, count);
};

const storiesOf = (line: NoticeLine): readonly Story[] =>
  line.notices.flatMap(({ timing, interval, grounds }) => {
    const [first] = grounds;
    if (interval.closes === null || first === undefined) return [];
    const late = timing === "late" || timing === "impossible" ? "LATE: " : "";
    const about = `${line.supervisedPersonId} ${line.eventKind}`;
    return [{ closes: interval.closes, about, owed: `${late}${first.ground.title}`, counted: counted(first.counting) }];
  });

/** What every feed of days without times repeats is left out: the report tells it. */
const counted = (steps: readonly string[]): string =>
  steps.filter((step) => !step.startsWith("the record has no clock time")).join("; ");
