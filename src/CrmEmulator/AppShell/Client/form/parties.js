/** The parties of an activity, as values of its party lists. */
import * as api from '../api.js';
import { formatted, lookupTable } from '../format.js';

/** @returns {Promise<Record<string, any>>} By column. */
export async function readParties(table, id) {
  const lists = Object.entries(table.columns).filter(([, column]) => column.kind === 'PartyList' && column.partyMask !== null);
  if (lists.length === 0) {
    return {};
  }

  const { json } = await api.call('GET', 'activityparties?$filter=_activityid_value eq ' + id);
  const found = {};
  for (const [name, column] of lists) {
    const parties = json.value.filter((party) => party.participationtypemask === column.partyMask).map(partyOf);
    found[name] = parties.length === 0 ? null : await Promise.all(parties);
  }

  return found;
}

async function partyOf(party) {
  const entityType = party['_partyid_value' + lookupTable];
  if (!party._partyid_value || !entityType) {
    return { id: '', name: party.addressused || '', entityType: '', set: '' };
  }

  return { id: '{' + party._partyid_value.toUpperCase() + '}', name: party['_partyid_value' + formatted] || '', entityType, set: (await api.table(entityType)).setName };
}
