import type { CustodyEvent } from "@victim-rights/core";
import { DAY, HOUR, MINUTE } from "../engine/span.ts";
import type { Simulation } from "../simulation.ts";
import type { SourceRecord } from "../world/source.ts";

/** The line on which custody's records travel: it loses, doubles, swaps and delays them, and falls silent for hours. */
export const startFeed = (simulation: Simulation, delivered: () => void): void => {
  const { timeline, source } = simulation;
  const line = openLine(simulation, delivered);
  for (const published of Map.groupBy(source, ({ publishedAt, truth }) => `${publishedAt} ${truth}`).values())
    timeline.after((published[0]?.publishedAt ?? 0) - timeline.now(), () => publish(published, line, simulation));
  const beat = (): void => {
    if (!line.isSilent()) line.send([], 0);
    timeline.after(30 * MINUTE, beat);
  };
  beat();
  const week = (): void => {
    line.maybeFallSilent();
    timeline.after(7 * DAY, week);
  };
  timeline.after(simulation.random("feed's week").between(0, 6 * DAY), week);
};

type Line = {
  readonly send: (records: readonly CustodyEvent[], delay: number) => void;
  readonly isSilent: () => boolean;
  readonly maybeFallSilent: () => void;
};

/** What is sent while the line is silent comes when it speaks again. */
const openLine = ({ timeline, faults, trace, agency, tell }: Simulation, delivered: () => void): Line => {
  let number = 0;
  let silentUntil = 0;
  const isSilent = (): boolean => timeline.now() < silentUntil;
  const send: Line["send"] = (records, delay) =>
    timeline.after(Math.max(delay, silentUntil - timeline.now()), () => {
      if (isSilent()) return send(records, 0);
      number += 1;
      agency.inbox.set(number, { number, records });
      tell({ kind: "heard" });
      delivered();
    });
  return {
    send,
    isSilent,
    maybeFallSilent: () => {
      if (!faults.hits("feed-silent")) return;
      silentUntil = timeline.now() + faults.random("feed-silent").between(1 * HOUR, 30 * HOUR);
      trace.write("feed", `falls silent for ${Math.round((silentUntil - timeline.now()) / MINUTE)} minutes`);
    },
  };
};

const publish = (published: readonly SourceRecord[], { send }: Line, { faults, trace, random }: Simulation): void => {
  const records = published.map(({ record }) => record);
  const name = namesOf(records);
  if (faults.hits("feed-loses")) return trace.write("feed", `loses ${name}`);
  const late = faults.hits("feed-late") ? faults.random("feed-late").between(6 * HOUR, 40 * HOUR) : 0;
  const swapped = faults.hits("feed-reorders") ? faults.random("feed-reorders").between(MINUTE, 6 * HOUR) : 0;
  send(records, random(`way of ${name}`).between(0, 10 * MINUTE) + late + swapped);
  if (faults.hits("feed-doubles")) send(records, faults.random("feed-doubles").between(0, 2 * DAY));
};

const namesOf = (records: readonly CustodyEvent[]): string =>
  records.length > 2 ? `${records.length} records` : records.map(({ id, revision }) => `${id} r${revision}`).join(", ");
