import type { Language } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { ContentItem } from "../duty.ts";
import { canState, dateFor } from "./content-needs.ts";
import { EVENT_SENTENCES_EN } from "./event-sentences.en.ts";
import { EVENT_SENTENCES_ES } from "./event-sentences.es.ts";
import { formatMessage, type MessageArguments, momentNumber } from "./message-format.ts";
import type { NoticeDetails, RenderedNotice } from "./notice-details.ts";
import { PHRASES_EN } from "./phrases.en.ts";
import { PHRASES_ES } from "./phrases.es.ts";
import { urgencyOf } from "./urgency.ts";
import { MissingContent, UnresolvedPlaceholder, type WordingError } from "./wording-error.ts";

const SENTENCES = { en: EVENT_SENTENCES_EN, es: EVENT_SENTENCES_ES };
const PHRASES = { en: PHRASES_EN, es: PHRASES_ES };

/**
 * Writes a notice: a letter with everything the duties require, or a voicemail that a stranger may hear.
 * @errors `UnresolvedPlaceholder` when a detail is empty or still a placeholder; `MissingContent` when a letter could not state a required item.
 */
export const renderNotice = (details: NoticeDetails): Result.Result<RenderedNotice, WordingError> => {
  const fields = placeholderFields(details);
  if (fields.length > 0) return Result.fail(new UnresolvedPlaceholder({ fields }));
  if (details.form === "voicemail") return Result.succeed(voicemail(details));
  const items = details.content.filter((item) => !canState(item, details));
  if (items.length > 0) return Result.fail(new MissingContent({ eventKind: details.eventKind, items }));
  return Result.succeed(letter(details));
};

const PLACEHOLDER = /[{}[\]<>]|\b(?:tbd|tba|xxx+|todo|month year|n\/a)\b|_{3,}/iu;

const placeholderFields = ({ agency, place }: NoticeDetails): readonly string[] =>
  Object.entries({ "agency.name": agency.name, "agency.phone": agency.phone, ...(place === null ? {} : { place }) })
    .filter(([, value]) => value.trim() === "" || PLACEHOLDER.test(value))
    .map(([field]) => field);

const voicemail = (details: NoticeDetails): RenderedNotice => ({
  text: formatMessage(PHRASES[details.language].voicemail[urgencyOf(details.eventKind)], details.language, {
    phone: details.agency.phone,
  }),
  language: details.language,
  form: "voicemail",
  content: [],
  rights: [],
  completesDuty: false,
});

const letter = (details: NoticeDetails): RenderedNotice => ({
  text: letterText(details),
  language: details.language,
  form: "letter",
  content: details.content,
  rights: details.rights,
  completesDuty: true,
});

const letterText = (details: NoticeDetails): string => {
  const { language, agency } = details;
  const words = PHRASES[language];
  const say = (message: string, values: MessageArguments = {}): string =>
    asSentence(formatMessage(message, language, values), language);
  const person = details.asked ? words.person.asked : words.person.notAsked;
  const paragraphs = [
    say(words.letter.opening),
    say(SENTENCES[language][details.eventKind], { person }),
    [...new Set(details.content)]
      .filter((item) => item !== "event")
      .map((item) => say(words.content[item], argumentsOf(item, details)))
      .join("\n"),
    rightsParagraph(details),
    say(words.letter.choice),
    say(words.letter.contact, { agency: agency.name, phone: agency.phone }),
    say(words.letter.danger),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
};

const rightsParagraph = ({ language, rights }: NoticeDetails): string => {
  if (rights.length === 0) return "";
  const words = PHRASES[language];
  return [
    words.letter.rightsHeading,
    ...[...new Set(rights)].map((right) => `- ${formatMessage(words.rights[right], language, {})}`),
  ].join("\n");
};

/** What an item's sentence is filled with; the caller has checked that it is there. */
const argumentsOf = (item: ContentItem, details: NoticeDetails): MessageArguments => {
  const moment = dateFor(item, details);
  return {
    ...(moment === null ? {} : { date: momentNumber(moment), time: momentNumber(moment) }),
    ...(details.place === null ? {} : { place: details.place }),
    ...(details.releaseType === null
      ? {}
      : { releaseType: PHRASES[details.language].releaseTypes[details.releaseType] }),
  };
};

/** A message may begin with a phrase that is written small in the middle of a sentence. */
const asSentence = (text: string, language: Language): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
