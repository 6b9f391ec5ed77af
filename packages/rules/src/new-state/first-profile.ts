import type { JurisdictionId } from "@victim-rights/core";
import { placeholder } from "../load/placeholder.ts";
import { firstCites, firstVerified } from "./first-source.ts";

/** What `jurisdiction.json` must say of a state, with everything but its name still to be written. */
export const firstProfile = ({ id, name }: { readonly id: JurisdictionId; readonly name: string }): object => ({
  $schema: "./schema/jurisdiction.schema.json",
  id,
  name,
  agencies: firstAgencies,
  sources: firstSources,
  channels: firstChannels,
  calendar: firstCalendar,
  facts: [],
  notes: [],
});

const firstAgencies: readonly object[] = [
  {
    id: placeholder("an id in kebab case for the agency, such as department-of-corrections"),
    name: placeholder("the agency's name as its own page gives it"),
    role: placeholder("what it does for the people it must tell; add an entry for each agency that must tell somebody"),
    verified: firstVerified,
  },
];

const firstSources: readonly object[] = [
  {
    id: placeholder("an id in kebab case for the text of law, such as code-12-34"),
    title: placeholder("the text as a lawyer of this state cites it; add an entry for each text that a rule rests on"),
    authority: placeholder(
      "one of constitution, statute, regulation, court-decision, court-rule, agency-page or secondary",
    ),
    edition: placeholder("the edition or the effective day of the text that was read"),
    readAt: placeholder("where the text was read"),
  },
];

const firstChannels: readonly object[] = [
  {
    id: placeholder("an id in kebab case for one way of registering, such as written-request"),
    title: placeholder(
      "the way of registering in a few words; add an entry for each register that the law keeps apart",
    ),
    heldBy: placeholder("who keeps this register"),
    how: placeholder("how a person registers"),
    question: placeholder("what to ask when nobody knows whether the person is registered"),
    cites: firstCites,
    verified: firstVerified,
  },
];

const firstCalendar: object = {
  zone: placeholder("the state's time zone, as the zone database names it, such as America/New_York"),
  weekend: [placeholder("each day of the week that is no working day, such as saturday")],
  holidays: [],
  cites: firstCites,
  verified: firstVerified,
  dayCounting: {
    excludeTriggerDay: placeholder("true or false: whether the day that starts a count is left out of it"),
    countLastDay: placeholder("true or false: whether the last day of a count is itself the date"),
    roll: {
      forward: placeholder("none, or weekend-or-holiday if the law moves such a date to the next working day"),
      backward: placeholder("none, or never-later if the law rolls dates and this one must not move"),
    },
    shortPeriodSkipsNonWorkingDays: placeholder("null, or { under: days } if short periods count working days only"),
    cites: firstCites,
    verified: firstVerified,
  },
};
