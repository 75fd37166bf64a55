/** Inputs for texts, numbers, choices, two-options and dates. Each gives its element, how to draw it and how to focus it. */
import { el } from '../dom.js';
import { dateTime, fromInput, number, toInput } from '../format.js';
import { say, session } from '../session.js';

/** @param {import('../xrm/attribute.js').Attribute} attribute @param {Record<string, string>} given Attributes of the input. */
export function inputOf(attribute, given) {
  switch (attribute.column.kind) {
    case 'Memo': return memo(attribute, given);
    case 'Choice': case 'State': case 'Status': case 'Boolean': return choice(attribute, given);
    case 'DateTime': return date(attribute, given);
    case 'Integer': case 'BigInteger': case 'Decimal': case 'Double': case 'Money': return numeric(attribute, given);
    case 'Text': case 'TableName': case 'UniqueId': case 'Key': return text(attribute, given);
    default: throw new Error('The emulator\'s forms cannot show ' + attribute.name + ': a column of the kind ' + attribute.column.kind + '.');
  }
}

function drawer(input, show) {
  return (isLocked, isRequired, isWrong) => {
    show();
    if ('readOnly' in input && input.type !== 'datetime-local' && input.type !== 'date') {
      input.readOnly = isLocked;
    } else {
      input.disabled = isLocked;
    }

    input.setAttribute('aria-required', String(isRequired));
    input.setAttribute('aria-invalid', String(isWrong));
  };
}

function text(attribute, given) {
  const input = el('input', { ...given, type: attribute.column.format === 'password' ? 'password' : 'text', maxlength: attribute.column.maxLength || null, dir: 'auto', autocomplete: 'off', onchange: () => attribute.enter(input.value) });
  return { element: input, focus: () => input.focus(), draw: drawer(input, () => { input.value = attribute.getValue() ?? ''; }) };
}

function memo(attribute, given) {
  const input = el('textarea', { ...given, rows: 5, maxlength: attribute.column.maxLength || null, dir: 'auto', onchange: () => attribute.enter(input.value) });
  return { element: input, focus: () => input.focus(), draw: drawer(input, () => { input.value = attribute.getValue() ?? ''; }) };
}

/** Digits of both languages are read; a thing that is no number is said to be none. */
function numeric(attribute, given) {
  const input = el('input', { ...given, type: 'text', inputmode: 'decimal', autocomplete: 'off', onchange: () => enter() });
  const enter = () => {
    const typed = input.value.trim().replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6F0)).replace(/[,٬\s]/g, '').replace('٫', '.').replace(session.currencySymbol, '');
    if (typed !== '' && Number.isNaN(Number(typed))) {
      attribute.bound.forEach((control) => control.setNotification(say('number', control.label), 'number'));
      return;
    }

    attribute.bound.forEach((control) => control.clearNotification('number'));
    attribute.enter(typed === '' ? null : Number(typed));
  };
  const show = () => {
    const value = attribute.getValue();
    if (document.activeElement !== input || input.readOnly) {
      input.value = value === null ? '' : number(value, attribute.column.precision);
    }
  };
  return { element: input, focus: () => input.focus(), draw: drawer(input, show) };
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

/** The picker is the browser's; below it the date stands as the reader's calendar has it. */
function date(attribute, given) {
  const { isDateOnly } = attribute.column;
  const input = el('input', { ...given, type: isDateOnly ? 'date' : 'datetime-local', onchange: () => attribute.enter(input.value === '' ? null : fromInput(input.value, isDateOnly)) });
  const words = el('span', { class: 'calendar' });
  const show = () => {
    const value = attribute.getValue();
    input.value = value === null ? '' : toInput(value, isDateOnly);
    input.classList.toggle('empty', value === null);
    words.textContent = value === null ? '' : dateTime(value, isDateOnly);
  };
  return { element: el('div', { class: 'date' }, input, words), focus: () => input.focus(), draw: drawer(input, show) };
}
