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

/** A story told in one line: who owes what by when, and how it was counted. */
export type Story = { readonly closes: string; readonly about: string; readonly text: string };

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
    const told = lowerFirst(first.ground.title);
    return [
      {
        closes: interval.closes,
        about: `${line.supervisedPersonId} ${line.eventKind}`,
        text: `${late}${told}; ${first.counting.join("; ")}`,
      },
    ];
  });

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
