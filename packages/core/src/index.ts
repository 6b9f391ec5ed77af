export { Calendar, holidaysIn, holidaysOn, isHoliday, isWeekend, isWorkingDay } from "./calendar/calendar.ts";
export { daysUntil } from "./calendar/days-until.ts";
export { countBackward, type CountedDay, countForward } from "./calendar/day-count.ts";
export { type DayCount, DayCounting, type DayUnit } from "./calendar/day-counting.ts";
export { type Holiday, HolidayRule, holidaysOf } from "./calendar/holiday.ts";
export { Harm, HarmDirectness } from "./crime/harm.ts";
export { CriminalCase } from "./crime/criminal-case.ts";
export { ChargeStage, Offense, OffenseClass, OffenseCompletion } from "./crime/offense.ts";
export { CustodyEvent, CustodyPhase, Custodian, LocalMoment, RecordOrigin } from "./custody/custody-event.ts";
export { CustodyStatus, custodyStatusOn } from "./custody/custody-status.ts";
export { EVENT_KINDS, EventKind, RELEASE_TYPES, ReleaseType } from "./custody/event-kind.ts";
export { SupervisedPerson } from "./custody/supervised-person.ts";
export { CaseNumber, ChannelId, EventId, JurisdictionId, PersonId, RegistrationId, SupervisedPersonId } from "./ids.ts";
export { BrokenInvariant, invariant } from "./invariant.ts";
export { Authority, Citation, formatCitation, Source, SourceId } from "./law/citation.ts";
export { Verification, VerificationStatus } from "./law/provenance.ts";
export { addCents, AmountUnreadable, Cents, formatCents, parseCents, subtractCents } from "./money/cents.ts";
export { Language, Person, PersonKind } from "./person/person.ts";
export { Relation } from "./person/relation.ts";
export { ContactCurrency, ContactMethod, ContactPoint, SafeContact } from "./registration/contact-point.ts";
export { ChannelRegistration, ChannelStatus, DirectVictim, Registration } from "./registration/registration.ts";
export { Revision } from "./store/revision.ts";
export { IdempotencyKeyReused, RevisionConflict, StoreUnavailable } from "./store/store-errors.ts";
export type { CivilDate } from "./time/civil-date.ts";
export {
  addHours,
  addMinutes,
  compareInstants,
  epochMilliseconds,
  Instant,
  instantAt,
  minutesBetween,
} from "./time/instant.ts";
export {
  addDays,
  civilDateOf,
  compareLocalDates,
  dayOfWeek,
  daysBetween,
  fullYearsBetween,
  LocalDate,
  Weekday,
} from "./time/local-date.ts";
export { LocalTime, MIDNIGHT } from "./time/local-time.ts";
export { ZoneId } from "./time/zone.ts";
export {
  type ClockResolution,
  endOfDay,
  localDateIn,
  localTimeIn,
  type ResolvedInstant,
  startOfDay,
  toInstant,
  toLaterInstant,
} from "./time/zoned-time.ts";
