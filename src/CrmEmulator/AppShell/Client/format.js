/** Values as people read them, in their language and in the organisation's time. */
import { isPersian, locale, say, session } from './session.js';

export const formatted = '@OData.Community.Display.V1.FormattedValue';
export const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname';

export function number(value, digits) {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits ?? 20, minimumFractionDigits: 0 }).format(value);
}

/** @param {string | Date} value An instant. */
export function dateTime(value, isDateOnly = false) {
  const shifted = isDateOnly ? new Date(value) : new Date(new Date(value).getTime() + session.offsetMinutes * 60000);
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale(), isDateOnly ? parts : { ...parts, hour: '2-digit', minute: '2-digit' }).format(shifted).replace(',', isPersian() ? '،' : ',');
}

/** Persian and Arabic digits as those that a computer reads. @param {string} text */
export function latinDigits(text) {
  return text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6F0)).replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
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
