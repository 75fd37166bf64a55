/** Dates as people write them, in the order and the calendar of their language: 28/11/2026 14:30, ۱۴۰۵/۰۹/۰۷ ۱۴:۳۰. */
import { latinDigits } from './format.js';
import { isPersian, say, session } from './session.js';

const aDay = 86400000;
const offset = (isDateOnly) => (isDateOnly ? 0 : session.offsetMinutes * 60000);

function partsOf(date, locale) {
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
  return Object.fromEntries(format.formatToParts(date).map((part) => [part.type, part.value]));
}

/** @param {Date} date An instant. @param {boolean} isDateOnly */
export function writeDate(date, isDateOnly) {
  const { year, month, day, hour, minute } = partsOf(new Date(date.getTime() + offset(isDateOnly)), isPersian() ? 'fa-IR-u-ca-persian-nu-arabext' : 'en-GB');
  return (isPersian() ? [year, month, day] : [day, month, year]).join('/') + (isDateOnly ? '' : ' ' + hour + ':' + minute);
}

/** What a field is to be filled with, in the reader's words. */
export const dateHint = (isDateOnly) => say(isDateOnly ? 'dateHint' : 'timeHint');

/** What is said of a text that is no date. @param {string} label */
export const noDate = (label, isDateOnly) => say('date', label, writeDate(new Date(), isDateOnly));

/**
 * Digits of both languages; a year before 1700 is one of the Persian calendar, whatever the reader's language.
 * @param {string} text @param {boolean} isDateOnly @returns {Date | null} Null: it is no date.
 */
export function readDate(text, isDateOnly) {
  const found = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[\s,،]+(\d{1,2}):(\d{2}))?$/.exec(latinDigits(text).trim());
  if (found === null || (isDateOnly && found[4] !== undefined)) {
    return null;
  }

  const [first, month, last, hour, minute] = found.slice(1).map((one) => Number(one || 0));
  const [year, day] = first > 31 ? [first, last] : [last, first];
  const start = year < 1000 ? null : year < 1700 ? ofPersian(year, month, day) : ofGregorian(year, month, day);
  return start === null || hour > 23 || minute > 59 ? null : new Date(start + (hour * 60 + minute) * 60000 - offset(isDateOnly));
}

function ofGregorian(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

/** The year begins about the 20th of March; on which day, the browser's own calendar tells. */
function ofPersian(year, month, day) {
  const about = Date.UTC(year + 621, 2, 20) + ((month - 1) * 30 + Math.min(month - 1, 6) + day - 1) * aDay;
  const isIt = (instant) => {
    const parts = partsOf(new Date(instant), 'en-u-ca-persian-nu-latn');
    return parseInt(parts.year, 10) === year && Number(parts.month) === month && Number(parts.day) === day;
  };
  return [-1, 0, 1, 2].map((days) => about + days * aDay).find(isIt) ?? null;
}
