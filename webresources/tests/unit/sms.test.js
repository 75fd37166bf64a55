import { beforeEach, describe, expect, it } from 'vitest';
import { form, grid, organization } from './organization.js';
import { load } from './scripts.js';

const id = '11111111-1111-4111-a111-111111111111';
const other = '22222222-2222-4222-a222-222222222222';
const ago = (minutes) => new Date(Date.now() - minutes * 60000).toISOString();
let crm;
let smSys;
let status;

beforeEach(() => {
  crm = organization({ rows: { smsys_sms: {} } });
  smSys = load('text', 'commands', 'heartbeat', 'sms');
  status = smSys.tables.sms.status;
});

describe('commands of an SMS', () => {
  it('send queues a draft and shows the form anew', async () => {
    crm.rows.smsys_sms[id] = { statuscode: status.draft };
    const control = form(id, {});

    await smSys.sms.send(control);

    expect(crm.updated).toEqual([{ table: 'smsys_sms', id, row: { statecode: 0, statuscode: status.queued } }]);
    expect(control.data.refresh).toHaveBeenCalledOnce();
    expect(crm.told).toEqual([]);
  });

  it('what was typed is saved first', async () => {
    crm.rows.smsys_sms[id] = { statuscode: status.draft };
    const control = form(id, {}, { dirty: true });

    await smSys.sms.send(control);

    expect(control.data.save).toHaveBeenCalledOnce();
  });

  it('a grid moves those that may, and says which could not', async () => {
    crm.rows.smsys_sms[id] = { statuscode: status.failed };
    crm.rows.smsys_sms[other] = { statuscode: status.delivered, 'statuscode@OData.Community.Display.V1.FormattedValue': 'Delivered' };
    const control = grid([undefined, undefined]);

    await smSys.sms.retry(control, ['{' + id + '}', other]);

    expect(crm.updated.map((one) => one.id)).toEqual([id]);
    expect(crm.told[0]).toContain('1 of 2');
    expect(crm.told[0]).toContain('Delivered');
    expect(control.refresh).toHaveBeenCalledOnce();
  });

  it('cancelling asks, and no is no', async () => {
    crm.rows.smsys_sms[id] = { statuscode: status.queued };
    crm.answers.confirm = false;

    await smSys.sms.cancel(form(id, {}));

    expect(crm.updated).toEqual([]);
  });

  it("the server's refusal is shown in its own words", async () => {
    crm.rows.smsys_sms[id] = { statuscode: status.draft };
    crm.answers.onUpdate = () => new Error('The recipient has no mobile number.');

    await smSys.sms.send(form(id, {}));

    expect(crm.told[0]).toContain('The recipient has no mobile number.');
  });

  it('asking again only says that it is requested', async () => {
    crm.rows.smsys_sms[id] = { statuscode: status.unknown };

    await smSys.sms.askAgain(form(id, {}));

    expect(Object.keys(crm.updated[0].row)).toEqual(['smsys_requestedon']);
  });

  it('taking as sent completes it', async () => {
    crm.rows.smsys_sms[id] = { statuscode: status.unknown };

    await smSys.sms.takeAsSent(form(id, {}));

    expect(crm.updated[0].row).toEqual({ statecode: 1, statuscode: status.sentWithoutReceipt });
  });

  it('sending again opens the page that asks for a reason', async () => {
    await smSys.sms.sendAgain(grid([status.unknown]), [id]);

    expect(crm.opened[0].webresourceName).toBe('smsys_/pages/reason.html');
    expect(JSON.parse(crm.opened[0].data)).toEqual({ ids: [id] });
  });

  it('without navigateTo a window opens', async () => {
    globalThis.Xrm.Navigation.navigateTo = undefined;
    const windows = [];
    globalThis.Xrm.Navigation.openWebResource = (name, options, data) => windows.push({ name, options, data });

    await smSys.sms.sendAgain(grid([status.unknown]), [id]);

    expect(windows[0].name).toBe('smsys_/pages/reason.html');
    expect(windows[0].options.openInNewWindow).toBe(true);
  });
});

describe('enable rules', () => {
  const may = (control, ...states) => load('rules').rules.inState(control, states.join(','));

  it('on a form the state decides', () => {
    expect(may(form(id, { statuscode: status.draft }), status.draft)).toBe(true);
    expect(may(form(id, { statuscode: status.delivered }), status.draft, status.failed)).toBe(false);
  });

  it('on a grid every selected row has to be in a right state, as far as the view shows it', () => {
    expect(may(grid([status.queued, status.draft]), status.queued, status.draft)).toBe(true);
    expect(may(grid([status.queued, status.sent]), status.queued, status.draft)).toBe(false);
    expect(may(grid([undefined]), status.queued)).toBe(true);
  });
});

describe('the form', () => {
  const show = (values) => {
    const control = form(id, values);
    return smSys.sms.load({ getFormContext: () => control }).then(() => control);
  };

  it('counts the parts and points at the character that costs', async () => {
    const control = await show({ statuscode: status.draft, smsys_text: 'a'.repeat(100) + '\u2019' });

    expect(control.notes.get('smsys.parts').text).toContain('2 parts');
    expect(control.notes.get('smsys.parts').text).toContain('place 101');
  });

  it('counts nothing where nobody writes any more', async () => {
    const received = await show({ statuscode: status.received, smsys_text: 'سلام' });

    expect(received.notes.has('smsys.parts')).toBe(false);
  });

  it('locks what was said once it has left the draft', async () => {
    const sent = await show({ statuscode: status.sent, smsys_text: 'x' });
    const draft = await show({ statuscode: status.draft, smsys_text: 'x' });

    expect(sent.getControl('smsys_text').setDisabled).toHaveBeenCalledWith(true);
    expect(draft.getControl('smsys_text').setDisabled).not.toHaveBeenCalled();
  });

  it('says what to do with one in doubt, in Persian for Persian users', async () => {
    crm = organization({ language: 1065 });
    smSys = (await import('./scripts.js')).load('text', 'commands', 'heartbeat', 'sms');

    const control = await show({ statuscode: status.unknown, smsys_text: '' });

    expect(control.notes.get('smsys.state').text).toContain('معلوم نیست');
  });

  it('warns when the heart has been quiet', async () => {
    crm.rows.smsys_smssetting = { a: { smsys_lastbeaton: ago(25), createdon: ago(9000) } };

    const control = await show({ statuscode: status.draft, smsys_text: '' });

    expect(control.notes.get('smsys.heartbeat')).toMatchObject({ level: 'WARNING', text: expect.stringContaining('25 minutes') });
  });

  it('warns when the heart has never beaten, once there was time to start it', async () => {
    crm.rows.smsys_smssetting = { a: { smsys_lastbeaton: null, createdon: ago(61) } };
    const old = await show({ statuscode: status.draft, smsys_text: '' });
    crm.rows.smsys_smssetting = { a: { smsys_lastbeaton: null, createdon: ago(30) } };
    const fresh = await show({ statuscode: status.draft, smsys_text: '' });

    expect(old.notes.get('smsys.heartbeat').text).toContain('has never beaten');
    expect(fresh.notes.has('smsys.heartbeat')).toBe(false);
  });

  it('takes the warning away when the heart beats again', async () => {
    crm.rows.smsys_smssetting = { a: { smsys_lastbeaton: ago(25) } };
    const control = await show({ statuscode: status.draft, smsys_text: '' });
    crm.rows.smsys_smssetting.a.smsys_lastbeaton = ago(5);

    await smSys.heartbeat.warn(control);

    expect(control.notes.has('smsys.heartbeat')).toBe(false);
  });

  it('warns of no heart where there is no setting, or none to see', async () => {
    const without = await show({ statuscode: status.draft, smsys_text: '' });
    globalThis.Xrm.WebApi.retrieveMultipleRecords = async () => { throw new Error('no privilege'); };
    const refused = await show({ statuscode: status.draft, smsys_text: '' });

    expect([without, refused].some((control) => control.notes.has('smsys.heartbeat'))).toBe(false);
  });

  it('asks for the newest beat of any setting in use', async () => {
    await show({ statuscode: status.draft, smsys_text: '' });

    const [table, options] = globalThis.Xrm.WebApi.retrieveMultipleRecords.mock.calls.find(([, asked]) => asked.includes('createdon'));

    expect(table).toBe('smsys_smssetting');
    expect(options).toBe('?$select=smsys_lastbeaton,createdon&$filter=statecode eq 0&$orderby=smsys_lastbeaton desc,createdon asc&$top=1');
  });
});
