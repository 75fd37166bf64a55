/** Xrm.WebApi. On-premises has neither execute nor executeMultiple, so the emulator has not. */
import * as api from '../api.js';
import { without } from './unsupported.js';

const plainId = (id) => String(id).replace(/[{}]/g, '').toLowerCase();

async function setOf(name) {
  return (await api.table(name)).setName;
}

export const webApi = without({
  async createRecord(entityLogicalName, data) {
    const answer = await api.call('POST', await setOf(entityLogicalName), data);
    return { entityType: entityLogicalName, id: /\(([^)]+)\)$/.exec(answer.headers.get('OData-EntityId') || '')[1] };
  },
  async updateRecord(entityLogicalName, id, data) {
    await api.call('PATCH', (await setOf(entityLogicalName)) + '(' + plainId(id) + ')', data, { 'If-Match': '*' });
    return { entityType: entityLogicalName, id: plainId(id) };
  },
  async deleteRecord(entityLogicalName, id) {
    await api.call('DELETE', (await setOf(entityLogicalName)) + '(' + plainId(id) + ')');
    return { entityType: entityLogicalName, id: plainId(id) };
  },
  async retrieveRecord(entityLogicalName, id, options = '') {
    return (await api.call('GET', (await setOf(entityLogicalName)) + '(' + plainId(id) + ')' + options)).json;
  },
  async retrieveMultipleRecords(entityLogicalName, options = '', maxPageSize = undefined) {
    const prefer = 'odata.include-annotations="*"' + (maxPageSize ? ',odata.maxpagesize=' + maxPageSize : '');
    const path = /^https?:/.test(options) ? options.slice(options.indexOf(api.root.slice(0, 10))) : (await setOf(entityLogicalName)) + options;
    const { json } = await api.call('GET', path, undefined, { Prefer: prefer });
    return { entities: json.value, nextLink: json['@odata.nextLink'] || '' };
  },
  isAvailableOffline: () => false,
}, 'Xrm.WebApi', ['execute', 'executeMultiple']);

webApi.online = webApi;
webApi.offline = without({}, 'Xrm.WebApi.offline', ['createRecord', 'updateRecord', 'deleteRecord', 'retrieveRecord', 'retrieveMultipleRecords']);
