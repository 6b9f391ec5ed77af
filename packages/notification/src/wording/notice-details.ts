import type { EventKind, Language, LocalMoment, ReleaseType } from "@victim-rights/core";
import type { ContentItem, StatedRight } from "../duty.ts";

/** A letter states everything; a voicemail says only that there is news and whom to call. */
export type NoticeForm = "letter" | "voicemail";

/** Everything a notice may be filled with. There is no field for a name, an offense or a case, so none can slip in. */
export type NoticeDetails = {
  readonly eventKind: EventKind;
  readonly language: Language;
  readonly form: NoticeForm;
  /** Whether the reader asked for news of this person; otherwise the law told the agency to write. */
  readonly asked: boolean;
  readonly occurred: LocalMoment | null;
  readonly scheduled: LocalMoment | null;
  readonly releaseType: ReleaseType | null;
  readonly place: string | null;
  readonly agency: { readonly name: string; readonly phone: string };
  /** What the duties require, each stated once. */
  readonly content: readonly ContentItem[];
  readonly rights: readonly StatedRight[];
  /** Items that a person has put on a page sent with the letter. */
  readonly enclosed: readonly ContentItem[];
};

/** A notice ready to be made. */
export type RenderedNotice = {
  readonly text: string;
  readonly language: Language;
  readonly form: NoticeForm;
  readonly content: readonly ContentItem[];
  readonly rights: readonly StatedRight[];
  /** Whether the text by itself says all that the duties require. A voicemail never does: it asks for a call. */
  readonly completesDuty: boolean;
};
