import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { connect, unique } from './crm.js';

const crm = connect();
const family = unique('خانواده');
const filter = `lastname eq '${family}'`;
const fetchXml = `<fetch><entity name="contact"><attribute name="firstname"/><order attribute="firstname"/><filter><condition attribute="lastname" operator="eq" value="${family}"/></filter></entity></fetch>`;

before(async () => {
  for (const firstname of ['الف', 'ب', 'ت', 'ث', 'ج']) {
    await crm.create({ collection: 'contacts', data: { firstname, lastname: family } });
  }
});

test('rows are filtered, ordered, cut and counted', async () => {
  const answer = await crm.retrieveMultiple({ collection: 'contacts', select: ['firstname'], filter, orderBy: ['firstname desc'], top: 2 });
  const counted = await crm.retrieveMultiple({ collection: 'contacts', select: ['firstname'], filter, count: true });

  assert.deepEqual(answer.value.map((row) => row.firstname), ['ج', 'ث']);
  assert.equal(counted.oDataCount, 5);
});

test('pages follow one another by the link of the answer', async () => {
  const first = await crm.retrieveMultiple({ collection: 'contacts', select: ['firstname'], filter, orderBy: ['firstname'], maxPageSize: 2 });
  const second = await crm.retrieveMultiple({ collection: 'contacts', select: ['firstname'], filter, orderBy: ['firstname'], maxPageSize: 2 }, first.oDataNextLink);
  const third = await crm.retrieveMultiple({ collection: 'contacts', select: ['firstname'], filter, orderBy: ['firstname'], maxPageSize: 2 }, second.oDataNextLink);

  assert.deepEqual([first, second, third].map((page) => page.value.map((row) => row.firstname).join()), ['الف,ب', 'ت,ث', 'ج']);
  assert.equal(third.oDataNextLink, undefined);
});

test('all pages are read in one call', async () => {
  const all = await crm.retrieveAll({ collection: 'contacts', select: ['firstname'], filter, maxPageSize: 2 });

  assert.equal(all.value.length, 5);
});

test('rows are counted by the server, with a filter and by reading', async () => {
  const plain = await crm.count({ collection: 'contacts' });
  const filtered = await crm.count({ collection: 'contacts', filter });
  const all = await crm.countAll({ collection: 'contacts', filter, select: ['contactid'] });

  assert.ok(plain >= 5);
  assert.deepEqual([filtered, all], [5, 5]);
});

test('FetchXML reads one page, the next by its cookie, and all', async () => {
  const first = await crm.fetch({ collection: 'contacts', fetchXml: fetchXml.replace('<fetch>', '<fetch count="2">'), pageNumber: 1, includeAnnotations: '*' });
  const second = await crm.fetch({ collection: 'contacts', fetchXml: fetchXml.replace('<fetch>', '<fetch count="2">'), pageNumber: first.PagingInfo.nextPage, pagingCookie: first.PagingInfo.cookie, includeAnnotations: '*' });
  const all = await crm.fetchAll({ collection: 'contacts', fetchXml: fetchXml.replace('<fetch>', '<fetch count="2">'), includeAnnotations: '*' });

  assert.deepEqual([first, second, all].map((page) => page.value.map((row) => row.firstname).join()), ['الف,ب', 'ت,ث', 'الف,ب,ت,ث,ج']);
});

test('aggregates come under their aliases', async () => {
  const answer = await crm.fetch({ collection: 'contacts', fetchXml: `<fetch aggregate="true"><entity name="contact"><attribute name="contactid" alias="rows" aggregate="count"/><filter><condition attribute="lastname" operator="eq" value="${family}"/></filter></entity></fetch>` });
  const applied = await crm.retrieveMultiple({ collection: 'contacts', apply: 'groupby((lastname),aggregate($count as rows))' });

  assert.equal(answer.value[0].rows, 5);
  assert.equal(applied.value.find((row) => row.lastname === family).rows, 5);
});

test('parameters of a filter may stand beside it', async () => {
  const answer = await crm.retrieveMultiple({ collection: 'contacts', select: ['firstname'], filter: 'Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2) and ' + filter, queryParams: ["@p1='firstname'", "@p2=['الف','ب']"] });

  assert.equal(answer.value.length, 2);
});

test('tables, columns and the whole model are described', async () => {
  const table = await crm.retrieveEntity({ key: "LogicalName='new_order'", select: ['LogicalName', 'EntitySetName', 'PrimaryIdAttribute'] });
  const tables = await crm.retrieveEntities({ select: ['LogicalName'], filter: "LogicalName eq 'contact'" });
  const columns = await crm.retrieveAttributes({ entityKey: "LogicalName='new_order'", select: ['LogicalName', 'AttributeType'] });
  const model = await crm.retrieveCsdlMetadata();

  assert.deepEqual([table.EntitySetName, table.PrimaryIdAttribute], ['new_orders', 'new_orderid']);
  assert.deepEqual(tables.value.map((one) => one.LogicalName), ['contact']);
  assert.ok(columns.value.some((column) => column.LogicalName === 'new_name' && column.AttributeType === 'String'));
  assert.match(model, /EntityType Name="new_order"/);
});

test('names of tables are turned into those of their sets', async () => {
  const named = connect({ useEntityNames: true });

  const answer = await named.retrieveMultiple({ collection: 'contact', select: ['firstname'], filter });

  assert.equal(answer.value.length, 5);
});
