/** The filter of a grid's column: a menu with what the column's kind can be compared by. */
import * as api from './api.js';
import { dateHint, noDate, readDate, writeDate } from './dates.js';
import { el, freshId } from './dom.js';
import { latinDigits } from './format.js';
import { say } from './session.js';

/** @typedef {{ operator: string, value?: string, values?: string[] }} Filter */

const operators = {
  text: ['contains', 'begins', 'eq', 'ne', 'null', 'not-null'],
  choice: ['in', 'not-in', 'null', 'not-null'],
  date: ['on', 'on-or-after', 'on-or-before', 'null', 'not-null'],
  number: ['eq', 'ge', 'le', 'null', 'not-null'],
  lookup: ['contains', 'begins', 'null', 'not-null'],
};

/** @returns {keyof operators | null} Null: the column's kind has no filter. */
function familyOf(kind) {
  switch (kind) {
    case 'Text': case 'Memo': case 'TableName': return 'text';
    case 'Choice': case 'State': case 'Status': case 'Boolean': return 'choice';
    case 'DateTime': return 'date';
    case 'Integer': case 'BigInteger': case 'Decimal': case 'Double': case 'Money': return 'number';
    case 'Lookup': case 'Customer': case 'Owner': return 'lookup';
    default: return null;
  }
}

/** Conditions of FetchXML for what was chosen; columns of linked tables are named by their alias. @param {string} name @param {any} column @param {Filter} filter */
export function conditionOf(name, column, filter) {
  const at = name.indexOf('.');
  const owner = at < 0 ? {} : { entityname: name.slice(0, at) };
  const plain = at < 0 ? name : name.slice(at + 1);
  const isByName = familyOf(column.kind) === 'lookup' && filter.value !== undefined;
  const attribute = isByName ? plain + 'name' : plain;
  switch (filter.operator) {
    case 'contains': return { ...owner, attribute, operator: 'like', value: '%' + filter.value + '%' };
    case 'begins': return { ...owner, attribute, operator: 'like', value: filter.value + '%' };
    case 'in': case 'not-in': return { ...owner, attribute, operator: filter.operator, values: filter.values };
    case 'null': case 'not-null': return { ...owner, attribute, operator: filter.operator };
    default: return { ...owner, attribute, operator: filter.operator, value: filter.value };
  }
}

/**
 * The button of a column's head that opens the menu; null where the column cannot be filtered.
 * @param {any} column Of the view. @param {any} known Its metadata. @param {Filter | undefined} filter @param {(filter: Filter | undefined) => void} choose
 */
export function filterButton(column, known, filter, choose) {
  const family = known ? familyOf(known.kind) : null;
  if (family === null || (family === 'lookup' && column.name.includes('.'))) {
    return null;
  }

  const label = say(filter ? 'filterOn' : 'filterOf', column.label);
  const button = el('button', { type: 'button', class: 'filter' + (filter ? ' on' : ''), tabindex: -1, 'data-filter': column.name, 'aria-haspopup': 'dialog', 'aria-label': label, title: label }, filter ? '▼' : '▽');
  button.addEventListener('click', () => open(button, column, known, family, filter, choose));
  return button;
}

function open(button, column, known, family, filter, choose) {
  document.querySelector('form.filter-menu')?.remove();
  const operatorId = freshId('operator');
  const select = el('select', { id: operatorId, 'data-part': 'operator', onchange: () => draw() }, ...operators[family].map((one) => el('option', { value: one }, say('filter.' + one))));
  const value = valueOf(family, known, filter, column.label);
  const problem = el('p', { class: 'field-notice', role: 'alert', hidden: true });
  const menu = el('form', { class: 'filter-menu', role: 'dialog', popover: 'auto', 'aria-label': say('filterOf', column.label), 'data-menu': column.name },
    el('div', { class: 'filter-line' }, el('label', { for: operatorId }, say('filterBy')), select),
    value.element, problem,
    el('div', { class: 'actions' },
      el('button', { class: 'primary', 'data-action': 'filter-apply' }, say('filterApply')),
      el('button', { type: 'button', 'data-action': 'filter-clear', disabled: filter === undefined, onclick: () => done(undefined) }, say('filterClear'))));
  const draw = () => { value.element.hidden = select.value.endsWith('null'); };
  const done = (chosen) => {
    menu.hidePopover();
    choose(chosen);
  };
  menu.addEventListener('submit', (event) => {
    event.preventDefault();
    try {
      done(select.value.endsWith('null') ? { operator: select.value } : value.read(select.value));
    } catch (wrong) {
      problem.hidden = false;
      problem.textContent = wrong.message;
      value.element.querySelector('input').focus();
    }
  });
  menu.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') {
      menu.remove();
    }
  });
  select.value = filter ? filter.operator : operators[family][0];
  draw();
  (button.closest('.grid') || document.body).append(menu);
  menu.showPopover();
  place(menu, button);
  select.focus();
}

/** Below the button, on the screen. */
function place(menu, button) {
  const [at, box] = [button.getBoundingClientRect(), menu.getBoundingClientRect()];
  const start = document.documentElement.dir === 'rtl' ? at.right - box.width : at.left;
  menu.style.left = Math.max(8, Math.min(start, window.innerWidth - box.width - 8)) + 'px';
  menu.style.top = Math.max(8, Math.min(at.bottom + 4, window.innerHeight - box.height - 8)) + 'px';
}

/**
 * Where the value is entered. Nothing entered is no filter; what is no value of the column's kind is an error with a sentence.
 * @param {Filter | undefined} filter @returns {{ element: HTMLElement, read: (operator: string) => Filter | undefined }}
 */
function valueOf(family, known, filter, label) {
  if (family === 'choice') {
    const boxes = known.options.map((option) => {
      const box = el('input', { type: 'checkbox', value: String(option.value) });
      box.checked = (filter?.values || []).includes(box.value);
      return { box, line: el('label', { class: 'filter-choice' }, box, option.label) };
    });
    const read = (operator) => {
      const values = boxes.filter((one) => one.box.checked).map((one) => one.box.value);
      return values.length === 0 ? undefined : { operator, values };
    };
    return { element: el('fieldset', { class: 'filter-choices' }, el('legend', {}, say('filterValue')), ...boxes.map((one) => one.line)), read };
  }

  const id = freshId('value');
  const isDate = family === 'date';
  const shown = isDate && filter?.value ? writeDate(new Date(filter.value), true) : filter?.value ?? '';
  const input = el('input', { id, type: 'text', inputmode: family === 'number' ? 'decimal' : null, dir: isDate ? null : 'auto', placeholder: isDate ? dateHint(true) : null, autocomplete: 'off', 'data-part': 'value', value: shown });
  const read = (operator) => {
    const typed = input.value.trim();
    return typed === '' ? undefined : { operator, value: isDate ? dayOf(typed, label) : family === 'number' ? figureOf(typed, label) : typed };
  };
  return { element: el('div', { class: 'filter-line' }, el('label', { for: id }, say('filterValue')), input), read };
}

function dayOf(typed, label) {
  const date = readDate(typed, true);
  if (date === null) {
    throw new Error(noDate(label, true));
  }

  return date.toISOString().slice(0, 10);
}

function figureOf(typed, label) {
  const plain = latinDigits(typed).replace('٫', '.');
  if (Number.isNaN(Number(plain))) {
    throw new Error(say('number', label));
  }

  return plain;
}

/** The metadata of a view's columns, those of linked tables too. @param {any} view @param {any} table @returns {Promise<Map<string, any>>} */
export async function columnsOf(view, table) {
  const found = new Map();
  for (const column of view.columns) {
    const owner = column.name.includes('.') && column.table ? await api.table(column.table) : table;
    found.set(column.name, (column.column && owner.columns[column.column]) || null);
  }

  return found;
}
