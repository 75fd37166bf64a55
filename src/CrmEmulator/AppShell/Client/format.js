/** Values as people read them, in their language and in the organisation's time. */
import { locale, say, session } from './session.js';

export const formatted = '@OData.Community.Display.V1.FormattedValue';
export const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname';

export function number(value, digits) {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits ?? 20, minimumFractionDigits: 0 }).format(value);
}

/** @param {string | Date} value An instant. */
export function dateTime(value, isDateOnly = false) {
  const shifted = isDateOnly ? new Date(value) : new Date(new Date(value).getTime() + session.offsetMinutes * 60000);
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale(), isDateOnly ? parts : { ...parts, hour: '2-digit', minute: '2-digit' }).format(shifted);
}

/** For input type=datetime-local: the organisation's wall clock. */
export function toInput(date, isDateOnly) {
  const shifted = isDateOnly ? date : new Date(date.getTime() + session.offsetMinutes * 60000);
  return shifted.toISOString().slice(0, isDateOnly ? 10 : 16);
}

export function fromInput(text, isDateOnly) {
  return isDateOnly ? new Date(text + 'T00:00:00Z') : new Date(Date.parse(text + (text.length === 16 ? ':00Z' : 'Z')) - session.offsetMinutes * 60000);
}

/**
 * The text of a cell.
 * @param {Record<string, any>} row Of the Web API.
 * @param {string} property
 * @param {any} column Its metadata; null where it is not known.
 */
export function cellText(row, property, column) {
  const value = row[property];
  if (value === null || value === undefined) {
    return '';
  }

  switch (column && column.kind) {
    case 'Choice': case 'State': case 'Status': case 'Boolean':
      return optionLabel(column, Number(value)) ?? row[property + formatted] ?? String(value);
    case 'DateTime':
      return dateTime(value, column.isDateOnly);
    case 'Integer': case 'BigInteger':
      return number(value, 0);
    case 'Decimal': case 'Double':
      return number(value, column.precision);
    case 'Money':
      return number(value, column.precision) + ' ' + session.currencySymbol;
    default:
      return row[property + formatted] ?? String(value);
  }
}

export function optionLabel(column, value) {
  const option = (column.options || []).find((one) => one.value === value);
  return option ? option.label : null;
}

/** A count that the platform stops at 5,000. */
export function total(count, isExceeded) {
  return isExceeded ? say('moreThan', number(count)) : number(count);
}
