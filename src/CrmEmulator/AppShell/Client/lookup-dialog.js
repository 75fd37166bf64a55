/** Xrm.Utility.lookupObjects, and choosing existing rows for a sub-grid: a modal window with a searched list. */
import * as api from './api.js';
import * as dialogs from './dialogs.js';
import { el, freshId } from './dom.js';
import { Grid } from './grid.js';
import { say } from './session.js';

/**
 * @param {{ entityTypes: string[], defaultEntityType?: string, allowMultiSelect?: boolean, title?: string }} options
 * @returns {Promise<Array<{ id: string, name: string, entityType: string }>>} Empty when it was cancelled.
 */
export async function lookupDialog(options) {
  const tables = await Promise.all(options.entityTypes.map(api.table));
  const place = el('div', { class: 'lookup-rows' });
  const choose = el('button', { class: 'primary', disabled: true, 'data-action': 'choose', onclick: () => shown.close(picked()) }, say('choose'));
  let grid;
  const picked = () => grid.rows.filter((row) => grid.selected.has(row[grid.table.primaryId])).map((row) => ({ id: '{' + row[grid.table.primaryId].toUpperCase() + '}', name: row[grid.table.primaryName] || '', entityType: grid.table.logicalName }));
  const selected = () => {
    if (!options.allowMultiSelect && grid.selected.size > 1) {
      grid.selected = new Set([[...grid.selected].pop()]);
      grid.draw();
    }

    choose.disabled = grid.selected.size === 0;
  };
  const show = async (name) => {
    const table = tables.find((one) => one.logicalName === name);
    grid = new Grid({ table, name: 'lookup', pageSize: 25, opens: false, onSelect: selected });
    place.replaceChildren(grid.element);
    const view = table.views.find((one) => one.kind === 64) || table.views.find((one) => one.isDefault && one.kind === 0) || table.views[0];
    await grid.show(view.id);
  };
  const [tableId, searchId] = [freshId('table'), freshId('search')];
  const kind = el('select', { id: tableId, onchange: () => { void show(kind.value); } }, ...tables.map((one) => el('option', { value: one.logicalName }, one.label)));
  const search = el('input', { id: searchId, type: 'search', autofocus: true, oninput: () => { clearTimeout(search.wait); search.wait = setTimeout(() => { void grid.find(search.value); }, 250); } });
  const shown = dialogs.open({
    title: options.title || say('lookFor'), kind: 'lookup-window', name: 'lookup',
    content: [
      el('div', { class: 'lookup-head' },
        el('label', { for: tableId }, say('table')), kind,
        el('label', { for: searchId }, say('lookFor')), search),
      place,
      el('div', { class: 'actions' }, choose, el('button', { 'data-action': 'cancel', onclick: () => shown.close([]) }, say('cancel'))),
    ],
  });
  kind.value = options.defaultEntityType && options.entityTypes.includes(options.defaultEntityType) ? options.defaultEntityType : options.entityTypes[0];
  await show(kind.value);
  return (await shown.closed) || [];
}
