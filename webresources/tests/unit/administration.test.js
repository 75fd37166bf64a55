import { beforeEach, describe, expect, it, vi } from 'vitest';
import { form, grid, organization } from './organization.js';
import { load } from './scripts.js';

const id = '11111111-1111-4111-a111-111111111111';
let crm;
let smSys;

beforeEach(() => {
  crm = organization();
  smSys = load('text', 'tryout', 'commands', 'heartbeat', 'setting', 'process', 'template', 'keyword');
});

describe('SMS Setting', () => {
  it('make default is one update', async () => {
    crm.rows.smsys_smssetting = { [id]: { statuscode: 1 } };

    await smSys.setting.makeDefault(grid([1]), [id]);

    expect(Object.keys(crm.updated[0].row)).toEqual(['smsys_madedefaulton']);
  });

  it('refreshing the balance makes a process row of its own and shows the answer', async () => {
    const kind = smSys.optionSets.processKind.balance;
    crm.answers.onCreate = (table, row) => { Object.assign(row, { statecode: 1, smsys_lastresult: '1,234 Rial' }); };

    await smSys.setting.refreshBalance(form(id, {}));

    expect(crm.created[0]).toMatchObject({ table: 'smsys_smsprocess', row: { smsys_processkind: kind, 'smsys_SettingId@odata.bind': '/smsys_smssettings(' + id + ')' } });
    expect(crm.told).toEqual(['1,234 Rial']);
  });

  it('an answer that is not there yet is waited for', async () => {
    let looks = 0;
    globalThis.Xrm.WebApi.retrieveRecord = vi.fn(async () => (++looks < 2 ? { statecode: 0, smsys_lastrunon: '2026-01-01T00:00:00Z' } : { statecode: 0, smsys_lastresult: '[sign-in] wrong password' }));

    await smSys.setting.testConnection(form(id, {}));

    expect(looks).toBe(2);
    expect(crm.told).toEqual(['[sign-in] wrong password']);
  });

  it('who changes the account types the password again', async () => {
    const control = form(id, { smsys_address: 'https://a', smsys_hassecret: true, smsys_newsecret: null });
    await smSys.setting.load({ getFormContext: () => control });

    control.getAttribute('smsys_address').setValue('https://b');

    expect(control.getAttribute('smsys_newsecret').setRequiredLevel).toHaveBeenCalledWith('required');
  });
});

describe('SMS Process', () => {
  it('run now only says that it is requested', async () => {
    crm.rows.smsys_smsprocess = { [id]: { statuscode: smSys.tables.smsProcess.status.waiting } };

    await smSys.process.runNow(grid([smSys.tables.smsProcess.status.waiting]), [id]);

    expect(Object.keys(crm.updated[0].row)).toEqual(['smsys_requestedon']);
  });
});

describe('SMS Template', () => {
  it('is previewed for a record that the user picks', async () => {
    crm.rows.smsys_smstemplate = { [id]: { smsys_recipienttable: 'lead' } };
    globalThis.Xrm.Utility.lookupObjects = vi.fn(async () => [{ id: '{' + id + '}', entityType: 'lead', name: 'Sara' }]);
    crm.answers.onCreate = (table, row) => { row.smsys_output = JSON.stringify({ text: 'سلام سارا', sendable: true, missing: ['city'] }); };

    await smSys.template.preview(form(id, {}));

    expect(globalThis.Xrm.Utility.lookupObjects.mock.calls[0][0].entityTypes).toEqual(['lead']);
    expect(JSON.parse(crm.created[0].row.smsys_input)).toEqual({ table: 'lead', record: id, template: id });
    expect(crm.told[0]).toContain('سلام سارا');
    expect(crm.told[0]).toContain('Without a value: city');
    expect(crm.told[0]).toContain('1 part,');
  });
});

describe('a preview', () => {
  it("that cannot be rendered says the server's sentence", async () => {
    crm.answers.onCreate = (table, row) => { row.smsys_output = JSON.stringify({ problem: 'There is no fullnam; did you mean fullname?', code: 'x' }); };

    await expect(smSys.tryout.preview({ table: 'lead', record: id, text: '{{fullnam}}' }, 'x')).rejects.toThrow('did you mean fullname?');
  });
});

describe('SMS Keyword', () => {
  it('a text is tested by the server while the rule is saved', async () => {
    crm.rows.smsys_smskeyword = { [id]: {} };
    const control = form(id, { smsys_testtext: 'لغو', smsys_testresult: 'Rule: stop' });

    await smSys.keyword.testText(control);

    expect(crm.updated).toEqual([{ table: 'smsys_smskeyword', id, row: { smsys_testtext: 'لغو' } }]);
    expect(crm.told).toEqual(['Rule: stop']);
  });

  it('without a text the cursor goes there', async () => {
    const control = form(id, { smsys_testtext: null });

    await smSys.keyword.testText(control);

    expect(control.getControl('smsys_testtext').setFocus).toHaveBeenCalledOnce();
    expect(crm.updated).toEqual([]);
  });
});

describe('words', () => {
  it('are Persian where the default setting says so and Dynamics has no Persian', async () => {
    crm.rows.smsys_smssetting = { [id]: { smsys_language: 1065 } };

    expect((await smSys.client.texts())('yes')).toBe('بله');
  });

  it('are found on a server that cannot say where a web resource lies', async () => {
    globalThis.Xrm.Utility.getGlobalContext().getWebResourceUrl = undefined;

    expect((await smSys.client.texts())('yes')).toBe('Yes');
    expect(crm.fetched[0].address).toBe('http://crm.local/org/WebResources/smsys_/strings/smsys.1033.resx');
  });

  it('an id is one that SQL Server files by time', () => {
    const before = Date.now();

    const made = smSys.client.newId();

    expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(made.slice(-12), 16)).toBeGreaterThanOrEqual(before);
  });

  it('a refusal of the Web API keeps its sentence and its code', async () => {
    globalThis.fetch = async () => ({ ok: false, status: 400, statusText: 'Bad Request', text: async () => '{"error":{"code":"0x80040237","message":"Say \\"no\\""}}' });

    await expect(smSys.client.call('POST', 'x')).rejects.toMatchObject({ message: 'Say "no"', code: '0x80040237' });
  });
});
