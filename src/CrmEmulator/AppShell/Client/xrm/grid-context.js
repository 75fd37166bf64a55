/** What scripts get as SelectedControl of a grid. */
import { collection } from './collection.js';
import { without } from './unsupported.js';
import { valueOf } from './attribute.js';

/** @param {import('../grid.js').Grid} grid @param {{ name: string, refreshRibbon: () => void, relationship?: any }} options */
export function gridContext(grid, options) {
  const rows = (wanted) => collection(() => grid.rows.filter((row) => wanted(row[grid.table.primaryId])).map((row) => gridRow(grid, row)), (row) => row.getKey());
  return without({
    getName: () => options.name,
    getControlType: () => 'subgrid',
    getEntityName: () => grid.table.logicalName,
    getGrid: () => ({
      getRows: () => rows(() => true),
      getSelectedRows: () => rows((id) => grid.selected.has(id)),
      getTotalRecordCount: () => grid.count,
    }),
    getViewSelector: () => ({ getCurrentView: () => ({ id: '{' + grid.view.id.toUpperCase() + '}', entityType: 1039, name: grid.view.label }) }),
    getRelationship: () => options.relationship || null,
    refresh: () => { void grid.refresh(); },
    refreshRibbon: () => { options.refreshRibbon(); },
    getVisible: () => true,
    getLabel: () => grid.view.label,
  }, 'gridContext', ['addOnLoad', 'removeOnLoad', 'getFetchXml', 'getGridType', 'getUrl', 'openRelatedGrid', 'setFilterXml']);
}

function gridRow(grid, row) {
  const id = row[grid.table.primaryId];
  const name = grid.table.primaryName ? row[grid.table.primaryName] || '' : '';
  const columns = grid.view.columns.filter((column) => !column.name.includes('.') && grid.table.columns[column.name]);
  const attributes = collection(() => columns.map((column) => ({ getName: () => column.name, getValue: () => valueOf(row, grid.table.columns[column.name]) })), (one) => one.getName());
  const entity = {
    attributes,
    getAttributes: () => attributes,
    getEntityName: () => grid.table.logicalName,
    getId: () => '{' + id.toUpperCase() + '}',
    getPrimaryAttributeValue: () => name,
    getEntityReference: () => ({ id: '{' + id.toUpperCase() + '}', name, entityType: grid.table.logicalName }),
  };
  return { data: { entity }, getData: () => ({ entity, getEntity: () => entity }), getKey: () => id };
}
