import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, unique } from './crm.js';

const crm = connect();

test('a row is created and its id comes back', async () => {
  const id = await crm.create({ collection: 'contacts', data: { lastname: 'رضایی' } });

  assert.match(id, /^[0-9a-f-]{36}$/);
});

test('a created row comes back with its columns and row version', async () => {
  const made = await crm.create({ collection: 'contacts', data: { firstname: 'سارا', lastname: 'رضایی', birthdate: '1990-05-01' }, select: ['firstname', 'birthdate'], returnRepresentation: true });

  assert.equal(made.firstname, 'سارا');
  assert.equal(made.birthdate, '1990-05-01');
  assert.match(made['@odata.etag'], /^W\/"\d+"$/);
});

test('a row is retrieved with its lookup, labels and what stands behind the lookup', async () => {
  const account = await crm.create({ collection: 'accounts', data: { name: 'پخش رازی' } });
  const id = await crm.create({ collection: 'contacts', data: { lastname: 'رضایی', 'parentcustomerid_account@odata.bind': `/accounts(${account})` } });

  const row = await crm.retrieve({ collection: 'contacts', key: id, select: ['lastname', 'statuscode', '_parentcustomerid_value'], expand: [{ property: 'parentcustomerid_account', select: ['name'] }], includeAnnotations: '*' });

  assert.equal(row.parentcustomerid_account.name, 'پخش رازی');
  assert.equal(row._parentcustomerid_value, account);
  assert.equal(row._parentcustomerid_value_Formatted, 'پخش رازی');
  assert.equal(row._parentcustomerid_value_LogicalName, 'account');
  assert.equal(row.statuscode_Formatted, 'Active');
});

test('a row is retrieved by its alternate key', async () => {
  const number = unique('12');
  const id = await crm.create({ collection: 'new_orders', data: { new_name: 'کلید', new_shop: 'A', new_number: number } });

  const row = await crm.retrieve({ collection: 'new_orders', key: `new_shop='A',new_number='${number}'`, select: ['new_name'] });

  assert.deepEqual([row.new_orderid, row.new_name], [id, 'کلید']);
});

test('a row is updated, wholly and in one property', async () => {
  const id = await crm.create({ collection: 'contacts', data: { lastname: 'یک' } });

  const updated = await crm.update({ collection: 'contacts', key: id, data: { lastname: 'دو' } });
  const shown = await crm.update({ collection: 'contacts', key: id, data: { firstname: 'سه' }, select: ['firstname'], returnRepresentation: true });
  await crm.updateSingleProperty({ collection: 'contacts', key: id, fieldValuePair: { nickname: 'چهار' } });

  const row = await crm.retrieve({ collection: 'contacts', key: id, select: ['firstname', 'lastname', 'nickname'] });
  assert.deepEqual([updated, shown.firstname, row.lastname, row.nickname], [true, 'سه', 'دو', 'چهار']);
});

test('an update of a row that does not exist is refused and makes none', async () => {
  const id = crypto.randomUUID();

  const failure = await failureOf(crm.update({ collection: 'contacts', key: id, data: { lastname: 'هیچ' } }));

  assert.equal(failure.status, 404);
  assert.match(failure.message, new RegExp(id));
});

test('an upsert makes a row, then changes it; either way may be forbidden', async () => {
  const id = crypto.randomUUID();

  await crm.upsert({ collection: 'contacts', key: id, data: { lastname: 'نو' } });
  await crm.upsert({ collection: 'contacts', key: id, data: { lastname: 'عوض' } });
  const made = await crm.upsert({ collection: 'contacts', key: id, data: { lastname: 'دوباره' }, ifnonematch: '*' });

  const row = await crm.retrieve({ collection: 'contacts', key: id, select: ['lastname'] });
  assert.deepEqual([row.lastname, made], ['عوض', null]);
});

test('a row that somebody else has changed is neither updated nor deleted', async () => {
  const old = await crm.create({ collection: 'contacts', data: { lastname: 'یک' }, returnRepresentation: true });
  await crm.update({ collection: 'contacts', key: old.contactid, data: { lastname: 'دو' } });

  const updated = await crm.update({ collection: 'contacts', key: old.contactid, data: { lastname: 'سه' }, ifmatch: old['@odata.etag'] });
  const deleted = await crm.deleteRecord({ collection: 'contacts', key: old.contactid, ifmatch: old['@odata.etag'] });

  const row = await crm.retrieve({ collection: 'contacts', key: old.contactid, select: ['lastname'] });
  assert.deepEqual([updated, deleted, row.lastname], [false, false, 'دو']);
});

test('a row that has not changed is not read again', async () => {
  const row = await crm.create({ collection: 'contacts', data: { lastname: 'همان' }, returnRepresentation: true });

  const again = await crm.retrieve({ collection: 'contacts', key: row.contactid, select: ['lastname'], ifnonematch: row['@odata.etag'] });

  assert.equal(again, undefined);
});

test('a property is emptied and a row deleted', async () => {
  const id = await crm.create({ collection: 'contacts', data: { lastname: 'رفته', nickname: 'نام' } });

  await crm.deleteRecord({ collection: 'contacts', key: id, property: 'nickname' });
  const row = await crm.retrieve({ collection: 'contacts', key: id, select: ['nickname'] });
  await crm.deleteRecord({ collection: 'contacts', key: id });
  const failure = await failureOf(crm.retrieve({ collection: 'contacts', key: id, select: ['lastname'] }));

  assert.equal(row.nickname, null);
  assert.deepEqual([failure.status, failure.code], [404, '0x80040217']);
});

test('a refusal carries status, code and words', async () => {
  const failure = await failureOf(crm.create({ collection: 'contacts', data: { new_nothing: 1 } }));

  assert.equal(failure.status, 400);
  assert.match(failure.message, /new_nothing/);
});

/** @param {Promise<unknown>} call */
async function failureOf(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }

  throw new assert.AssertionError({ message: 'The call was not refused.' });
}
