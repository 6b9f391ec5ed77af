import { ZoneId } from "@victim-rights/core";
import {
  type ContactBookShape,
  ContactBookUnavailable,
  ContactNotUsable,
} from "@victim-rights-examples/delivery-worker/contact/contact-book";
import { contactOptions } from "@victim-rights-examples/delivery-worker/contact/contact-options";
import {
  type Recipient,
  readRecipient,
  type SendableMethod,
} from "@victim-rights-examples/delivery-worker/contact/recipient";
import type { ContactRef } from "@victim-rights/notification";
import * as Exit from "effect/Exit";
import type { Process } from "../engine/process.ts";
import type { Simulation } from "../simulation.ts";

const ZONE = ZoneId.parse("America/Chicago");

/** The agency's registry as a worker reaches it: the one place that holds contact values. */
export const contactRegistry = (process: Process, { population, faults }: Simulation): ContactBookShape => ({
  reachabilityOf: (id) =>
    process.call({
      what: "reachabilityOf",
      act: () => {
        const person = population.people.find((each) => each.id === id);
        if (person === undefined || faults.hits("registry-down"))
          return Exit.fail(new ContactBookUnavailable({ during: "reachabilityOf" }));
        const contacts = contactOptions({ ...person.record, readAt: process.now() });
        return Exit.succeed({ contacts, calendar: { zone: ZONE } });
      },
    }),
  resolve: <Method extends SendableMethod>(contact: ContactRef, method: Method) =>
    process.call<Recipient<Method>, ContactNotUsable | ContactBookUnavailable>({
      what: "resolve",
      act: () => {
        if (faults.hits("registry-down")) return Exit.fail(new ContactBookUnavailable({ during: "resolve" }));
        const point = population.people.flatMap(({ points }) => points).find((each) => each.contact === contact);
        const recipient = point === undefined ? null : readRecipient(method, point.value);
        return recipient === null ? Exit.fail(new ContactNotUsable({ contact })) : Exit.succeed(recipient);
      },
    }),
});
