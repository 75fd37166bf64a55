import { beforeEach, describe, expect, it } from 'vitest';
import { form, grid, organization } from './organization.js';
import { load } from './scripts.js';

const id = '11111111-1111-4111-a111-111111111111';
let crm;
let smSys;
let status;

beforeEach(() => {
  crm = organization({ rows: { smsys_smsbulk: {} } });
  smSys = load('commands', 'heartbeat', 'bulk', 'recipient');
  status = smSys.tables.smsBulk.status;
});

describe('commands of an SMS Bulk', () => {
  it('start tells how many get a message and what it costs before it is Ready', async () => {
    crm.rows.smsys_smsbulk[id] = { statuscode: status.checked, smsys_name: 'Nowruz', smsys_dryrunon: '2026-03-01T00:00:00Z', smsys_expected: 1000, smsys_skipped: 40, smsys_price: 96000, smsys_priceunit: 100000001, 'smsys_priceunit@OData.Community.Display.V1.FormattedValue': 'Rial', smsys_warning: 'The balance does not suffice.' };

    await smSys.bulk.start(form(id, {}));

    expect(crm.told[0]).toContain('960 recipients');
    expect(crm.told[0]).toContain('96,000 Rial');
    expect(crm.told[0]).toContain('The balance does not suffice.');
    expect(crm.updated[0].row).toEqual({ statecode: 0, statuscode: status.ready });
  });

  it('start without a dry run says so', async () => {
    crm.rows.smsys_smsbulk[id] = { statuscode: status.draft, smsys_name: 'Nowruz' };
    crm.answers.confirm = false;

    await smSys.bulk.start(form(id, {}));

    expect(crm.told[0]).toContain('without a dry run');
    expect(crm.updated).toEqual([]);
  });

  it('start approves what awaits approval', async () => {
    crm.rows.smsys_smsbulk[id] = { statuscode: status.awaitingApproval, smsys_name: 'x' };

    await smSys.bulk.start(form(id, {}));

    expect(crm.updated[0].row.statuscode).toBe(status.running);
  });

  for (const [command, from, to, state] of [['dryRun', 'draft', 'dryRunning', 0], ['pause', 'running', 'paused', 0], ['resume', 'paused', 'running', 0], ['cancel', 'running', 'cancelled', 1]]) {
    it(command + ' moves from ' + from + ' to ' + to, async () => {
      crm.rows.smsys_smsbulk[id] = { statuscode: status[from] };

      await smSys.bulk[command](grid([status[from]]), [id]);

      expect(crm.updated[0].row).toEqual({ statecode: state, statuscode: status[to] });
    });
  }

  it('the form shows only the columns of its audience', async () => {
    const control = form(id, { smsys_audiencekind: smSys.optionSets.audienceKind.campaign, smsys_campaignid: null, smsys_audiencefetchxml: null, smsys_warning: 'Look' });

    await smSys.bulk.load({ getFormContext: () => control });

    expect(control.getControl('smsys_campaignid').setVisible).toHaveBeenCalledWith(true);
    expect(control.getControl('smsys_audiencefetchxml').setVisible).toHaveBeenCalledWith(false);
    expect(control.notes.get('smsys.warning').text).toBe('Look');
  });
});

describe('the page in the form of an SMS Bulk', () => {
  it('gets the form, and has it read anew when it learns of another state, unless somebody is writing there', async () => {
    smSys = load('commands', 'heartbeat', 'bulk', 'page', 'page.groups', 'page.dryrun', 'page.bulk');
    const unified = { getContentWindow: async () => window };
    const classic = { getObject: () => ({ contentWindow: window }) };
    for (const [client, dirty] of [[unified, true], [unified, false], [classic, false]]) {
      const around = form(id, { WebResource_result: null, statuscode: status.ready }, { dirty });
      Object.assign(around.getControl('WebResource_result'), client);

      await smSys.bulk.load({ getFormContext: () => around });
      await smSys.bulkPage.follow(status.running);
      await smSys.bulkPage.follow(status.ready);

      expect(around.data.refresh).toHaveBeenCalledTimes(dirty ? 0 : 1);
    }
  });
});

describe('what a dry run found', () => {
  for (const [by, words] of [['pace', 'by the pace of the account'], ['measured', 'as the last sends of this account went'], ['rule of thumb', 'a rule of thumb, nothing was measured yet']]) {
    it('says that its duration is worked out by ' + by, async () => {
      smSys = load('page', 'page.dryrun');
      const page = { say: await smSys.client.texts(), number: (/** @type {number} */ value) => String(value) };

      const drawn = smSys.dryRun.draw(page, JSON.stringify({ send: 3, skippedForTestMode: 2, skippedForBlockList: 1, seconds: 14, secondsBy: by }));

      const text = drawn.map((one) => one.textContent).join('|');
      expect(text).toContain('about 14 seconds – ' + words);
      expect(text).toContain('Left out: test mode2');
      expect(text).toContain("Left out: on the operator's block list1");
    });
  }
});

describe('send bulk SMS', () => {
  const list = '33333333-3333-4333-a333-333333333333';

  it('on lists makes one bulk with all of them and opens it', async () => {
    crm.rows.list = { [list]: { listname: 'Customers' }, [id]: { listname: 'Leads' } };

    await smSys.recipient.sendBulk(grid([]), 'list', [list, id]);

    expect(crm.created[0]).toMatchObject({ table: 'smsys_smsbulk', row: { smsys_name: 'Customers, Leads', smsys_audiencekind: smSys.optionSets.audienceKind.marketingLists } });
    const links = crm.fetched.filter((one) => one.method === 'POST');
    expect(links.map((one) => one.address)).toEqual(Array(2).fill('http://crm.local/org/api/data/v9.0/smsys_smsbulks(' + crm.created[0].id + ')/smsys_smsbulk_list/$ref'));
    expect(JSON.parse(links[0].body)).toEqual({ '@odata.id': 'http://crm.local/org/api/data/v9.0/lists(' + list + ')' });
    expect(crm.opened).toEqual([{ entityName: 'smsys_smsbulk', entityId: crm.created[0].id }]);
  });

  it('on a campaign binds the campaign', async () => {
    crm.rows.campaign = { [list]: { name: 'Spring' } };

    await smSys.recipient.sendBulk(form(list, {}), 'campaign');

    expect(crm.created[0].row).toMatchObject({ smsys_name: 'Spring', 'smsys_CampaignId@odata.bind': '/campaigns(' + list + ')' });
  });

  it('asks first', async () => {
    crm.answers.confirm = false;

    await smSys.recipient.sendBulk(grid([]), 'list', [list]);

    expect(crm.created).toEqual([]);
  });
});

describe('send SMS', () => {
  it('opens the dialog with the records', async () => {
    await smSys.recipient.send(grid([]), 'contact', [id]);

    expect(crm.opened[0].webresourceName).toBe('smsys_/pages/send.html');
    expect(JSON.parse(crm.opened[0].data)).toEqual({ table: 'contact', ids: [id] });
  });

  it('sends many to the bulk', async () => {
    await smSys.recipient.send(grid([]), 'contact', Array(41).fill(id));

    expect(crm.opened).toEqual([]);
    expect(crm.told[0]).toContain('SMS Bulk');
  });
});
