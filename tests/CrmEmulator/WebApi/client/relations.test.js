import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, unique } from './crm.js';

const crm = connect();

test('rows are associated many to many, and parted', async () => {
  const order = await crm.create({ collection: 'new_orders', data: { new_name: 'سفارش' } });
  const list = await crm.create({ collection: 'lists', data: { listname: 'فهرست', createdfromcode: 2, type: false } });

  await crm.associate({ collection: 'new_orders', primaryKey: order, relationshipName: 'new_order_list', relatedCollection: 'lists', relatedKey: list });
  const joined = await crm.retrieve({ collection: 'new_orders', key: order, select: ['new_name'], expand: [{ property: 'new_order_list', select: ['listname'] }] });
  await crm.disassociate({ collection: 'new_orders', primaryKey: order, relationshipName: 'new_order_list', relatedKey: list });
  const parted = await crm.retrieve({ collection: 'new_orders', key: order, select: ['new_name'], expand: [{ property: 'new_order_list', select: ['listname'] }] });

  assert.deepEqual(joined.new_order_list.map((one) => one.listname), ['فهرست']);
  assert.deepEqual(parted.new_order_list, []);
});

test('rows are associated one to many, and parted', async () => {
  const account = await crm.create({ collection: 'accounts', data: { name: 'شرکت' } });
  const child = await crm.create({ collection: 'accounts', data: { name: 'شعبه' } });

  await crm.associate({ collection: 'accounts', primaryKey: account, relationshipName: 'account_parent_account', relatedCollection: 'accounts', relatedKey: child });
  const below = await crm.retrieveMultiple({ collection: `accounts(${account})/account_parent_account`, select: ['name'] });
  await crm.disassociate({ collection: 'accounts', primaryKey: account, relationshipName: 'account_parent_account', relatedKey: child });
  const after = await crm.retrieveMultiple({ collection: `accounts(${account})/account_parent_account`, select: ['name'] });

  assert.deepEqual([below.value.length, after.value.length], [1, 0]);
});

test('a lookup is set, read through and emptied', async () => {
  const order = await crm.create({ collection: 'new_orders', data: { new_name: 'سفارش' } });
  const contact = await crm.create({ collection: 'contacts', data: { lastname: 'رضایی' } });

  await crm.associateSingleValued({ collection: 'new_orders', primaryKey: order, navigationProperty: 'new_ContactId', relatedCollection: 'contacts', relatedKey: contact });
  const behind = await crm.retrieve({ collection: 'new_orders', key: order, navigationProperty: 'new_ContactId', select: ['lastname'] });
  await crm.disassociateSingleValued({ collection: 'new_orders', primaryKey: order, navigationProperty: 'new_ContactId' });
  const row = await crm.retrieve({ collection: 'new_orders', key: order, select: ['_new_contactid_value'] });

  assert.deepEqual([behind.lastname, row._new_contactid_value], ['رضایی', null]);
});

test('a batch does everything in one call, and its change set refers to its own rows', async () => {
  const name = unique('دسته');
  crm.startBatch();
  crm.create({ collection: 'contacts', data: { lastname: name }, contentId: '1' });
  crm.create({ collection: 'new_orders', data: { new_name: name, 'new_ContactId@odata.bind': '$1' } });
  const written = await crm.executeBatch();
  crm.startBatch();
  crm.retrieveMultiple({ collection: 'contacts', select: ['lastname'], filter: `lastname eq '${name}'` });
  crm.retrieveMultiple({ collection: 'new_orders', select: ['new_name'], filter: `new_name eq '${name}'`, expand: [{ property: 'new_ContactId', select: ['lastname'] }] });
  crm.count({ collection: 'contacts', filter: `lastname eq '${name}'` });
  const [contacts, orders, count] = await crm.executeBatch();

  assert.equal(written.length, 2);
  assert.equal(contacts.value.length, 1);
  assert.equal(orders.value[0].new_ContactId.lastname, name);
  assert.equal(count, 1);
});

test('a batch that fails in one part changes nothing', async () => {
  const name = unique('گمشده');
  crm.startBatch();
  crm.create({ collection: 'contacts', data: { lastname: name } });
  crm.create({ collection: 'contacts', data: { lastname: name, new_nothing: 1 } });

  const failures = await crm.executeBatch().then(() => null, (error) => error);
  const count = await crm.count({ collection: 'contacts', filter: `lastname eq '${name}'` });

  assert.match(failures[0].error.message, /new_nothing/);
  assert.equal(count, 0);
});

test('a batch updates, upserts and deletes', async () => {
  const [one, two, three] = [await make('یک'), await make('دو'), crypto.randomUUID()];
  crm.startBatch();
  crm.update({ collection: 'contacts', key: one, data: { nickname: 'عوض' } });
  crm.deleteRecord({ collection: 'contacts', key: two });
  crm.upsert({ collection: 'contacts', key: three, data: { lastname: 'نو' } });
  await crm.executeBatch();

  const row = await crm.retrieve({ collection: 'contacts', key: one, select: ['nickname'] });
  const found = await crm.count({ collection: 'contacts', filter: `contactid eq ${two} or contactid eq ${three}` });
  assert.deepEqual([row.nickname, found], ['عوض', 1]);
});

test('functions and actions are called, alone and on a row', async () => {
  const queue = await crm.create({ collection: 'queues', data: { name: 'پشتیبانی' } });
  const task = await crm.create({ collection: 'tasks', data: { subject: 'زنگ' } });

  const me = await crm.callFunction('WhoAmI');
  const taken = await crm.callAction({ collection: 'queues', key: queue, actionName: 'Microsoft.Dynamics.CRM.AddToQueue', action: { Target: { activityid: task, '@odata.type': 'Microsoft.Dynamics.CRM.task' } } });
  const shared = await crm.callFunction({ name: 'Microsoft.Dynamics.CRM.RetrievePrincipalAccess', collection: 'systemusers', key: me.UserId, parameters: { Target: { '@odata.id': `tasks(${task})` } } });

  assert.match(me.UserId, /^[0-9a-f-]{36}$/);
  assert.match(taken.QueueItemId, /^[0-9a-f-]{36}$/);
  assert.match(shared.AccessRights, /ReadAccess/);
});

test('a call may be made as another user', async () => {
  const me = await crm.callFunction('WhoAmI');

  const other = await crm.callFunction({ functionName: 'WhoAmI', impersonate: process.env.CRM_CLERK });

  assert.equal(other.UserId, process.env.CRM_CLERK);
  assert.notEqual(other.UserId, me.UserId);
});

async function make(lastname) {
  return crm.create({ collection: 'contacts', data: { lastname } });
}
