import { beforeEach, describe, expect, it } from 'vitest';
import { form, organization } from './organization.js';
import { load } from './scripts.js';

const id = '11111111-1111-4111-a111-111111111111';
const context = (control) => ({ getFormContext: () => control });
const said = ['smsys_text', 'smsys_templateid', 'smsys_phonenumber', 'smsys_numberasentered', 'smsys_numberid', 'smsys_settingid', 'smsys_direction', 'to', 'smsys_messageclass', 'smsys_lane'];
const planned = ['smsys_notbefore', 'smsys_notafter', 'smsys_replynumberid'];
let smSys;

beforeEach(() => {
  organization({ rows: { smsys_sms: {}, smsys_smsbulk: {} } });
  smSys = load('text', 'commands', 'heartbeat', 'sms', 'bulk');
});

function columns(names, state) {
  return { ...Object.fromEntries(names.map((name) => [name, null])), statuscode: state };
}

function locked(control) {
  return [...control.controls].filter(([, one]) => one.setDisabled.mock.calls.some(([off]) => off)).map(([name]) => name).sort();
}

describe('an SMS', () => {
  it.each([['draft', []], ['queued', said], ['retryScheduled', said], ['sending', [...said, ...planned]], ['delivered', [...said, ...planned]], ['unknown', [...said, ...planned]]])('that is %s has locked what the server would refuse', async (state, expected) => {
    const control = form(id, columns([...said, ...planned, 'subject', 'regardingobjectid'], smSys.tables.sms.status[state]));

    await smSys.sms.load(context(control));

    expect(smSys.tables.sms.status[state]).toBeTypeOf('number');
    expect(locked(control)).toEqual([...expected].sort());
  });

  it('that a command queues is locked without loading the form anew', async () => {
    const control = form(id, columns(said, smSys.tables.sms.status.draft));
    await smSys.sms.load(context(control));
    expect(locked(control)).toEqual([]);

    control.getAttribute('statuscode').setValue(smSys.tables.sms.status.queued);
    await control.data.refresh(false);

    expect(locked(control)).toEqual([...said].sort());
  });
});

describe('an SMS Bulk', () => {
  it.each([['draft', false], ['checked', false], ['running', true], ['awaitingApproval', true], ['finished', true]])('that is %s has its text and audience locked: %s', async (state, expected) => {
    const control = form(id, columns(['smsys_text', 'smsys_audiencekind', 'smsys_numberid', 'smsys_name'], smSys.tables.smsBulk.status[state]));

    await smSys.bulk.load(context(control));

    expect(smSys.tables.smsBulk.status[state]).toBeTypeOf('number');
    expect(locked(control)).toEqual(expected ? ['smsys_audiencekind', 'smsys_numberid', 'smsys_text'] : []);
  });
});
