import type { ContactMethod } from "@victim-rights/core";
import * as Redacted from "effect/Redacted";
import { EmailAddress, PhoneNumber, PostalLines, Subscriber } from "./contact-value.ts";

/** Methods that a machine can send by; whoever is to be told in person is told by a person. */
export type SendableMethod = Exclude<ContactMethod, "in-person">;

type Values = {
  readonly email: EmailAddress;
  readonly sms: PhoneNumber;
  readonly phone: PhoneNumber;
  readonly postal: PostalLines;
  readonly "automated-system": Subscriber;
};

/**
 * The one person a message goes to, by one method. There is no list of them and no field for a second: two people exposed
 * to each other need two messages here, which then know nothing of each other. Printed, logged or serialised it shows
 * nothing of its value.
 */
export type Recipient<Method extends SendableMethod = SendableMethod> = {
  readonly [Each in Method]: { readonly method: Each; readonly value: Redacted.Redacted<Values[Each]> };
}[Method];

const READERS = {
  email: EmailAddress,
  sms: PhoneNumber,
  phone: PhoneNumber,
  postal: PostalLines,
  "automated-system": Subscriber,
} as const;

/** Reads a registry's value at the door; `null` where it is not exactly one address of its kind. It never says what it was. */
export const readRecipient = <Method extends SendableMethod>(
  method: Method,
  raw: unknown,
): Recipient<Method> | null => {
  const read = READERS[method].safeParse(raw);
  // INVARIANT: the reader of a method gives the value of that method.
  return read.success ? ({ method, value: Redacted.make(read.data) } as unknown as Recipient<Method>) : null;
};
