'use strict';

/** Send SMS and Send bulk SMS: commands of the tables that have people, lists and campaigns. */

var smSys = smSys || {};

smSys.recipient = (function () {
  const bulk = smSys.tables.smsBulk;
  const column = bulk.columns;

  /** The lists of a bulk. */
  const audience = 'smsys_smsbulk_list';

  /** One message each; who has more recipients sends a bulk. */
  const most = 40;

  /**
   * Opens the dialog for the record or the selected ones.
   * @param {any} control A form's context, or a grid.
   * @param {string} table
   * @param {string[]} [ids] Ids that a grid gave.
   */
  function send(control, table, ids) {
    return smSys.commands.guarded(async () => {
      const say = await smSys.client.texts();
      const rows = await smSys.commands.rowsOf(control, ids);
      if (rows.length > most) {
        await smSys.client.tell(say('recipient.many', most));
        return;
      }

      await smSys.client.openPage('send.html', { table, ids: rows }, say('send.title'), { width: 900, height: 720 });
    });
  }

  /**
   * Makes a bulk for marketing lists or a campaign and opens it: text, dry run and start are there.
   * @param {any} control
   * @param {string} table list or campaign.
   * @param {string[]} [ids]
   */
  function sendBulk(control, table, ids) {
    return smSys.commands.guarded(async () => {
      const say = await smSys.client.texts();
      const rows = await smSys.commands.rowsOf(control, ids);
      const question = say('bulk.create.question', rows.length);
      if (!(await smSys.client.confirm(say('bulk.create'), question))) {
        return;
      }

      const id = table === 'campaign' ? await ofCampaign(rows[0]) : await ofLists(rows);
      await Xrm.Navigation.openForm({ entityName: bulk.logicalName, entityId: id });
    });
  }

  /** @param {string} campaign @returns {Promise<string>} The bulk's id. */
  async function ofCampaign(campaign) {
    const row = await Xrm.WebApi.retrieveRecord('campaign', campaign, '?$select=name');
    return create(row.name, smSys.optionSets.audienceKind.campaign, { 'smsys_CampaignId@odata.bind': '/campaigns(' + campaign + ')' });
  }

  /** @param {string[]} lists @returns {Promise<string>} */
  async function ofLists(lists) {
    const names = [];
    for (const list of lists) {
      names.push((await Xrm.WebApi.retrieveRecord('list', list, '?$select=listname')).listname);
    }

    const id = await create(names.join(', '), smSys.optionSets.audienceKind.marketingLists, {});
    for (const list of lists) {
      const path = bulk.entitySetName + '(' + id + ')/' + audience + '/$ref';
      await smSys.client.call('POST', path, { '@odata.id': smSys.client.api() + 'lists(' + list + ')' });
    }

    return id;
  }

  /**
   * @param {string} name
   * @param {number} kind
   * @param {Record<string, unknown>} values
   * @returns {Promise<string>}
   */
  async function create(name, kind, values) {
    const made = await Xrm.WebApi.createRecord(bulk.logicalName, { [column.name]: name.slice(0, 200), [column.audienceKind]: kind, ...values });
    return smSys.client.plainId(made.id);
  }

  return Object.freeze({ send, sendBulk });
}());
