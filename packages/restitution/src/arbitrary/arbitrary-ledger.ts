import * as Result from "effect/Result";
import fc from "fast-check";
import type { Distribution } from "../allocation/distribution.ts";
import type { Command } from "../ledger/command.ts";
import { type Ledger, type LedgerLaw, openLedger } from "../ledger/ledger.ts";
import { record } from "../ledger/post/post.ts";
import { arbitraryIntent, commandFor, type Intent, openingCommands } from "./arbitrary-command.ts";
import {
  arbitraryDistribution,
  type DistributionShape,
  SAMPLE_CHOICES,
  SAMPLE_OPTIONS,
} from "./arbitrary-distribution.ts";
import { sampleLaw } from "./sample-law.ts";

/** A sample ledger, and the commands that it accepted. */
export type Played = { readonly ledger: Ledger; readonly commands: readonly Command[] };

/** A ledger on which nothing was ordered yet. */
export const openedLedger = (law: LedgerLaw): Ledger =>
  openingCommands().reduce<Ledger>((ledger, each) => Result.getOrThrow(record(ledger, each)).ledger, openLedger(law));

/** Tries what is intended, one after another; what is refused is passed over. */
export const playOn = (from: Ledger, intents: readonly Intent[]): Played => {
  let ledger = from;
  const commands: Command[] = [];
  for (const intent of intents) {
    const command = commandFor(ledger, intent);
    const recorded = record(ledger, command);
    if (Result.isFailure(recorded)) continue;
    ledger = recorded.success.ledger;
    commands.push(command);
  }
  return { ledger, commands };
};

/** A sample ledger from its opening on. */
export const play = (law: LedgerLaw, intents: readonly Intent[]): Played => {
  const { ledger, commands } = playOn(openedLedger(law), intents);
  return { ledger, commands: [...openingCommands(), ...commands] };
};

/** How a sample ledger is made. */
export type LedgerShape = DistributionShape & { readonly most?: number };

/** So that money which the generated steps leave finds a debt all the same. */
const LAST: Distribution = { kind: "pro-rata", by: "owed", oddCents: "listed-order" };

/** A sample law: any order of payment, some of its choices recorded. */
export const arbitraryLedgerLaw = (shape: DistributionShape = {}): fc.Arbitrary<LedgerLaw> =>
  fc
    .tuple(
      arbitraryDistribution(shape).map((how): Distribution => ({ kind: "in-order", steps: [how, LAST] })),
      fc.array(fc.tuple(fc.constantFrom(...SAMPLE_CHOICES), fc.constantFrom(...SAMPLE_OPTIONS)), { maxLength: 2 }),
    )
    .map(([how, chosen]) => sampleLaw(how, Object.fromEntries(chosen.map(([{ id }, option]) => [id, option]))));

/** What is tried on a sample ledger: an order first, so that there is something to pay. */
export const arbitraryIntents = (most = 30): fc.Arbitrary<readonly Intent[]> =>
  fc
    .tuple(arbitraryIntent(["order"]), fc.array(arbitraryIntent(), { maxLength: most, size: "max" }))
    .map(([first, others]) => [first, ...others]);

/** A ledger that a sample law and random commands made, with whatever a person may try. */
export const arbitraryLedger = ({ most = 30, ...shape }: LedgerShape = {}): fc.Arbitrary<Played> =>
  fc.tuple(arbitraryLedgerLaw(shape), arbitraryIntents(most)).map(([law, intents]) => play(law, intents));
