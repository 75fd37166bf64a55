/** The page of a table's views. */
import * as api from './api.js';
import { go, showsView } from './address.js';
import { ChartPane } from './chart-pane.js';
import * as dialogs from './dialogs.js';
import { el, fill, freshId } from './dom.js';
import { Grid } from './grid.js';
import { Ribbon } from './ribbon.js';
import { mayNot } from './ribbon-rules.js';
import { depth, say } from './session.js';
import { gridContext } from './xrm/grid-context.js';

/** @param {HTMLElement} main @param {import('./address.js').Place} place */
export async function showList(main, place) {
  const table = await api.table(place.table);
  let ribbon = null;
  const grid = new Grid({ table, name: 'list', onSelect: () => { void ribbon?.refresh(); }, onDrawn: () => { void charts?.follow(); } });
  const context = gridContext(grid, { name: 'list', refreshRibbon: () => { void ribbon.refresh(); } });
  ribbon = new Ribbon({
    table, place: 'HomepageGrid', primaryControl: context, selectedControl: context, ids: () => [...grid.selected], allIds: () => grid.rows.map((row) => row[table.primaryId]), own: commandsOf(table, grid),
  });
  const views = table.views.filter((view) => view.kind === 0);
  const [viewId, findId] = [freshId('view'), freshId('find')];
  const picker = el('select', { id: viewId, 'data-picker': 'view', onchange: () => { void choose(picker.value); } }, ...views.map((view) => el('option', { value: view.id }, view.label)));
  const search = el('input', { id: findId, type: 'search', dir: 'auto' });
  const charts = table.charts.length > 0 ? new ChartPane(table, grid) : null;
  const choose = async (id) => {
    showsView(id);
    await grid.show(id);
    document.title = grid.view.label + ' – ' + table.plural;
  };
  fill(main, ribbon.element,
    el('div', { class: 'list-head' },
      el('h1', {}, table.plural),
      el('div', { class: 'picker' }, el('label', { for: viewId }, say('view')), picker),
      el('form', { role: 'search', class: 'picker', onsubmit: (event) => { event.preventDefault(); void grid.find(search.value); } }, el('label', { for: findId }, say('find')), search, el('button', { 'data-action': 'find' }, say('findGo'))),
      charts ? charts.picker : null),
    el('div', { class: 'list-body' }, grid.element, charts ? charts.element : null));
  const wanted = views.find((view) => view.id === place.view) || views.find((view) => view.isDefault) || views[0];
  if (wanted === undefined) {
    fill(main, el('p', { class: 'problem' }, say('nothing')));
    return;
  }

  picker.value = wanted.id;
  await grid.show(wanted.id);
  document.title = grid.view.label + ' – ' + table.plural;
  await ribbon.refresh();
}

function commandsOf(table, grid) {
  const right = (action) => (depth(table.logicalName, action) > 0 ? null : mayNot(action, table));
  return [
    { name: 'shell.new', label: say('new'), greyed: () => right('Create'), run: () => go({ pageType: 'entityrecord', table: table.logicalName }) },
    { name: 'shell.edit', label: say('edit'), greyed: () => (grid.selected.size === 1 ? null : say('selectOne')), run: () => go({ pageType: 'entityrecord', table: table.logicalName, id: [...grid.selected][0] }) },
    { name: 'shell.delete', label: say('delete'), greyed: () => right('Delete') ?? (grid.selected.size > 0 ? null : say('selectAny')), run: () => remove(table, grid) },
    { name: 'shell.refresh', label: say('refresh'), run: () => grid.refresh() },
  ];
}

async function remove(table, grid) {
  const ids = [...grid.selected];
  if (!(await dialogs.confirm({ title: say('deleteTitle'), text: say('deleteQuestion', ids.length), confirmButtonLabel: say('delete'), cancelButtonLabel: say('cancel') }))) {
    return;
  }

  try {
    for (const id of ids) {
      await api.call('DELETE', table.setName + '(' + id + ')');
    }
  } finally {
    await grid.refresh();
  }
}
