import { LocalDate } from "@victim-rights/core";
import { z } from "zod";

/** Time that somebody attended on one day, in whole minutes. It is time and never becomes money here. */
export const AttendedDay = z.strictObject({ on: LocalDate, minutes: z.int().min(1).max(1440) });
export type AttendedDay = Readonly<z.infer<typeof AttendedDay>>;

/** What a court that ordered attendance may be given: days and hours, and nothing of what was done, said or heard. */
export type AttendanceCertificate = {
  readonly kind: "attendance";
  readonly days: readonly AttendedDay[];
  readonly totalMinutes: number;
};

/** Draws up the certificate from attended days: one line a day, the earliest first. */
export const attendanceCertificate = (attended: readonly AttendedDay[]): AttendanceCertificate => {
  const minutesOf = (day: LocalDate): number =>
    attended.reduce((sum, { on, minutes }) => (on === day ? sum + minutes : sum), 0);
  const days = [...new Set(attended.map(({ on }) => on))].toSorted().map((on) => ({ on, minutes: minutesOf(on) }));
  return { kind: "attendance", days, totalMinutes: days.reduce((sum, { minutes }) => sum + minutes, 0) };
};
