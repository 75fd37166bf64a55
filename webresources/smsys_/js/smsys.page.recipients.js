'use strict';

/** Finds whom a dialog sends to: the records that were clicked, or the customer of a case, and their numbers. */

/**
 * @typedef {object} SmsRecipient
 * @property {string} table
 * @property {string} id
 * @property {string} name
 * @property {string} number As it stands in the record; empty when there is none.
 * @property {{ table: string, id: string } | null} about The record that was clicked, where it is another one.
 */

var smSys = smSys || {};

smSys.recipients = (function () {
  /** Columns tried where no SMS Number Column row says otherwise: as the server does. */
  const usual = Object.freeze({ contact: ['mobilephone'], lead: ['mobilephone'], systemuser: ['mobilephone'], account: ['telephone1'] });

  const names = Object.freeze({ contact: 'fullname', lead: 'fullname', systemuser: 'fullname', account: 'name' });

  /** Lookups by which other records say who their customer is, in the order of trust. */
  const customers = ['_customerid_value', '_parentcontactid_value', '_contactid_value', '_parentaccountid_value', '_accountid_value', '_regardingobjectid_value'];

  const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname';

  /**
   * @param {string} table
   * @param {string[]} ids
   * @returns {Promise<SmsRecipient[]>} In the order of the ids.
   */
  async function find(table, ids) {
    const found = [];
    for (const id of ids) {
      const person = isPerson(table) ? { table, id } : await customerOf(table, id);
      if (person !== null) {
        found.push({ ...(await read(person.table, person.id)), about: person.id === id ? null : { table, id } });
      }
    }

    return found;
  }

  /** @param {string} table @returns {table is keyof typeof usual} */
  function isPerson(table) {
    return Object.prototype.hasOwnProperty.call(usual, table);
  }

  /**
   * @param {string} table
   * @param {string} id
   * @returns {Promise<{ table: string, id: string } | null>}
   */
  async function customerOf(table, id) {
    const row = await Xrm.WebApi.retrieveRecord(table, id);
    for (const column of customers) {
      if (row[column] && isPerson(row[column + lookupTable])) {
        return { table: row[column + lookupTable], id: row[column] };
      }
    }

    return null;
  }

  /**
   * @param {string} table
   * @param {string} id
   * @returns {Promise<{ table: string, id: string, name: string, number: string }>}
   */
  async function read(table, id) {
    const columns = await columnsOf(table);
    const name = /** @type {Record<string, string>} */ (names)[table];
    const row = await Xrm.WebApi.retrieveRecord(table, id, '?$select=' + [name].concat(columns).join(','));
    const filled = columns.filter((column) => row[column]);
    return { table, id, name: row[name] || '', number: filled.length > 0 ? row[filled[0]] : '' };
  }

  /** @type {Map<string, Promise<string[]>>} */
  const known = new Map();

  /** @param {string} table @returns {Promise<string[]>} */
  function columnsOf(table) {
    const asked = known.get(table) || readColumns(table);
    known.set(table, asked);
    return asked;
  }

  /** @param {string} table @returns {Promise<string[]>} */
  async function readColumns(table) {
    const row = smSys.tables.smsColumn;
    const answer = await Xrm.WebApi.retrieveMultipleRecords(
      row.logicalName,
      '?$select=' + row.columns.columnName + '&$orderby=' + row.columns.order + ' asc&$filter=statecode eq 0 and ' + row.columns.recordTable + " eq '" + table + "'");
    const chosen = answer.entities.map((one) => one[row.columns.columnName]).filter((one) => Boolean(one));
    return chosen.length > 0 ? chosen : /** @type {Record<string, string[]>} */ (usual)[table];
  }

  return Object.freeze({ find, isPerson });
}());
