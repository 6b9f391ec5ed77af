export { toZonedTime } from "date-fns-tz";
