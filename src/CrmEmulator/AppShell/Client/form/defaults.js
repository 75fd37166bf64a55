/** Values that an address hands to a new row: extraqs, as openForm and sub-grids give them. */

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
