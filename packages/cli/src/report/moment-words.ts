import {
  addHours,
  epochMilliseconds,
  type Instant,
  type LocalDate,
  minutesBetween,
  type ZoneId,
} from "@victim-rights/core";

/** Says moments and days as a reader of one zone says them. */
export type MomentWords = {
  /** `Tue 24 Nov 2026, 09:15 CST`. */
  readonly moment: (instant: Instant) => string;
  /** As `moment`, where the moment itself is too late: midnight is `the end of Mon 23 Nov 2026`. */
  readonly deadline: (instant: Instant) => string;
  /** `24 Nov 09:15`: for narrow tables of one year. */
  readonly brief: (instant: Instant) => string;
  /** As `brief`, where the moment itself is too late: midnight is `end of 23 Nov`. */
  readonly briefDeadline: (instant: Instant) => string;
  /** `Tuesday 24 November 2026`. */
  readonly longDay: (instant: Instant) => string;
};

export const momentWords = (zone: ZoneId): MomentWords => {
  const full = formatter(zone, { ...DAY, ...CLOCK, timeZoneName: "short" });
  const short = formatter(zone, { day: "2-digit", month: "short", ...CLOCK });
  const long = formatter(zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const moment = (instant: Instant): string => {
    const { weekday, day, month, year, hour, minute, timeZoneName } = full(instant);
    return `${weekday} ${day} ${month} ${year}, ${hour}:${minute} ${timeZoneName}`;
  };
  const brief = (instant: Instant): string => {
    const { day, month, hour, minute } = short(instant);
    return `${day} ${month} ${hour}:${minute}`;
  };
  const isMidnight = (instant: Instant): boolean => brief(instant).endsWith("00:00");
  const endOf = (instant: Instant): Parts => full(addHours(instant, -1));
  return {
    moment,
    deadline: (instant) => {
      const { weekday, day, month, year } = endOf(instant);
      return isMidnight(instant) ? `the end of ${weekday} ${day} ${month} ${year}` : moment(instant);
    },
    brief,
    briefDeadline: (instant) => {
      const { day, month } = short(addHours(instant, -1));
      return isMidnight(instant) ? `end of ${day} ${month}` : brief(instant);
    },
    longDay: (instant) => {
      const { weekday, day, month, year } = long(instant);
      return `${weekday} ${day} ${month} ${year}`;
    },
  };
};

const DAY = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

type Parts = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>;

const formatter = (zone: ZoneId, options: Intl.DateTimeFormatOptions): ((instant: Instant) => Parts) => {
  const format = new Intl.DateTimeFormat("en-US", { ...options, timeZone: zone });
  return (instant) =>
    Object.fromEntries(format.formatToParts(epochMilliseconds(instant)).map(({ type, value }) => [type, value]));
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2 Mar 2026, 22:15`, from a day and a clock time as a record has them. */
export const localMomentWords = (date: LocalDate, time: string | null): string => {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}${time === null ? "" : `, ${time.slice(0, 5)}`}`;
};

/** `3 days`, `5 hours`, `12 minutes`: the largest unit that is at least one, rounded down. */
export const durationWords = (from: Instant, to: Instant): string => {
  const minutes = Math.abs(minutesBetween(from, to));
  if (minutes >= 2880) return `${Math.floor(minutes / 1440)} days`;
  if (minutes >= 120) return `${Math.floor(minutes / 60)} hours`;
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
};
