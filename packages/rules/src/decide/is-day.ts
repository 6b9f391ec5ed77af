/** Whether a text is a day that exists, as `isCalendarDay` says, by its characters alone: it is asked at every decision. */
export const isDay = (text: string): boolean => {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  const century = twoDigits(text, 0);
  const year = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  // A character that is no digit makes its number NaN, and every comparison with it false.
  return (
    century * 100 + year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(century * 100 + year, month)
  );
};

const DASH = 45;
const ZERO = 48;

const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};

const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
