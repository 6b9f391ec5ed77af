import type { AttemptKey } from "@victim-rights/notification";
import { localDateIn, ZoneId } from "@victim-rights/core";
import { DAY, HOUR, MINUTE } from "../engine/span.ts";
import type { Simulation } from "../simulation.ts";
import type { Desk } from "./desk.ts";
import type { Slip } from "./slip.ts";

const ZONE = ZoneId.parse("America/Chicago");

/** What a person does with a message that has reached them: they confirm it, decline further ones in writing, or say nothing. */
export const answerMessage = (send: AttemptKey, simulation: Simulation, desk: Desk): void => {
  const chance = simulation.random(`answer ${send.obligation} ${send.attempt}`);
  if (chance.hits(400))
    simulation.timeline.after(chance.between(MINUTE, 2 * HOUR), () => desk.bring(receipt(send, simulation)));
  if (chance.hits(450))
    simulation.timeline.after(chance.between(5 * MINUTE, DAY), () => desk.bring(confirmation(send, simulation)));
  else if (chance.hits(60))
    simulation.timeline.after(chance.between(HOUR, DAY), () => desk.bring(decline(send, simulation)));
};

const slipOf = (what: string, { obligation, attempt }: AttemptKey): Pick<Slip, "id" | "obligation"> => ({
  id: `${what}-${attempt}`,
  obligation,
});

const confirmation = (send: AttemptKey, { papers }: Simulation): Slip => {
  const record = papers.write("confirmation");
  return {
    ...slipOf("confirmed", send),
    role: "registrant",
    draft: (_, stated) => ({
      act: "confirm",
      ...stated,
      evidence: { kind: "confirmed-by-person", how: "reply-code", at: stated.at, attempt: send.attempt, record },
    }),
  };
};

const receipt = (send: AttemptKey, { papers }: Simulation): Slip => {
  const record = papers.write("receipt");
  return {
    ...slipOf("receipt", send),
    role: "channel",
    draft: (_, stated) => ({
      act: "record-delivery",
      ...stated,
      evidence: { kind: "delivery-receipt", at: stated.at, attempt: send.attempt, record },
    }),
  };
};

const decline = (send: AttemptKey, { papers }: Simulation): Slip => {
  const writing = papers.write("decline");
  return {
    ...slipOf("declined", send),
    role: "registrant",
    draft: (_, stated) => ({
      act: "decline",
      ...stated,
      evidence: { kind: "lawful-decline", on: localDateIn(stated.at, ZONE), declined: "this-notice", writing },
    }),
  };
};
