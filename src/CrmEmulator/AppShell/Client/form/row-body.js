/** What is sent to the Web API for the changed columns of a form. */

/** @param {import('../xrm/attribute.js').Attribute[]} changed @param {any} table @returns {Record<string, any>} */
export function bodyOf(changed, table) {
  const body = {};
  const parties = [];
  for (const attribute of changed) {
    const { column, name } = attribute;
    const value = attribute.getValue();
    if (column.kind === 'PartyList') {
      if ((value || []).length === 0 && attribute.getInitialValue() !== null) {
        throw new Error(column.label + ': the Web API of the emulator cannot take away the last party.');
      }

      parties.push(...partiesOf(value || [], column));
    } else if (column.targets) {
      bind(body, name, column, value);
    } else if (value instanceof Date) {
      body[name] = column.isDateOnly ? value.toISOString().slice(0, 10) : value.toISOString().slice(0, 19) + 'Z';
    } else {
      body[name] = value;
    }
  }

  if (parties.length > 0) {
    body[table.logicalName + '_activity_parties'] = parties;
  }

  return body;
}

function bind(body, name, column, value) {
  if (value === null) {
    body[column.targets[0].navigation + '@odata.bind'] = null;
    return;
  }

  const target = column.targets.find((one) => one.table === value[0].entityType);
  if (target === undefined) {
    throw new Error(name + ' cannot point at ' + value[0].entityType + '.');
  }

  body[target.navigation + '@odata.bind'] = '/' + target.set + '(' + plain(value[0].id) + ')';
}

function partiesOf(value, column) {
  return value.map((party) => ({ participationtypemask: column.partyMask, ['partyid_' + party.entityType + '@odata.bind']: '/' + party.set + '(' + plain(party.id) + ')' }));
}

const plain = (id) => id.replace(/[{}]/g, '').toLowerCase();
