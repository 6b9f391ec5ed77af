import type { Assigned } from "../access/assignments.ts";
import type { Seed } from "./seed.ts";

/** Who is assigned to whom in the demonstration: one liaison to everybody, and the parties of its two cases. */
export const demoAssignments = ({ registrations }: Seed): readonly Assigned[] => [
  ...registrations.map(({ person }): Assigned => ({
    subject: "liaison-1",
    role: "liaison",
    what: { kind: "person", id: person.id },
  })),
  ...(["dialogue", "letter"] as const).flatMap((programme): readonly Assigned[] => {
    const what = { kind: "case", programme, id: `${programme}-1` } as const;
    return [
      { subject: "staff-1", role: "facilitator", what },
      { subject: "victim-1", role: "victim", what },
      { subject: "person-1", role: "offender-side", what },
    ];
  }),
];
