import { inspect } from "node:util";
import { Instant } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AskAnswer, ChannelShape, Message, SendAnswer } from "../src/channel/channel.ts";
import { IdempotencyKey } from "../src/channel/idempotency-key.ts";
import { readRecipient, type SendableMethod } from "../src/contact/recipient.ts";

/** What the far side does with the next send. `accepts-and-breaks-off`: it takes the notice, and the line breaks before it says so. */
export type FarSide = "accepts" | "accepts-and-breaks-off" | "refuses-for-good" | "refuses-for-now" | "is-not-there";

/** A channel with a real far side on this machine, which the suite may look into. */
export type ChannelUnderTest<Method extends SendableMethod> = {
  readonly channel: ChannelShape<Method>;
  readonly farSide: (does: FarSide) => Promise<void>;
  /** Everything that the far side has got, as it came; a notice that came twice under one key counts once where it can tell. */
  readonly got: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** What the suite is to expect of a channel. */
export type ChannelFacts<Method extends SendableMethod> = {
  readonly method: Method;
  /** A value that must be found nowhere but at the far side. */
  readonly canary: unknown;
  /** Values that are not exactly one contact point of the kind. */
  readonly notOne: readonly unknown[];
  readonly farSides: readonly FarSide[];
};

export const TEXT = "There is news about the person you asked about.\n\nCall the office: 555-0100. ¿Preguntas? Llame.";

const key = (digit: string): IdempotencyKey => IdempotencyKey.parse(`n${digit.repeat(64)}`);

/** Holds a channel to what `ChannelShape` promises. */
export const channelContract = <Method extends SendableMethod>(
  facts: ChannelFacts<Method>,
  open: () => Promise<ChannelUnderTest<Method>>,
): void => {
  describe(`the ${facts.method} channel`, () => {
    let under: ChannelUnderTest<Method>;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.close());

    const message = (): Message<Method> => {
      const recipient = readRecipient(facts.method, facts.canary);
      if (recipient === null) throw new Error("the canary is a contact point");
      return { recipient, subject: "A message for you", text: TEXT, language: "en" };
    };
    const send = (digit = "a"): Promise<SendAnswer> => Effect.runPromise(under.channel.send(message(), key(digit)));
    const ask = (digit = "a"): Promise<AskAnswer> =>
      Effect.runPromise(under.channel.ask({ key: key(digit), claimedAt: Instant.parse("2026-03-02T15:00:00Z") }));
    /** The far side that a test is about, where the suite has one. */
    const where = (does: FarSide): readonly FarSide[] => facts.farSides.filter((each) => each === does);
    const canaries = (Array.isArray(facts.canary) ? facts.canary : [facts.canary]).map(String);
    const tellsNothing = (answer: unknown): void => {
      for (const canary of canaries) expect(JSON.stringify(answer)).not.toContain(canary);
    };

    test.each(where("accepts"))("sends a whole notice to one recipient", async () => {
      await under.farSide("accepts");
      const answer = await send();
      expect(answer).toMatchObject({ kind: "sent", delivered: false });
      tellsNothing(answer);
      const got = await under.got();
      expect(got).toHaveLength(1);
      for (const canary of canaries) expect(got[0]).toContain(canary);
    });

    test.each(where("accepts"))("names a send by the same receipt however often it is made", async () => {
      await under.farSide("accepts");
      const first = await send();
      expect(await ask()).toEqual(under.channel.canBeAsked ? first : { kind: "cannot-tell" });
    });

    test.each(where("accepts"))("keeps two sends apart", async () => {
      await under.farSide("accepts");
      await send("a");
      await send("b");
      expect(await under.got()).toHaveLength(2);
    });

    test("says of a send that was never made that it was never seen, or that it cannot tell", async () => {
      await under.farSide("accepts");
      expect((await ask("c")).kind).toBe(under.channel.canBeAsked ? "never-seen" : "cannot-tell");
    });

    test.each(where("accepts-and-breaks-off"))(
      "is in doubt when the line breaks after the notice was given",
      async () => {
        await under.farSide("accepts-and-breaks-off");
        const answer = await send();
        expect(answer.kind).toBe("unknown");
        tellsNothing(answer);
        expect(await under.got()).toHaveLength(1);
        await under.farSide("accepts");
        expect((await ask()).kind).toBe(under.channel.canBeAsked ? "sent" : "cannot-tell");
      },
    );

    test.each(where("refuses-for-good"))(
      "tells a lasting refusal, and repeats nothing of what the far side said",
      async () => {
        await under.farSide("refuses-for-good");
        const answer = await send();
        expect(answer).toMatchObject({ kind: "refused", lasting: "permanent" });
        tellsNothing(answer);
        expect(await under.got()).toEqual([]);
      },
    );

    test.each(where("refuses-for-now"))("tells a passing refusal", async () => {
      await under.farSide("refuses-for-now");
      expect(await send()).toMatchObject({ kind: "refused", lasting: "temporary" });
      expect(await under.got()).toEqual([]);
    });

    test.each(where("is-not-there"))("knows that nothing went out when nobody was there", async () => {
      await under.farSide("is-not-there");
      const answer = await send();
      expect(answer).toMatchObject({ kind: "refused", lasting: "temporary" });
      tellsNothing(answer);
      expect((await ask()).kind).not.toBe("sent");
    });

    test.each(facts.notOne)("has no recipient that is not exactly one: %j", (value) => {
      expect(readRecipient(facts.method, value)).toBeNull();
    });

    test("shows nothing of a recipient that is printed", () => {
      const { recipient } = message();
      tellsNothing(recipient);
      for (const canary of canaries)
        expect(`${inspect(recipient, { depth: 9 })} ${JSON.stringify({ recipient })}`).not.toContain(canary);
    });
  });
};
