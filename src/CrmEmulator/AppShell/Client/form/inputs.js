/** Inputs for texts, numbers, choices, two-options and dates. Each gives its element, how to draw it and how to focus it. */
import { dateHint, noDate, readDate, writeDate } from '../dates.js';
import { el } from '../dom.js';
import { latinDigits, number } from '../format.js';
import { say, session } from '../session.js';

/** @param {import('../xrm/attribute.js').Attribute} attribute @param {Record<string, string>} given Attributes of the input. @param {number} rows That the form gives to it. */
export function inputOf(attribute, given, rows) {
  switch (attribute.column.kind) {
    case 'Memo': return memo(attribute, given, rows);
    case 'Choice': case 'State': case 'Status': case 'Boolean': return choice(attribute, given);
    case 'DateTime': return date(attribute, given);
    case 'Integer': case 'BigInteger': case 'Decimal': case 'Double': case 'Money': return numeric(attribute, given);
    case 'Text': case 'TableName': case 'UniqueId': case 'Key': return text(attribute, given);
    default: throw new Error('The emulator\'s forms cannot show ' + attribute.name + ': a column of the kind ' + attribute.column.kind + '.');
  }
}

function drawer(input, show) {
  return (isLocked, isRequired, isWrong) => {
    show(isLocked);
    if ('readOnly' in input) {
      input.readOnly = isLocked;
    } else {
      input.disabled = isLocked;
    }

    input.setAttribute('aria-required', String(isRequired));
    input.setAttribute('aria-invalid', String(isWrong));
  };
}

/**
 * A field to type into. What is being typed, and what was no value, stays when the row is read again.
 * @param {import('../xrm/attribute.js').Attribute} attribute
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {{ write: (value: any) => string, read: (typed: string) => any, wrong?: (label: string) => string, hint?: string }} how A read of undefined: it is no value.
 */
function field(attribute, input, how) {
  let [shown, isWrong] = ['', false];
  const show = (isLocked) => {
    input.placeholder = isLocked ? '' : how.hint || '';
    if (isLocked || !(isWrong || (document.activeElement === input && input.value !== shown))) {
      const value = attribute.getValue();
      shown = value === null ? '' : how.write(value);
      input.value = shown;
    }
  };
  input.addEventListener('change', () => {
    const value = input.value.trim() === '' ? null : how.read(input.value);
    shown = input.value;
    isWrong = value === undefined;
    attribute.bound.forEach((control) => (isWrong ? control.setNotification(how.wrong(control.label), 'entry') : control.clearNotification('entry')));
    if (!isWrong) {
      attribute.enter(value);
    }
  });
  return { element: input, focus: () => input.focus(), draw: drawer(input, show) };
}

const asItIs = { write: (value) => value, read: (typed) => typed };

function text(attribute, given) {
  return field(attribute, el('input', { ...given, type: attribute.column.format === 'password' ? 'password' : 'text', maxlength: attribute.column.maxLength || null, dir: 'auto', autocomplete: 'off' }), asItIs);
}

function memo(attribute, given, rows) {
  return field(attribute, el('textarea', { ...given, rows: Math.max(3, rows), maxlength: attribute.column.maxLength || null, dir: 'auto' }), asItIs);
}

/** Digits of both languages are read; a thing that is no number is said to be none. */
function numeric(attribute, given) {
  const read = (typed) => {
    const plain = latinDigits(typed).replace(/[,٬\s]/g, '').replace('٫', '.').replace(session.currencySymbol, '');
    return Number.isNaN(Number(plain)) ? undefined : Number(plain);
  };
  return field(attribute, el('input', { ...given, type: 'text', inputmode: 'decimal', autocomplete: 'off' }), { write: (value) => number(value, attribute.column.precision), read, wrong: (label) => say('number', label) });
}

function choice(attribute, given) {
  const isFlag = attribute.column.kind === 'Boolean';
  const options = attribute.column.options.map((option) => el('option', { value: String(option.value) }, option.label));
  const select = el('select', { ...given, onchange: () => attribute.enter(select.value === '' ? null : isFlag ? select.value === '1' : Number(select.value)) }, el('option', { value: '' }, say('emptyChoice')), ...options);
  const show = () => {
    const value = attribute.getValue();
    select.value = value === null ? '' : String(isFlag ? Number(value) : value);
  };
  return { element: select, focus: () => select.focus(), draw: drawer(select, show) };
}

/** A text in the reader's order and calendar; a thing that is no date is said to be none. */
function date(attribute, given) {
  const { isDateOnly } = attribute.column;
  return field(attribute, el('input', { ...given, type: 'text', autocomplete: 'off' }), {
    hint: dateHint(isDateOnly), write: (value) => writeDate(value, isDateOnly), read: (typed) => readDate(typed, isDateOnly) ?? undefined, wrong: (label) => noDate(label, isDateOnly),
  });
}
