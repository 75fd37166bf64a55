'use strict';

/** The page of an SMS Setting: balance, health of the last day, a try of the connection, a test message. */

var smSys = smSys || {};

smSys.settingPage = (function () {
  const setting = smSys.tables.smsSetting;
  const column = setting.columns;
  const sms = smSys.tables.sms;
  const part = smSys.page.part;
  const make = smSys.page.make;
  const shown = '@OData.Community.Display.V1.FormattedValue';

  /** @type {any} */
  let page;

  /** The id of the next test message; made anew only after one was queued. */
  let testId = smSys.client.newId();

  async function start() {
    page = await smSys.page.open();
    if (!page.data.id) {
      smSys.page.announce(page.say('setting.unsaved'), 'info');
      part('content').hidden = true;
      return;
    }

    part('refresh').addEventListener('click', () => { void busy(() => tryOut(smSys.optionSets.processKind.balance, 'setting.refreshBalance')); });
    part('test').addEventListener('click', () => { void busy(() => tryOut(smSys.optionSets.processKind.testConnection, 'setting.testConnection')); });
    part('form').addEventListener('submit', (/** @type {Event} */ event) => {
      event.preventDefault();
      void busy(sendTest);
    });
    await busy(async () => {});
  }

  /**
   * Does something while nothing else can be clicked, then shows the setting as it is now.
   * @param {() => Promise<void>} work
   */
  async function busy(work) {
    const buttons = Array.from(document.querySelectorAll('button'));
    buttons.forEach((one) => { one.disabled = true; });
    try {
      await work();
      await draw();
    } catch (error) {
      smSys.page.announce(smSys.client.sentenceOf(error), 'bad');
    } finally {
      buttons.forEach((one) => { one.disabled = false; });
    }
  }

  async function draw() {
    const names = [column.balance, column.balanceUnit, column.balanceOn, column.pauseReason, column.pauseNote, column.lastReceiptOn, column.madeDefaultOn, column.armedOn, column.testMode, column.lowBalance];
    const row = await Xrm.WebApi.retrieveRecord(setting.logicalName, page.data.id, '?$select=statuscode,' + names.join(','));
    const known = typeof row[column.balance] === 'number';
    const unit = row[column.balanceUnit] === smSys.optionSets.balanceUnit.rial ? page.say('unit.rial') : page.say('unit.messages');
    part('balance').textContent = known ? page.number(row[column.balance], 2) + ' ' + unit : page.say('setting.balance.unknown');
    part('balance-on').textContent = row[column.balanceOn] ? page.say('setting.asOf', page.date(row[column.balanceOn])) : '';
    part('low').hidden = !known || row[column.lowBalance] === null || row[column.balance] >= row[column.lowBalance];
    smSys.page.replace(part('facts'), facts(row).map(([name, value]) => make('div', {}, [make('dt', { text: name }), make('dd', { text: value })])));
    await drawDay();
  }

  /** @param {Record<string, any>} row @returns {Array<[string, string]>} */
  function facts(row) {
    const paused = row[column.pauseReason + shown] || '';
    const note = row[column.pauseNote] || '';
    return [
      [page.say('setting.state'), [row['statuscode' + shown] || row.statuscode, paused, note].filter((one) => one).join(' – ')],
      [page.say('setting.armed'), page.say(row[column.armedOn] ? 'yes' : 'setting.armed.no')],
      [page.say('setting.testMode'), page.say(row[column.testMode] ? 'yes' : 'no')],
      [page.say('setting.lastReceipt'), row[column.lastReceiptOn] ? page.date(row[column.lastReceiptOn]) : '–'],
    ];
  }

  /** What became of the messages of the last 24 hours. */
  async function drawDay() {
    const fetchXml = '<fetch aggregate="true"><entity name="' + sms.logicalName + '">'
      + '<attribute name="statuscode" alias="state" groupby="true" /><attribute name="activityid" alias="count" aggregate="count" />'
      + '<filter><condition attribute="' + sms.columns.settingId + '" operator="eq" value="' + page.data.id + '" />'
      + '<condition attribute="createdon" operator="last-x-hours" value="24" /></filter></entity></fetch>';
    const answer = await Xrm.WebApi.retrieveMultipleRecords(sms.logicalName, '?fetchXml=' + encodeURIComponent(fetchXml));
    const rows = answer.entities.map((one) => make('tr', {}, [
      make('th', { text: one['state' + shown] || String(one.state), attributes: { scope: 'row' } }),
      make('td', { className: 'figure', text: page.number(one.count) }),
    ]));
    smSys.page.replace(part('day'), rows);
    part('day-table').hidden = rows.length === 0;
    part('quiet').hidden = rows.length > 0;
  }

  /** @param {number} kind @param {string} title */
  async function tryOut(kind, title) {
    smSys.page.announce(page.say('working'), 'info');
    const answer = await smSys.tryout.ofSetting(page.data.id, kind, page.say(title));
    smSys.page.announce(page.say(title) + ': ' + (answer.isOver ? answer.output || answer.result : page.say('notYet')), 'info');
  }

  async function sendTest() {
    const number = part('number').value.trim();
    part('number').setAttribute('aria-invalid', String(number === ''));
    if (number === '') {
      smSys.page.announce(page.say('setting.test.number'), 'bad');
      part('number').focus();
      return;
    }

    const refused = await smSys.sending.send({
      [sms.primaryId]: testId,
      statecode: sms.state.open,
      statuscode: sms.status.queued,
      [sms.columns.numberAsEntered]: number,
      [sms.columns.text]: page.say('setting.test.text'),
      'smsys_SettingId@odata.bind': '/' + setting.entitySetName + '(' + page.data.id + ')',
    });
    testId = refused === '' ? smSys.client.newId() : testId;
    smSys.page.announce(refused === '' ? page.say('send.queued') : refused, refused === '' ? 'good' : 'bad');
  }

  return Object.freeze({ start });
}());

window.addEventListener('load', () => { void smSys.settingPage.start(); });
