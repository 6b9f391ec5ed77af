import { type Answer, type ItemAnswer, type ItemKey, type ScreenItem } from "@victim-rights/restorative-justice";
import { type Answers, answersFrom } from "../ask/answers-from.ts";
import type { Io } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";
import { type Answerable, type Aside, hintFor, readReply, type Reply, type Settling } from "./read-reply.ts";
import type { AskedQuestion } from "./screen-form.ts";
import { ASKS_PRIVACY, DANGER_FIRST, EXPERIMENTAL, GREETING, HELP, NOT_PRIVATE, THANKS, WHY_PRIVACY } from "./words.ts";

/** What came of sitting down with somebody: whether they were alone, and what they answered. */
export type Sitting = {
  readonly privacy: "confirmed" | "not_confirmed";
  readonly answers: readonly ItemAnswer[];
};

/**
 * Asks on standard error, one question after another, and never repeats what was answered. It first asks whether the
 * person is alone, and asks nothing else where that is not confirmed. `null`: they left at once, and nothing is kept.
 */
export const holdScreen = async (io: Io, questions: readonly AskedQuestion[]): Promise<Sitting | null> => {
  const answers = answersFrom(io);
  const desk: Desk = { io, next: answers.next };
  try {
    tell(io, [EXPERIMENTAL, "", ...DANGER_FIRST, "", ...GREETING, "", "At every question you can type:"]);
    tell(
      io,
      HELP.map((line) => `  ${line}`),
    );
    const privacy = await askPrivacy(desk);
    if (privacy === "quit") return leave(io);
    if (privacy === "not_confirmed") {
      tell(io, ["", ...NOT_PRIVATE]);
      return { privacy, answers: [] };
    }
    const sheet = await askAll(desk, questions);
    if (sheet === null) return leave(io);
    clear(io);
    tell(io, ["", THANKS, ...DANGER_FIRST]);
    return { privacy, answers: [...sheet].map(([item, answer]) => ({ item, answer })) };
  } finally {
    answers.close();
  }
};

type Desk = { readonly io: Io; readonly next: Answers["next"] };

const tell = (io: Io, lines: readonly string[]): void => {
  for (const line of lines.flatMap(wrap)) io.err(`${line}\n`);
};

/** Clears what stands on the screen, and what was rolled off it: what a person typed stands there. */
const CLEAR = "\u001B[H\u001B[2J\u001B[3J";

const clear = (io: Io): void => {
  if (io.isTerminal.stderr) io.err(CLEAR);
};

const leave = (io: Io): null => {
  clear(io);
  return null;
};

const YES_NO = { kind: "yes-no" } as const;

const askPrivacy = async (desk: Desk): Promise<Sitting["privacy"] | "quit"> => {
  const reply = await put(desk, { asks: ASKS_PRIVACY, why: WHY_PRIVACY, sensitive: false, item: { response: YES_NO } });
  if (reply.kind === "quit") return "quit";
  return reply.kind === "answer" && reply.answer === "yes" ? "confirmed" : "not_confirmed";
};

/** Asks from the first question to the last, or up to where the person ends; `null` when they leave at once. */
const askAll = async (
  desk: Desk,
  questions: readonly AskedQuestion[],
): Promise<ReadonlyMap<ItemKey, Answer> | null> => {
  const sheet = new Map<ItemKey, Answer>();
  const been: number[] = [];
  let at = 0;
  for (let asked = questions[at]; asked !== undefined; asked = questions[at]) {
    const { item } = asked;
    const exempt = exemptionOf(item, sheet);
    const reply: Settling = exempt === null ? await put(desk, asked) : { kind: "answer", answer: exempt };
    if (reply.kind === "quit") return null;
    if (reply.kind === "finish") break;
    if (reply.kind === "back") {
      at = been.pop() ?? at;
      continue;
    }
    sheet.set(item.key, reply.answer);
    if (exempt === null) been.push(at);
    at += 1;
  }
  return sheet;
};

/** A follow-up to a no is not put to anybody; for any other reason a question stands. */
const exemptionOf = ({ exemption }: ScreenItem, sheet: ReadonlyMap<ItemKey, Answer>): Answer | null => {
  if (exemption?.onlyWhen === undefined) return null;
  const { item, answer } = exemption.onlyWhen;
  return sheet.get(item) === answer ? { notApplicable: exemption.reason } : null;
};

type Put = Omit<AskedQuestion, "item"> & { readonly item: Answerable };

/** Puts one question until there is something to go on with. Answers that have come to an end finish the questions. */
const put = async ({ io, next }: Desk, { asks, why, sensitive, item }: Put): Promise<Settling> => {
  const style = styleFor(io, "stderr");
  tell(io, [""]);
  for (const line of wrap(asks)) io.err(`${style("bold", line)}\n`);
  if (why !== null) for (const line of wrap(`Why we ask: ${why}`)) io.err(`${style("dim", line)}\n`);
  if (sensitive) io.err(`${style("dim", "Take your time. It is fine to skip or decline this.")}\n`);
  for (;;) {
    io.err(`${style("dim", `${hintFor(item)}; or: not sure, decline, skip, back, finish, danger, quit`)}\n> `);
    const text = await next();
    if (text === null) {
      io.err("\n");
      return { kind: "finish" };
    }
    const reply = readReply(text, item);
    if (isSettling(reply)) return reply;
    tell(io, ASIDE[reply.kind]);
  }
};

const ASIDE: Readonly<Record<Aside["kind"], readonly string[]>> = {
  danger: [...DANGER_FIRST, "The questions wait as long as you like. `quit` leaves at once, `finish` ends here."],
  help: HELP.map((line) => `  ${line}`),
  unread: ["That could not be read."],
};

const isSettling = (reply: Reply): reply is Settling => !(reply.kind in ASIDE);
