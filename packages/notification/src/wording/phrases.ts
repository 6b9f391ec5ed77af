import type { ReleaseType } from "@victim-rights/core";
import type { ContentItem, StatedRight } from "../duty.ts";
import type { Urgency } from "./urgency.ts";

/** Everything a notice says beside its event sentence, in one language. Messages are ICU MessageFormat. */
export type Phrases = {
  /** How the person under supervision is called: `asked` when the reader asked for news of them, `notAsked` when the law told us to write. */
  readonly person: { readonly asked: string; readonly notAsked: string };
  readonly letter: {
    readonly opening: string;
    readonly rightsHeading: string;
    readonly choice: string;
    readonly contact: string;
    readonly danger: string;
  };
  /** The whole text left on a voicemail, by urgency: nothing in it says what happened, to whom, or who calls. */
  readonly voicemail: Readonly<Record<Urgency, string>>;
  readonly content: Readonly<Record<ContentItem, string>>;
  readonly rights: Readonly<Record<StatedRight, string>>;
  readonly releaseTypes: Readonly<Record<ReleaseType, string>>;
};
