import { Custodian, CustodyPhase, CustodyStatus, EventKind, ReleaseType } from "@victim-rights/core";
import type { FactDefinition } from "./fact-definition.ts";

/** Facts about the event and the person under supervision. */
export const EVENT_FACTS: readonly FactDefinition[] = [
  {
    name: "event.kind",
    title: "kind of event",
    type: "enum",
    values: EventKind.options,
    question: "What happened?",
    knownBy: "custody-record",
    sensitive: false,
  },
  {
    name: "event.release-type",
    title: "kind of release",
    type: "enum",
    values: ReleaseType.options,
    question: "What kind of release is it?",
    knownBy: "custody-record",
    sensitive: false,
  },
  {
    name: "event.custodian",
    title: "who holds the person",
    type: "enum",
    values: Custodian.options,
    question: "Who holds or supervises the person?",
    knownBy: "custody-record",
    sensitive: false,
  },
  {
    name: "event.phase",
    title: "phase of the criminal case",
    type: "enum",
    values: CustodyPhase.options,
    question: "Is the person awaiting trial, convicted, committed to a hospital, or under supervision?",
    knownBy: "custody-record",
    sensitive: false,
  },
  {
    name: "event.date-ascertainable",
    title: "the date can reasonably be known",
    type: "boolean",
    question: "Can the date be known ahead with reasonable effort?",
    knownBy: "custody-record",
    sensitive: false,
  },
  {
    name: "event.days-until",
    title: "days of notice left before the scheduled date, by the state's counting rule",
    type: "integer",
    min: -36500,
    max: 36500,
    unit: "calendar day",
    question: "How many days are left until the scheduled date?",
    knownBy: "custody-record",
    sensitive: false,
  },
  {
    name: "supervised-person.custody-status",
    title: "where the person under supervision stands",
    type: "enum",
    values: CustodyStatus.options,
    question: "Is the person in custody, out for a time, under supervision, at large, elsewhere, discharged or dead?",
    knownBy: "custody-record",
    sensitive: false,
  },
  {
    name: "event.board-initiated",
    title: "started by the board",
    type: "boolean",
    question: "Did the parole board start this proceeding?",
    knownBy: "releasing-authority",
    sensitive: false,
  },
];

/** Facts about how the person can be reached. A state's registration channels add `registration.<channel>` to these. */
export const CONTACT_FACTS: readonly FactDefinition[] = [
  {
    name: "contact.current-address",
    title: "current postal address on file",
    type: "boolean",
    question: "Is there a current postal address for this person?",
    knownBy: "victim-services",
    sensitive: false,
  },
  {
    name: "contact.current-phone",
    title: "current telephone on file",
    type: "boolean",
    question: "Is there a current telephone number for this person?",
    knownBy: "victim-services",
    sensitive: false,
  },
  {
    name: "contact.current-email",
    title: "current email on file",
    type: "boolean",
    question: "Is there a current email address for this person?",
    knownBy: "victim-services",
    sensitive: false,
  },
];
