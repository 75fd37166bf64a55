/** What stands in a new row: the columns' defaults, the user as owner, and what an address hands over (extraqs, as openForm and sub-grids give it). */
import { session } from '../session.js';

/** @param {string} name @param {any} column @param {any} table */
export function defaultOf(name, column, table) {
  const state = table.columns.statecode && table.columns.statecode.options ? table.columns.statecode.options[0] : null;
  switch (column.kind) {
    case 'Owner': return [{ id: '{' + session.user.id.toUpperCase() + '}', name: session.user.name, entityType: 'systemuser' }];
    case 'State': return state === null ? null : state.value;
    case 'Status': return state === null ? null : state.defaultStatus;
    case 'Boolean': return column.canCreate ? column.default === 1 : null;
    case 'Choice': return column.canCreate ? column.default : null;
    default: return null;
  }
}

/** @param {import('./form-model.js').FormModel} form @param {string | undefined} extra */
export function defaults(form, extra) {
  if (!form.isNew() || !extra) {
    return;
  }

  const given = new URLSearchParams(extra);
  for (const attribute of form.attributes) {
    const value = given.get(attribute.name);
    if (value !== null) {
      attribute.setValue(valueOf(attribute, value, given));
    }
  }
}

function valueOf(attribute, value, given) {
  const { kind, targets } = attribute.column;
  if (targets) {
    const entityType = given.get(attribute.name + 'type') || targets[0].table;
    return [{ id: '{' + value.replace(/[{}]/g, '').toUpperCase() + '}', name: given.get(attribute.name + 'name') || value, entityType }];
  }

  if (['Choice', 'Integer', 'Decimal', 'Double', 'Money', 'Status', 'State'].includes(kind)) {
    return Number(value);
  }

  return kind === 'Boolean' ? value === 'true' || value === '1' : kind === 'DateTime' ? new Date(value) : value;
}
