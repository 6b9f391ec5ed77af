import type { JsonObject } from "../feed/json.ts";
import type { EventMeaning } from "../mapping/code-table.ts";
import type { ReadTogether, Source } from "../mapping/mapping.ts";
import type { EventChain } from "./event-chain.ts";

export type Together = {
  readonly chains: readonly EventChain[];
  /** The rules' reasons, one for each row that says nothing by itself. */
  readonly joined: readonly string[];
};

/** Reads one person's rows of one day together, in sequence, by the source's rules: what they say together replaces what each says alone. */
export const readTogether = (chains: readonly EventChain[], sources: readonly Source[]): Together => {
  const groups = Map.groupBy(chains, ({ last: { content } }) =>
    content === null || content.sequence === null ? "" : `${content.source}/${content.group}/${content.day ?? ""}`,
  );
  const outcomes = [...groups].map(([name, members]) =>
    name === "" ? { chains: members, joined: [] } : readDay(members, sources),
  );
  return {
    chains: outcomes.flatMap((outcome) => outcome.chains),
    joined: outcomes.flatMap((outcome) => outcome.joined),
  };
};

const readDay = (chains: readonly EventChain[], sources: readonly Source[]): Together => {
  const source = sources[chains[0]?.last.content?.source ?? -1];
  const rules = source !== undefined && "readTogether" in source ? source.readTogether : [];
  const ordered = chains.toSorted((one, other) => sequenceOf(one) - sequenceOf(other));
  return rules.reduce<Together>((day, rule) => applyRule(day, rule), { chains: ordered, joined: [] });
};

const sequenceOf = ({ last }: EventChain): number => last.content?.sequence ?? 0;

const applyRule = (day: Together, rule: ReadTogether): Together => {
  const matched = match(day.chains, rule.codes);
  const [lead] = matched;
  if (lead === undefined) return day;
  const rest = day.chains.filter((chain) => !matched.includes(chain));
  const replaced = [restate(lead, rule.means), ...matched.slice(1).map(retire)].filter(
    (chain) => chain.revisions.length > 0,
  );
  return {
    chains: [...rest, ...replaced],
    joined: [...day.joined, ...matched.slice("noNotice" in rule.means ? 0 : 1).map(() => rule.why)],
  };
};

/** The rows that carry the codes, in this order; none unless all are there. */
const match = (chains: readonly EventChain[], codes: readonly string[]): readonly EventChain[] => {
  const found: EventChain[] = [];
  let at = 0;
  for (const code of codes) {
    const next = chains.findIndex((chain, index) => index >= at && fits(chain.last.content?.code ?? null, code));
    const chain = chains[next];
    if (chain === undefined) return [];
    found.push(chain);
    at = next + 1;
  }
  return found;
};

const fits = (code: string | null, pattern: string): boolean =>
  code !== null && (pattern.endsWith("*") ? code.startsWith(pattern.slice(0, -1)) : code === pattern);

const restate = (chain: EventChain, meaning: EventMeaning): EventChain => {
  const { content } = chain.last;
  if ("noNotice" in meaning || content === null) return retire(chain);
  const last = chain.revisions.at(-1) ?? {
    id: chain.id,
    revision: 1,
    status: "active",
    event: { ...NOTHING_SAID, ...content.base },
    row: chain.last,
    content,
  };
  return {
    ...chain,
    revisions: [...chain.revisions.slice(0, -1), { ...last, event: { ...last.event, ...saidBy(meaning) } }],
  };
};

/** A row whose own code is no event says none of these. */
const NOTHING_SAID: JsonObject = { custodian: null, phase: null, facts: {} };

const saidBy = ({
  event: kind,
  releaseType,
  custodian,
  phase,
  facts,
}: Exclude<EventMeaning, { noNotice: string }>): JsonObject => ({
  kind,
  releaseType: releaseType ?? null,
  ...(custodian === undefined ? {} : { custodian }),
  ...(phase === undefined ? {} : { phase }),
  ...(facts === undefined ? {} : { facts }),
});

/** A row that speaks only with another: what it said alone before is withdrawn. */
const retire = (chain: EventChain): EventChain => {
  const last = chain.revisions.at(-1);
  return {
    ...chain,
    revisions:
      last === undefined || chain.revisions.length === 1
        ? []
        : [...chain.revisions.slice(0, -1), { ...last, status: "withdrawn" }],
  };
};
