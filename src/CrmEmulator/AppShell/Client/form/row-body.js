/** What is sent to the Web API for the changed columns of a form. */

/**
 * Parties are sent as a whole: what a client sends stands in place of all that were there.
 * @param {import('../xrm/attribute.js').Attribute[]} changed @param {any} table @param {import('../xrm/attribute.js').Attribute[]} all Of the form. @returns {Record<string, any>}
 */
export function bodyOf(changed, table, all) {
  const body = {};
  let hasParties = false;
  for (const attribute of changed) {
    const { column, name } = attribute;
    const value = attribute.getValue();
    if (column.kind === 'PartyList') {
      hasParties = true;
    } else if (column.targets) {
      bind(body, name, column, value);
    } else if (value instanceof Date) {
      body[name] = column.isDateOnly ? value.toISOString().slice(0, 10) : value.toISOString().slice(0, 19) + 'Z';
    } else {
      body[name] = value;
    }
  }

  if (hasParties) {
    body[table.logicalName + '_activity_parties'] = all.filter((one) => one.column.kind === 'PartyList' && one.column.partyMask !== null).flatMap((one) => partiesOf(one.getValue() || [], one.column));
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
  return value.filter((party) => party.id !== '').map((party) => ({ participationtypemask: column.partyMask, ['partyid_' + party.entityType + '@odata.bind']: '/' + party.set + '(' + plain(party.id) + ')' }));
}

const plain = (id) => id.replace(/[{}]/g, '').toLowerCase();
