import { join } from "node:path";

/** Where the scene keeps its ledger. */
export const LEDGER_OUT = join("out", "demo", "ledger");

/** The page of one victim. */
export const PAGE = join(LEDGER_OUT, "victim-1.html");

const JOURNAL = join(LEDGER_OUT, "journal.jsonl");
const PAID_ON = "2026-04-01";

const at = (file: string): string => join("examples", "feed", "ledger", file);
const montana = (verb: string, ...options: readonly string[]): readonly string[] =>
  ["ledger", verb, JOURNAL, "--jurisdiction", "us-mt"].concat(options);
const policy = ["--policy", at("policy.json")];

const POST = montana("post", ...policy, "--commands", at("commands.jsonl"), "--create");
const RUN = montana("run-disbursement", ...policy, "--on", PAID_ON, "--id", "april", "--document", "batch of April");
const WHY = montana("explain", "--payee", "victim-1", "--disbursement", "april#victim-1");
const WRITE_PAGE = montana("statement", "--payee", "victim-1", "--as-of", PAID_ON, "--html", PAGE);
const VERIFY = ["ledger", "verify", JOURNAL];
const owedBy = (obligor: string): readonly string[] =>
  montana("statement", "--obligor", obligor, "--as-of", PAID_ON, "--json");

/** Runs the command and gives what it printed. */
export type Ask = (argv: readonly string[]) => Promise<string>;

/** A line of the scene. */
export type Line = { readonly kind: "head" | "plain" | "quote"; readonly text: string };

/**
 * One judgment that two people owe together to two victims, a programme and an insurer; a payment, one that bounced, and a
 * victim whom nobody can find. What is quoted is what the command itself says.
 */
export const ledgerLines = async (ask: Ask): Promise<readonly Line[]> => {
  const posted = linesOf(await ask(POST)).filter((line) => line.startsWith("  "));
  const [paid = "", ...payees] = linesOf(await ask(RUN)).filter((line) => line.startsWith(" ") || line.startsWith("$"));
  const [why, whole, one, other] = await Promise.all(
    [WHY, VERIFY, owedBy("person-1"), owedBy("person-2"), WRITE_PAGE].map(ask),
  );
  const [got = "", ...grounds] = linesOf(why ?? "");
  return [
    { kind: "head", text: "The money: one Montana judgment of $4,250.00, which two people owe together" },
    { kind: "plain", text: "  Two payments came in; the second bounced, and is taken back:" },
    ...posted.map(quote),
    { kind: "plain", text: `  ${paid}; the money of a victim whom nobody can find is held:` },
    ...payees.map(quote),
    { kind: "plain", text: `  Why did victim-1 get $41.67? ${got}:` },
    ...grounds.map(quote),
    {
      kind: "plain",
      text: `  The debt is collected once: person-1 owes ${owes(one)}, and person-2 owes ${owes(other)}.`,
    },
    { kind: "plain", text: `  ${linesOf(whole ?? "")[0] ?? ""}.` },
  ];
};

const quote = (text: string): Line => ({ kind: "quote", text: `  ${text}` });

const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

const owes = (statement = ""): string => {
  const { closing } = JSON.parse(statement) as { readonly closing: { readonly owedCents: number } };
  return (closing.owedCents / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
};
