import type { ContactMethod, Language } from "@victim-rights/core";
import {
  type NoticeDetails,
  type NoticeForm,
  type Obligation,
  type ObligationId,
  renderNotice,
} from "@victim-rights/notification";
import * as Context from "effect/Context";
import * as Data from "effect/Data";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";

/** A notice in the words that go out. */
export type WrittenNotice = { readonly subject: string; readonly text: string; readonly language: Language };

/** The notice would leave something out that the law wants in it, or still holds a placeholder: nothing is sent. */
export class NoticeNotWritable extends Data.TaggedError("NoticeNotWritable")<{
  readonly obligation: ObligationId;
  readonly why: "content-missing" | "placeholder-left" | "no-details";
}> {
  override get message(): string {
    return `the notice of \`${this.obligation}\` cannot be written (${this.why}): supply what is missing`;
  }
}

/** Whoever keeps the details of events did not answer. */
export class DetailsUnavailable extends Data.TaggedError("DetailsUnavailable")<{ readonly obligation: ObligationId }> {
  override get message(): string {
    return `the details of \`${this.obligation}\` could not be read: nothing was sent; try again`;
  }
}

/** Writes notices. It is asked before an attempt is recorded, so that one that cannot be written is never claimed. */
export type NoticeWriterShape = {
  readonly write: (
    obligation: Obligation,
    method: ContactMethod,
  ) => Effect.Effect<WrittenNotice, NoticeNotWritable | DetailsUnavailable>;
};

/** The port that a running worker asks for the words of a notice. */
export class NoticeWriter extends Context.Service<NoticeWriter, NoticeWriterShape>()(
  "@victim-rights-examples/delivery-worker/NoticeWriter",
) {}

/** Details as the agency's event records have them; `null` where there are none. The form is the worker's to choose. */
export type DetailsOf = (
  obligation: Obligation,
) => Effect.Effect<Omit<NoticeDetails, "form"> | null, DetailsUnavailable>;

/** A neutral first line by language; whoever reads over a shoulder learns that somebody wrote, and no more. */
export type Subjects = Readonly<Record<Language, string>>;

/**
 * Writes by `renderNotice`. What anybody may see or hear who holds the telephone, texts among it, is said in the short
 * form, which only asks for a call (a house rule).
 */
export const noticeWriter = (detailsOf: DetailsOf, subjects: Subjects): NoticeWriterShape => ({
  write: (obligation, method) =>
    Effect.gen(function* () {
      const details = yield* detailsOf(obligation);
      if (details === null) return yield* new NoticeNotWritable({ obligation: obligation.id, why: "no-details" });
      const rendered = renderNotice({ ...details, form: formOf(method) });
      if (Result.isFailure(rendered)) {
        const why = rendered.failure._tag === "MissingContent" ? "content-missing" : "placeholder-left";
        return yield* new NoticeNotWritable({ obligation: obligation.id, why });
      }
      const { text, language } = rendered.success;
      return { subject: subjects[language], text, language };
    }),
});

const formOf = (method: ContactMethod): NoticeForm => (method === "phone" || method === "sms" ? "voicemail" : "letter");
