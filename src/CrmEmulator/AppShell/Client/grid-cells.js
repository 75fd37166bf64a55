/** The cells of a grid's row: texts, and links to the row itself and to the rows it points at. Each text has its own direction and the page's side. */
import { addressOf, follow } from './address.js';
import { el } from './dom.js';
import { cellText, lookupTable } from './format.js';

/** Kinds whose texts are in the reader's own words and digits. */
const worded = ['Choice', 'State', 'Status', 'Boolean', 'DateTime', 'Integer', 'BigInteger', 'Decimal', 'Double', 'Money'];

/** @param {import('./grid.js').Grid} grid @param {Record<string, any>} row */
export function cellsOf(grid, row) {
  return grid.view.columns.map((column, index) => {
    const isOwn = !column.name.includes('.');
    const known = isOwn ? grid.table.columns[column.column] : null;
    const property = known ? known.property : propertyOf(row, column);
    const text = cellText(row, property, known);
    const place = placeOf(grid, row, column, property, index);
    const shown = place === null || grid.options.opens === false ? text : el('a', { href: addressOf(place), onclick: (event) => follow(event, place) }, text || '—');
    const words = el('div', { class: 'words', dir: known && worded.includes(known.kind) ? null : 'auto', onpointerenter: () => { words.title = words.scrollWidth > words.clientWidth ? text : ''; } }, shown);
    return el('td', { 'data-column': column.name, class: known && ['Integer', 'Decimal', 'Money', 'Double'].includes(known.kind) ? 'figure' : null }, words);
  });
}

/** Columns of linked tables come under their alias, lookups of them with _value around. */
function propertyOf(row, column) {
  const plain = column.name.replace('.', '_x002e_');
  return plain in row ? plain : column.name;
}

function placeOf(grid, row, column, property, index) {
  if (column.name === grid.table.primaryName || (index === 0 && !grid.view.columns.some((one) => one.name === grid.table.primaryName))) {
    return grid.placeOf(row);
  }

  const target = row[property + lookupTable];
  return target && row[property] ? { pageType: 'entityrecord', table: target, id: row[property] } : null;
}
