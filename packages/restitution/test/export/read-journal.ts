/** What a plain-text journal says, read with no help from what wrote it. */
export type ReadJournal = {
  /** By name, the sum of the postings in cents, added up again one after another. */
  readonly sums: ReadonlyMap<string, number>;
  /** By name, what the journal itself asserts. */
  readonly asserted: ReadonlyMap<string, number>;
  readonly transactions: readonly ReadTransaction[];
};

/** A transaction; its tags, and those of its postings, by name. */
export type ReadTransaction = {
  readonly on: string;
  readonly kind: string;
  readonly entry: string;
  readonly tags: Record<string, string>;
  readonly postings: ReadPosting[];
};

export type ReadPosting = {
  readonly account: string;
  readonly cents: bigint;
  readonly tags: Record<string, string>;
};

/** What is read so far: accounts by name with the day from which they may be used, and the rest as it is returned. */
type Reading = {
  readonly opened: Map<string, string>;
  readonly asserted: Map<string, number>;
  readonly transactions: ReadTransaction[];
};

/** A line that may be there, and what it says; its parts as the pattern names them. */
type Line = readonly [pattern: RegExp, says: (reading: Reading, parts: Readonly<Record<string, string>>) => void];

const HLEDGER: readonly Line[] = [
  [/^(?:; .*|commodity \$1000\.00|)$/u, () => {}],
  [/^account (?:assets {2}; type: A|liabilities {2}; type: L|debts {2}; type: E)$/u, () => {}],
  [/^account (?<name>[a-z]+(?::[A-Za-z0-9-]+)+)$/u, ({ opened }, { name = "" }) => void opened.set(name, "")],
  [
    /^(?<on>\d{4}-\d\d-\d\d) \((?<kind>[a-z-]+)\) (?<entry>[^;|]+?)(?: {2}; (?<tags>.+))?$/u,
    ({ transactions }, { on = "", kind = "", entry = "", tags }) =>
      void transactions.push({ on, kind, entry, tags: tagsIn(tags), postings: [] }),
  ],
  [
    /^ {4}(?<name>[a-z]+(?::[A-Za-z0-9-]+)+) {2,}\$(?<amount>-?\d+\.\d\d)(?: = \$(?<all>-?\d+\.\d\d))?(?: {2}; (?<tags>.+))?$/u,
    (reading, { name = "", amount = "", all, tags }) => {
      postTo(reading, { account: name, cents: centsOf(amount), tags: tagsIn(tags) });
      if (all !== undefined) reading.asserted.set(name, Number(centsOf(all)));
    },
  ],
];

const BEANCOUNT: readonly Line[] = [
  [/^(?:; .*|option "[a-z_]+" "[\w ]+"|)$/u, () => {}],
  [
    /^(?<on>\d{4}-\d\d-\d\d) open (?<name>(?:Assets|Liabilities|Equity)(?::[A-Z0-9][A-Za-z0-9-]*)+) USD$/u,
    ({ opened }, { on = "", name = "" }) => void opened.set(name, on),
  ],
  [
    /^(?<on>\d{4}-\d\d-\d\d) \* "(?<kind>[a-z-]+) (?<entry>[^"\\]+)"$/u,
    ({ transactions }, { on = "", kind = "", entry = "" }) =>
      void transactions.push({ on, kind, entry, tags: {}, postings: [] }),
  ],
  [
    /^ {2}(?<tag>[a-z]+): (?:"(?<text>[^"\\]+)"|(?<number>\d+))$/u,
    (reading, { tag = "", text, number = "" }) => void (lastOf(reading).tags[tag] = text ?? number),
  ],
  [
    /^ {4}(?<tag>[a-z]+): "(?<text>[^"\\]+)"$/u,
    (reading, { tag = "", text = "" }) => {
      const posting = lastOf(reading).postings.at(-1);
      if (posting === undefined) throw new Error(`whose tag is \`${tag}\`?`);
      posting.tags[tag] = text;
    },
  ],
  [
    /^ {2}(?<name>[A-Z][A-Za-z0-9:-]+) {2,}(?<amount>-?\d+\.\d\d) USD$/u,
    (reading, { name = "", amount = "" }) => postTo(reading, { account: name, cents: centsOf(amount), tags: {} }),
  ],
  [
    /^(?<on>\d{4}-\d\d-\d\d) balance (?<name>[A-Z][A-Za-z0-9:-]+) {2,}(?<all>-?\d+\.\d\d) ~ 0 USD$/u,
    (reading, { on = "", name = "", all = "" }) => {
      if (on <= lastOf(reading).on) throw new Error("a balance is not of the day after the last");
      reading.asserted.set(name, Number(centsOf(all)));
    },
  ],
];

/** Reads a journal of `toHledger`, and throws at the first line that is not just so. */
export const readHledger = (text: string): ReadJournal => readBy(HLEDGER, text);

/** Reads a file of `toBeancount`, and throws at the first line that is not just so. */
export const readBeancount = (text: string): ReadJournal => readBy(BEANCOUNT, text);

/** What a program that checks a journal would find wrong with what it asserts; nothing where it is right. */
export const complaintAbout = ({ sums, asserted }: ReadJournal): string =>
  [...sums]
    .filter(([name, cents]) => asserted.get(name) !== cents)
    .map(([name, cents]) => `Balance failed: the assertion about ${name} is not ${cents}`)
    .join("\n");

const readBy = (lines: readonly Line[], text: string): ReadJournal => {
  if (!text.endsWith("\n")) throw new Error("the last line has no end");
  const reading: Reading = { opened: new Map(), asserted: new Map(), transactions: [] };
  for (const line of text.slice(0, -1).split("\n")) {
    const known = lines.find(([pattern]) => pattern.test(line));
    if (known === undefined) throw new Error(`what is \`${line}\`?`);
    const [pattern, says] = known;
    says(reading, pattern.exec(line)?.groups ?? {});
  }
  const { asserted, transactions } = reading;
  return { sums: sumsOf(transactions), asserted, transactions };
};

const lastOf = ({ transactions }: Reading): ReadTransaction => {
  const last = transactions.at(-1);
  if (last === undefined) throw new Error("no transaction is begun");
  return last;
};

const postTo = (reading: Reading, posting: ReadPosting): void => {
  const last = lastOf(reading);
  const since = reading.opened.get(posting.account);
  if (since === undefined || since > last.on) throw new Error(`\`${posting.account}\` is not open`);
  last.postings.push(posting);
};

const centsOf = (amount: string): bigint => BigInt(amount.replace(".", ""));

const tagsIn = (comment: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (comment?.split(", ") ?? []).map((tag) => {
      const [, name = "", value = ""] = /^([a-z]+): (.+)$/u.exec(tag) ?? [];
      if (name === "") throw new Error(`what tag is \`${tag}\`?`);
      return [name, value];
    }),
  );

const sumsOf = (transactions: readonly ReadTransaction[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, bigint>();
  let before = "";
  for (const { on, entry, postings } of transactions) {
    if (on < before) throw new Error(`\`${entry}\` goes back in time`);
    before = on;
    if (postings.reduce((sum, { cents }) => sum + cents, 0n) !== 0n) throw new Error(`\`${entry}\` does not balance`);
    for (const { account, cents } of postings) sums.set(account, (sums.get(account) ?? 0n) + cents);
  }
  return new Map([...sums].map(([account, cents]) => [account, Number(cents)] as const));
};
