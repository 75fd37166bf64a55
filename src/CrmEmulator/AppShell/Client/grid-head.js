/**
 * The heads of a grid's columns. For the Tab key they are one stop: arrow keys walk (mirrored where the page is), Home and End jump,
 * Enter sorts, Alt+ArrowDown opens the column's filter.
 */
import { el } from './dom.js';
import { filterButton } from './grid-filter.js';
import { say } from './session.js';

/** @param {import('./grid.js').Grid} grid @param {HTMLElement} all Selects every row. */
export function headRow(grid, all) {
  const row = el('tr', { onkeydown: (event) => pressed(event, row), onfocusin: (event) => { grid.headAt = nameOf(event.target); settle(row, grid.headAt); } },
    el('th', { scope: 'col', class: 'pick' }, all), ...grid.view.columns.map((column) => headOf(grid, column)));
  settle(row, grid.headAt);
  return row;
}

function headOf(grid, column) {
  const isSorted = grid.order !== null && grid.order.name === column.name;
  const sorted = isSorted ? (grid.order.isDescending ? 'descending' : 'ascending') : 'none';
  const filter = grid.options.opens === false ? null : filterButton(column, grid.columns.get(column.name), grid.filters.get(column.name), (chosen) => grid.filter(column.name, chosen));
  const sort = el('button', { type: 'button', class: 'sort', title: say(filter ? 'headKeysFilter' : 'headKeys'), 'aria-keyshortcuts': filter ? 'Alt+ArrowDown' : null, onclick: () => grid.sort(column.name) },
    column.label, isSorted ? el('span', { 'aria-hidden': 'true' }, grid.order.isDescending ? ' ↓' : ' ↑') : null);
  const head = el('th', { scope: 'col', 'aria-sort': sorted, 'data-column': column.name }, sort, filter);
  head.style.minInlineSize = Math.min(column.width, 240) * 0.75 + 'px';
  return head;
}

const nameOf = (element) => element.closest('th').dataset.column || '';

const stopsOf = (row) => Array.from(row.querySelectorAll('input, button.sort'));

/** One of them is reached by Tab. */
function settle(row, name) {
  const stops = stopsOf(row);
  const here = stops.find((stop) => nameOf(stop) === name) || stops[0];
  stops.forEach((stop) => { stop.tabIndex = stop === here ? 0 : -1; });
}

function pressed(event, row) {
  const stops = stopsOf(row);
  const at = stops.findIndex((stop) => nameOf(stop) === nameOf(event.target));
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const filter = event.target.closest('th').querySelector('button.filter');
  const next = { ArrowLeft: at - 1, ArrowRight: at - 1, [forward]: at + 1, Home: 0, End: stops.length - 1 }[event.key];
  if (event.altKey && event.key === 'ArrowDown' && filter !== null) {
    event.preventDefault();
    filter.click();
  } else if (next !== undefined && !event.altKey) {
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, next))].focus();
  }
}
