import { JurisdictionFile } from "../file/jurisdiction-file.ts";

const SOURCE = "sample-act";
const CITES = [{ source: SOURCE, at: "1" }];
const VERIFIED = { status: "read", on: "2024-01-01" };

/** A made-up jurisdiction with one source of law, one agency and no registration channels. */
export const SAMPLE_PROFILE: JurisdictionFile = JurisdictionFile.parse({
  id: "xx-yy",
  name: "Sample State",
  agencies: [{ id: "victim-services", name: "Office of Victim Services", role: "victim services", verified: VERIFIED }],
  sources: [{ id: SOURCE, title: "Sample Act", authority: "statute" }],
  channels: [],
  calendar: {
    zone: "America/Chicago",
    weekend: ["saturday", "sunday"],
    holidays: [],
    cites: CITES,
    verified: VERIFIED,
    dayCounting: {
      excludeTriggerDay: true,
      countLastDay: true,
      roll: { forward: "none", backward: "none" },
      shortPeriodSkipsNonWorkingDays: null,
      cites: CITES,
      verified: VERIFIED,
    },
  },
});
