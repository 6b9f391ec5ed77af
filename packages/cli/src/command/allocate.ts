import { formatCents, type Cents, LocalDate } from "@victim-rights/core";
import { allocate, type AllocationError, type AllocationFile, ChoiceId } from "@victim-rights/restitution";
import { type Law, RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { PaymentFile } from "../allocate/payment-file.ts";
import { printAllocation } from "../allocate/print-allocation.ts";
import { EXIT, type ExitCode } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, sayJson } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import { findRules } from "../law/find-rules.ts";
import { loadState } from "../law/load-state.ts";
import { readAllocation } from "../law/read-allocation.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";
import { addStateOptions, STATE_OPTIONS } from "./shared-options.ts";

const AllocateOptions = z.object({
  ...STATE_OPTIONS,
  asOf: LocalDate,
  payment: z.string().min(1),
  enable: z.array(RuleId).default([]),
  choose: z
    .array(z.string().regex(/^[a-z][a-z0-9-]*=[a-z][a-z0-9-]*$/u, "write a choice as `choice=option`"))
    .default([]),
});
type AllocateOptions = z.infer<typeof AllocateOptions>;

/** Divides a payment among the debts of whoever paid it, in the state's own order. */
const runAllocate = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(AllocateOptions, raw), (options) =>
    thenDo(loadState(io, options), (law) =>
      thenDo(findRules(io, options), (folder) =>
        thenDo(readAllocation(folder, law), (order) =>
          thenDo(
            readJsonFile(io, { path: options.payment, what: "file of a payment", schema: PaymentFile }),
            (payment) => divide(io, { order, law, payment, options }),
          ),
        ),
      ),
    ),
  );

type Asked = {
  readonly order: AllocationFile;
  readonly law: Law;
  readonly payment: PaymentFile;
  readonly options: AllocateOptions;
};

const divide = (io: Io, { order, law, payment, options }: Asked): Outcome => {
  const { asOf, enable, choose, json } = options;
  const { cents, claims, ...kind } = payment;
  const choices = new Map(choose.map((each) => z.tuple([ChoiceId, ChoiceId]).parse(each.split("="))));
  return Result.mapBoth(allocate(order, { cents, kind, asOf }, { claims, enable, choices }), {
    onFailure: failureOf,
    onSuccess: (allocation) => {
      const headline = `${formatCents(cents as Cents)} divided by the law of ${law.profile.name} on ${asOf}`;
      if (json) sayJson(io, allocation);
      else printAllocation(io, allocation, { headline, claims, sources: law.profile.sources });
      return EXIT.ok;
    },
  });
};

/** Money that waits for a person is a finding, and no mistake of the call. */
const failureOf = (error: AllocationError): Failure =>
  failure(EXITS[error._tag], [{ where: null, problem: error.message, fix: null }]);

const EXITS: Readonly<Record<AllocationError["_tag"], Exclude<ExitCode, 0>>> = {
  AmountNotPositive: EXIT.badInput,
  ClaimRepeated: EXIT.badInput,
  NoPolicyDecides: EXIT.findings,
  OptionUnknown: EXIT.usage,
  DiscretionNeeded: EXIT.findings,
};

/** Adds `allocate` to the command line. */
export const addAllocate: AddCommand = (program, choose) =>
  void addStateOptions(program.command("allocate"))
    .description("divide a payment among the debts of whoever paid it, in the state's own order of payment")
    .option("--as-of <date>", "the day whose law divides it, YYYY-MM-DD")
    .option("--payment <file>", "the payment and the debts as JSON; `-` reads standard input")
    .option("--choose <choice=option...>", "what the agency follows where the law leaves it open")
    .option("--enable <policy...>", "turn on orders of payment that are off by default")
    .action((options: object) => choose(runAllocate, { ...options }));
