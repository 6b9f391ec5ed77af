import { EventKind, type Language, LocalMoment, ReleaseType } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { ContentItem, StatedRight } from "../duty.ts";
import type { NoticeDetails, NoticeForm, RenderedNotice } from "./notice-details.ts";
import { renderNotice } from "./render-notice.ts";

const moment = (date: string, time: string | null): LocalMoment => LocalMoment.parse({ date, time });

const details = (given: Partial<NoticeDetails> = {}): NoticeDetails => ({
  eventKind: "parole-hearing-scheduled",
  language: "en",
  form: "letter",
  asked: true,
  occurred: moment("2026-03-01", null),
  scheduled: moment("2026-04-02", "09:30"),
  releaseType: "parole",
  place: "Room 12, Main Building",
  agency: { name: "Office of Victim Services", phone: "555-0100" },
  content: ["hearing-date", "hearing-time", "hearing-place"],
  rights: ["attend", "be-heard"],
  enclosed: [],
  ...given,
});

const rendered = (given: Partial<NoticeDetails> = {}): RenderedNotice =>
  Result.getOrThrow(renderNotice(details(given)));
const failed = (given: Partial<NoticeDetails>) => {
  const result = renderNotice(details(given));
  return Result.isFailure(result) ? result.failure : null;
};

const LANGUAGES: readonly Language[] = ["en", "es"];
const FORMS: readonly NoticeForm[] = ["letter", "voicemail"];
const everything = { content: ContentItem.options, enclosed: ContentItem.options, rights: StatedRight.options };

const ALL = EventKind.options.flatMap((eventKind) =>
  LANGUAGES.flatMap((language) => FORMS.map((form) => ({ eventKind, language, form }))),
);
const letters = ALL.filter(({ form }) => form === "letter").map((each) => rendered({ ...each, ...everything }));
const voicemails = ALL.filter(({ form }) => form === "voicemail").map((each) => rendered({ ...each, ...everything }));

/** Words that tell of a crime, of harm, of health, or that name a person by them. */
const CRIME_WORDS = [
  /\b(crimes?|criminal|offen[cs]es?|offenders?|victims?|felon\w*|misdemeano\w*|murder\w*|homicid\w*|kill\w*|rap(e|ed|ist)|sex\w*|assault\w*|abus\w*|violen\w*|stalk\w*|robb\w*|burglar\w*|weapons?|guns?|injur\w*|drugs?|inmates?|convicts?|predators?|mental|disease|medical|hospital)\b/iu,
  /\b(delitos?|delincuentes?|víctimas?|crimen\w*|criminal\w*|asesin\w*|homicidi\w*|matar\w*|viol(ar|ación|ad\w*|encia)\w*|sexual\w*|agres\w*|abus\w*|acos\w*|rob(o|ar|ó)|armas?|lesion\w*|drogas?|reclusos?|presos?|mental\w*|enferm\w*|médic\w*|hospital\w*)\b/iu,
];

/** Words that tell a stranger what the call is about. */
const CASE_WORDS = [
  /\b(parole|probation|prison\w*|jail|court|custody|release\w*|hearing|escape\w*|arrest\w*|sentence\w*|charges?|case|trial|judge|corrections|department|police|law|rights|supervis\w*|department|office|services)\b/iu,
  /\b(libertad|prisión|cárcel|tribunal|custodia|salida|audiencia|fuga|escap\w*|arrest\w*|sentencia|cargos|caso|juicio|juez|correccion\w*|departamento|policía|ley|derechos|supervis\w*|oficina|servicios)\b/iu,
];

const allText = [...letters, ...voicemails].map(({ text }) => text);

describe("renderNotice", () => {
  test("writes a letter that says what happened, when, where, which rights there are and whom to call", () => {
    expect(rendered().text).toBe(
      [
        "We are writing to tell you about a change. You can read this letter when it suits you.",
        "A parole hearing has been set for the person you asked to hear about, or its date has changed. A hearing does not mean that release is decided.",
        "Hearing date: Thursday, April 2, 2026\nHearing time: 9:30 AM\nHearing place: Room 12, Main Building",
        "Your rights:\n- You may go to the hearing.\n- You may speak and be heard.",
        "You decide what to do with this news. You do not have to do anything.",
        "You can call Office of Victim Services at 555-0100 with questions, or to change how we reach you.",
        "If you are in danger now, call 911.",
      ].join("\n\n"),
    );
  });

  test("writes the same letter in Spanish", () => {
    expect(rendered({ language: "es" }).text).toBe(
      [
        "Le escribimos para informarle de un cambio. Puede leer esta carta cuando le convenga.",
        "Se fijó una audiencia de libertad condicional para la persona de la que usted pidió noticias, o cambió su fecha. Una audiencia no significa que la salida esté decidida.",
        "Fecha de la audiencia: jueves, 2 de abril de 2026\nHora de la audiencia: 9:30 a.m.\nLugar de la audiencia: Room 12, Main Building",
        "Sus derechos:\n- Usted puede ir a la audiencia.\n- Usted puede hablar y tiene derecho a que le escuchen.",
        "Usted decide qué hacer con esta noticia. No tiene que hacer nada.",
        "Puede llamar a Office of Victim Services al 555-0100 si tiene preguntas o si quiere cambiar cómo le contactamos.",
        "Si está en peligro ahora, llame al 911.",
      ].join("\n\n"),
    );
  });

  test("a letter states everything its duties require, in each language and for each kind of event", () => {
    for (const { completesDuty, content, rights } of letters) {
      expect({ completesDuty, content, rights }).toEqual({
        completesDuty: true,
        content: ContentItem.options,
        rights: StatedRight.options,
      });
    }
  });

  test("every item and every right is a line of its own, different from the others", () => {
    for (const language of LANGUAGES) {
      const lines = rendered({ language, ...everything })
        .text.split("\n")
        .filter((line) => line !== "");
      expect(new Set(lines).size).toBe(lines.length);
      const rightLines = lines.filter((line) => line.startsWith("- "));
      expect(rightLines).toHaveLength(StatedRight.options.length);
      const bare = rendered({ language, content: ["event"], rights: [] })
        .text.split("\n")
        .filter((line) => line !== "");
      expect(lines.length - bare.length).toBe(ContentItem.options.length - 1 + StatedRight.options.length + 1);
    }
  });

  test("a voicemail states nothing and asks for a call, so it completes no duty", () => {
    for (const { text, completesDuty, content, rights } of voicemails) {
      expect({ completesDuty, content, rights }).toEqual({ completesDuty: false, content: [], rights: [] });
      expect(text).toContain("555-0100");
    }
  });

  test("a voicemail tells a stranger nothing: no name, no date, no agency, no word of a case", () => {
    for (const { text } of voicemails) {
      for (const words of CASE_WORDS) expect(text).not.toMatch(words);
      expect(text).not.toMatch(/2026|Room|Victim Services/u);
      expect(text).toMatch(/the person you asked to hear about|la persona de la que usted pidió noticias/u);
    }
  });

  test("an escape asks for a call as soon as it is safe, a transfer when it suits", () => {
    expect(rendered({ eventKind: "escape", form: "voicemail" }).text).toContain("as soon as it is safe");
    expect(rendered({ eventKind: "parole-hearing-scheduled", form: "voicemail" }).text).toContain("when it is safe");
    expect(rendered({ eventKind: "facility-transfer", form: "voicemail", language: "es" }).text).toContain(
      "No es urgente",
    );
  });

  test("no notice holds a word of crime, harm or health", () => {
    for (const text of allText)
      for (const words of CRIME_WORDS) expect(text.replaceAll("Office of Victim Services", "")).not.toMatch(words);
  });

  test("no notice holds a word of another language's template", () => {
    for (const { text, language } of letters)
      expect(text).not.toMatch(language === "en" ? /\b(usted|la|para)\b/u : /\b(you|the|and)\b/u);
  });

  test("no placeholder is left in any notice", () => {
    for (const text of allText) expect(text).not.toMatch(/[{}]|undefined|null|NaN|Invalid/u);
  });

  test("every sentence is short and begins with a capital", () => {
    for (const text of allText) {
      for (const sentence of text
        .split(/[.?!](?:\s|$)|\n/u)
        .map((each) => each.replace(/^- /u, "").trim())
        .filter((each) => each !== "")) {
        expect(sentence.split(/\s+/u).length, sentence).toBeLessThanOrEqual(26);
        expect(sentence.charAt(0), sentence).toBe(sentence.charAt(0).toUpperCase());
      }
    }
  });

  test("someone who did not ask is not told that they did", () => {
    expect(rendered({ asked: false }).text).toContain("for the person in your case");
    expect(rendered({ asked: false, language: "es" }).text).toContain("para la persona de su caso");
  });

  test.each(ReleaseType.options)(
    "names the kind of release %s in both languages, and never a health condition",
    (releaseType) => {
      const [en, es] = LANGUAGES.map((language) => rendered({ language, releaseType, content: ["release-kind"] }).text);
      expect(en).toMatch(/Kind of release: [a-z]/u);
      expect(es).toMatch(/Tipo de salida: [a-z]/u);
      for (const words of CRIME_WORDS)
        expect([en, es].join(" ").replaceAll("Office of Victim Services", "")).not.toMatch(words);
    },
  );

  test.each([
    ["hearing-date", { scheduled: null }],
    ["hearing-time", { scheduled: moment("2026-04-02", null) }],
    ["hearing-place", { place: null }],
    ["release-kind", { releaseType: null }],
    ["event-date", { occurred: null, scheduled: null }],
    ["charges", {}],
    ["decision-reasons", {}],
  ] as const)("refuses a letter that could not state %s", (item, given) => {
    const error = failed({ content: [item, "event"], ...given });
    expect(error).toMatchObject({ _tag: "MissingContent", items: [item] });
    expect(error?.message).toBe(
      `the notice of \`parole-hearing-scheduled\` cannot state \`${item}\`: supply the detail or enclose the page`,
    );
  });

  test("an item that could tell of the crime goes on an enclosed page", () => {
    expect(rendered({ content: ["charges"], enclosed: ["charges"] }).text).toContain(
      "The charges are listed on the page that comes with this letter.",
    );
  });

  test.each(["month year", "[date]", "{{place}}", "TBD", "___", "  ", "<address>"])(
    "refuses the placeholder %j, before anything else",
    (place) => {
      const error = failed({ place, content: ["charges"] });
      expect(error).toMatchObject({ _tag: "UnresolvedPlaceholder", fields: ["place"] });
      expect(error?.message).toBe("a placeholder is left in `place`: write the real value");
    },
  );

  test("refuses a voicemail without a number to call", () => {
    expect(failed({ form: "voicemail", agency: { name: "Office", phone: "" } })).toMatchObject({
      fields: ["agency.phone"],
    });
  });

  test("a day in the letter is the day in the record, whatever the machine's zone", () => {
    expect(rendered({ content: ["event-date"], occurred: moment("2026-01-01", "00:00") }).text).toContain(
      "Date: Thursday, January 1, 2026",
    );
    expect(rendered({ content: ["hearing-time"], scheduled: moment("2026-03-08", "23:59") }).text).toMatch(
      /Hearing time: 11:59 PM/u,
    );
  });
});
