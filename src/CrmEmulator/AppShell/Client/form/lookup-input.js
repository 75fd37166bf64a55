/** A lookup or party list: the chosen rows as links, and a field that searches as one types. */
import * as api from '../api.js';
import { addressOf, follow } from '../address.js';
import { el, fill, freshId } from '../dom.js';
import * as fetchXml from '../fetch.js';
import { canQuickCreate, quickCreate } from '../quick-create.js';
import { say } from '../session.js';

const most = 8;

/** @param {import('../xrm/attribute.js').Attribute} attribute @param {import('../xrm/control.js').Control} control @param {string} labelId */
export function lookupInput(attribute, control, labelId) {
  const isList = attribute.column.kind === 'PartyList';
  const listId = freshId('options');
  const chosen = el('span', { class: 'chosen' });
  const list = el('ul', { id: listId, role: 'listbox', 'aria-labelledby': labelId, hidden: true });
  const input = el('input', { type: 'text', role: 'combobox', 'data-column': attribute.name, 'aria-labelledby': labelId, 'aria-expanded': 'false', 'aria-controls': listId, 'aria-autocomplete': 'list', autocomplete: 'off', dir: 'auto', placeholder: say('lookFor') });
  const element = el('div', { class: 'lookup', role: 'group', 'aria-labelledby': labelId }, chosen, input, list);
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const take = (row) => {
    close();
    input.value = '';
    attribute.enter(isList ? [...(attribute.getValue() || []), row] : [row]);
    (element.querySelector('.chosen button') || input).focus();
  };
  const search = () => {
    clearTimeout(input.wait);
    input.wait = setTimeout(() => { void offer(attribute, input, list, take); }, 200);
  };
  input.addEventListener('input', search);
  input.addEventListener('focus', () => { if (input.value !== '') { search(); } });
  input.addEventListener('keydown', (event) => walk(event, input, list, close, search));
  element.addEventListener('focusout', (event) => { if (!element.contains(event.relatedTarget)) { close(); } });
  const draw = (isLocked, isRequired) => {
    const value = attribute.getValue() || [];
    element.classList.toggle('locked', isLocked);
    fill(chosen, ...value.map((one) => chip(one, isLocked, () => {
      const rest = value.filter((other) => other !== one);
      attribute.enter(rest.length === 0 ? null : rest);
      input.focus();
    })));
    input.hidden = isLocked || (!isList && value.length > 0);
    input.setAttribute('aria-required', String(isRequired));
  };
  return { element, focus: () => (input.hidden ? element.querySelector('a, button')?.focus() : input.focus()), draw };
}

function chip(one, isLocked, remove) {
  const name = one.name || one.id;
  const place = { pageType: 'entityrecord', table: one.entityType, id: one.id.replace(/[{}]/g, '').toLowerCase() };
  return el('span', { class: 'chip', 'data-id': place.id },
    one.entityType ? el('a', { href: addressOf(place), dir: 'auto', onclick: (event) => follow(event, place) }, name) : el('span', { dir: 'auto' }, name),
    isLocked ? null : el('button', { type: 'button', 'aria-label': say('remove', name), onclick: remove }, '×'));
}

/** The rows of every target that begin with, or hold, what was typed. */
async function offer(attribute, input, list, take) {
  const text = input.value.trim();
  const names = attribute.column.kind === 'PartyList' ? ['contact', 'account', 'lead', 'systemuser', 'queue'] : attribute.column.targets.map((target) => target.table);
  const found = [];
  for (const name of names) {
    found.push(...await search(await api.table(name), text).catch(() => []));
  }

  if (input.value.trim() !== text) {
    return;
  }

  const options = found.slice(0, most * 2).map((one) => el('li', { role: 'option', id: freshId('option'), 'data-id': one.plain, 'data-table': one.row.entityType, 'aria-selected': 'false', onmousedown: (event) => { event.preventDefault(); take(one.row); } },
    el('span', { dir: 'auto' }, one.row.name), names.length > 1 ? el('small', {}, one.label) : null));
  options.forEach((option, index) => { option.choose = () => take(found[index].row); });
  const made = (await Promise.all(names.filter(canQuickCreate).map(api.table))).map((table) => newOf(table, take));
  fill(list, ...(options.length > 0 ? options : [el('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, say('notFound'))]), ...made);
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
}

/** The last lines of the list: a new row by the table's short form. */
function newOf(table, take) {
  const option = el('li', { role: 'option', id: freshId('option'), 'data-new': table.logicalName, 'aria-selected': 'false', onmousedown: (event) => { event.preventDefault(); void option.choose(); } }, say('newOf', table.label));
  option.choose = async () => {
    const made = await quickCreate(table.logicalName);
    if (made !== null) {
      take(made);
    }
  };
  return option;
}

async function search(table, text) {
  const view = table.views.find((one) => one.kind === 64) || table.views.find((one) => one.kind === 0 && one.isDefault) || table.views[0];
  if (view === undefined) {
    return [];
  }

  const { fetchXml: xml, find } = await api.view(view.id);
  const fetch = fetchXml.parse(xml);
  if (text !== '') {
    fetchXml.find(fetch, table, [...new Set([table.primaryName, ...find])], '*' + text);
  }

  fetchXml.page(fetch, 1, most, null);
  const answer = await api.fetchRows(table.setName, fetchXml.write(fetch));
  return answer.value.map((row) => {
    const plain = row[table.primaryId];
    return { plain, label: table.label, row: { id: '{' + plain.toUpperCase() + '}', name: row[table.primaryName] || plain, entityType: table.logicalName, set: table.setName } };
  });
}

function walk(event, input, list, close, search) {
  if (event.key === 'Escape' && !list.hidden) {
    event.stopPropagation();
    event.preventDefault();
    close();
  } else if (event.key === 'ArrowDown' && list.hidden) {
    search();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    mark(input, list, event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Enter' && !list.hidden) {
    event.preventDefault();
    (list.querySelector('[aria-selected="true"]') || list.firstElementChild).choose?.();
  }
}

function mark(input, list, by) {
  const options = Array.from(list.children);
  const at = options.findIndex((one) => one.getAttribute('aria-selected') === 'true');
  const next = options[(at + by + options.length) % options.length];
  options.forEach((one) => one.setAttribute('aria-selected', String(one === next)));
  input.setAttribute('aria-activedescendant', next.id);
  next.scrollIntoView({ block: 'nearest' });
}
