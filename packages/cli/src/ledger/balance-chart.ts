import { daysBetween, LocalDate } from "@victim-rights/core";
import type { BalancePoint } from "@victim-rights/restitution";
import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { html, type Html, NOTHING } from "../report/html.ts";
import { money } from "./entries-in-words.ts";

const WIDTH = 1080;
const HEIGHT = 290;
const EDGE = { top: 26, right: 24, bottom: 34, left: 84 };

/** With more points than this the dots would hide the line. */
const MOST_DOTS = 60;

/**
 * Draws a balance over time as steps, since it holds from the end of a day until the next change. What it shows is also
 * told in words, to whoever does not see it.
 */
export const balanceChart = (points: readonly BalancePoint[], label: string): Html => {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return NOTHING;
  const scales = scalesFor(points, first, last);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="chart-title chart-desc">
    <title id="chart-title">Balance over time: ${label}</title>
    <desc id="chart-desc">${inWords(points, label)}</desc>
    ${moneyTicks(scales)} ${dayTicks(scales)} ${curve(points, scales)} ${lastLabel(points, scales)}
  </svg>`;
};

const inWords = (points: readonly BalancePoint[], label: string): string => {
  const shown = points.length > MOST_DOTS ? [...points.slice(0, 1), ...points.slice(-1)] : points;
  return `${label}: ${shown.map(({ on, cents }) => `${money(cents)} from ${on}`).join(", ")}.`;
};

type Scales = { readonly x: (on: LocalDate) => number; readonly y: (cents: number) => number } & {
  readonly days: readonly { readonly on: string; readonly at: number }[];
  readonly amounts: readonly number[];
  readonly isFirst: (on: LocalDate) => boolean;
};

const EPOCH = LocalDate.parse("1970-01-01");
const DAY_MS = 86_400_000;
const moment = (on: LocalDate): number => daysBetween(EPOCH, on) * DAY_MS;

const scalesFor = (points: readonly BalancePoint[], first: BalancePoint, last: BalancePoint): Scales => {
  const from = moment(first.on);
  // One day alone has no width of its own.
  const to = Math.max(moment(last.on), from + DAY_MS);
  const time = scaleUtc([from, to], [EDGE.left, WIDTH - EDGE.right]);
  const cents = points.map((point) => point.cents);
  const amount = scaleLinear([Math.min(0, ...cents), Math.max(100, ...cents)], [HEIGHT - EDGE.bottom, EDGE.top]).nice(
    4,
  );
  return {
    x: (on) => rounded(time(moment(on))),
    y: (of) => rounded(amount(of)),
    days: time.ticks(6).map((tick) => ({ on: tick.toISOString().slice(0, 10), at: rounded(time(tick)) })),
    amounts: amount.ticks(4),
    isFirst: (on) => on === first.on,
  };
};

const rounded = (at: number): number => Math.round(at * 10) / 10;

const moneyTicks = ({ amounts, y }: Scales): readonly Html[] =>
  amounts.map(
    (cents) =>
      html`<line
          class="${cents === 0 ? "base" : "rule"}"
          x1="${EDGE.left}"
          x2="${WIDTH - EDGE.right}"
          y1="${y(cents)}"
          y2="${y(cents)}"
        />
        <text class="tick" x="${EDGE.left - 10}" y="${y(cents) + 4}" text-anchor="end"
          >${money(cents).replace(/\.00$/u, "")}</text
        > `,
  );

const dayTicks = ({ days }: Scales): readonly Html[] =>
  days.map(
    ({ on, at }) =>
      html`<line class="rule" x1="${at}" x2="${at}" y1="${HEIGHT - EDGE.bottom}" y2="${HEIGHT - EDGE.bottom + 5}" />
        <text class="tick" x="${at}" y="${HEIGHT - EDGE.bottom + 20}" text-anchor="middle">${on}</text> `,
  );

const curve = (points: readonly BalancePoint[], { x, y }: Scales): Html => {
  const all = [...points];
  const below = area<BalancePoint>(
    ({ on }) => x(on),
    y(0),
    ({ cents }) => y(cents),
  ).curve(curveStepAfter);
  const along = line<BalancePoint>(
    ({ on }) => x(on),
    ({ cents }) => y(cents),
  ).curve(curveStepAfter);
  const dots = points.length > MOST_DOTS ? [] : points;
  return html`<path class="below" d="${below(all) ?? ""}" />
    <path class="along" d="${along(all) ?? ""}" />
    ${dots.map(({ on, cents }) => html`<circle class="dot" cx="${x(on)}" cy="${y(cents)}" r="3.5"><title>${on}: ${money(cents)}</title></circle> `)}`;
};

/** Below the line where it came down to the last point, and else above: it never stands on the line. */
const lastLabel = (points: readonly BalancePoint[], { x, y, isFirst }: Scales): Html => {
  const last = points.at(-1);
  if (last === undefined) return NOTHING;
  const { on, cents } = last;
  const cameDown = (points.at(-2)?.cents ?? cents) > cents && y(cents) + 24 < HEIGHT - EDGE.bottom;
  return html`<text
    class="last"
    x="${x(on)}"
    y="${y(cents) + (cameDown ? 20 : -10)}"
    text-anchor="${isFirst(on) ? "start" : "end"}"
    >${money(cents)}</text
  >`;
};
