'use strict';

/** The dialog Send SMS. */

var smSys = smSys || {};

smSys.sendPage = (function () {
  /** @typedef {{ id: string, name: string, text: string }} Template */
  /** @typedef {{ id: string, name: string, line: string, latin: number | null, persian: number | null, unit: string }} Line */

  const part = smSys.page.part;

  /** @type {any} What smSys.page.open gave. */
  let page;

  /** @type {SmsRecipient[]} */
  let recipients = [];

  /** @type {string[]} One for each recipient, made when the dialog opened. */
  let ids = [];

  /** @type {Template[]} */
  let templates = [];

  /** @type {Line[]} */
  let lines = [];

  /** @type {{ of: string, text: string } | null} The last preview and of what it was. */
  let preview = null;

  let isBusy = false;

  async function start() {
    page = await smSys.page.open();
    await guarded(async () => {
      recipients = await smSys.recipients.find(page.data.table, page.data.ids);
      ids = recipients.map(() => smSys.client.newId());
      drawRecipients();
      [lines, templates] = await Promise.all([readLines(), readTemplates()]);
      drawLines();
      drawTemplates();
      smSys.counter.watch(page, part('text'), textChanged);
      part('search').addEventListener('input', drawTemplates);
      part('template').addEventListener('change', takeTemplate);
      part('line').addEventListener('change', drawCost);
      part('preview-now').addEventListener('click', () => { void guarded(showPreview); });
      part('form').addEventListener('submit', (/** @type {Event} */ event) => {
        event.preventDefault();
        void guarded(send);
      });
      part('cancel').addEventListener('click', () => window.close());
      textChanged();
      part('text').focus();
    });
  }

  /** @param {() => Promise<void>} work */
  async function guarded(work) {
    try {
      await work();
    } catch (error) {
      smSys.page.announce(smSys.client.sentenceOf(error), 'bad');
    }
  }

  function drawRecipients() {
    smSys.page.replace(part('recipients'), recipients.map((one) => smSys.page.make('li', { attributes: { 'data-id': one.id } }, [
      smSys.page.make('span', { text: one.name || page.say('send.nameless'), className: 'name' }),
      one.number === '' ? smSys.page.make('span', { text: page.say('send.noNumber'), className: 'missing' }) : smSys.page.make('bdi', { text: one.number, className: 'phone', attributes: { dir: 'ltr' } }),
      smSys.page.make('span', { className: 'outcome' }),
    ])));
    part('recipient-count').textContent = page.say('send.recipients', page.number(reachable().length), page.number(recipients.length));
  }

  /** @returns {SmsRecipient[]} */
  function reachable() {
    return recipients.filter((one) => one.number !== '');
  }

  /** @returns {Promise<Line[]>} */
  async function readLines() {
    const line = smSys.tables.smsNumber;
    const setting = smSys.tables.smsSetting;
    const prices = [setting.columns.priceLatin, setting.columns.pricePersian, setting.columns.balanceUnit].join(',');
    const answer = await Xrm.WebApi.retrieveMultipleRecords(
      line.logicalName,
      '?$select=' + [line.columns.name, line.columns.line].join(',') + '&$filter=statecode eq 0&$orderby=' + line.columns.name
        + '&$expand=smsys_SettingId($select=' + prices + ')');
    return answer.entities.map((row) => {
      const account = row.smsys_SettingId || {};
      return {
        id: row[line.primaryId],
        name: row[line.columns.name],
        line: row[line.columns.line],
        latin: account[setting.columns.priceLatin],
        persian: account[setting.columns.pricePersian],
        unit: account[setting.columns.balanceUnit] === smSys.optionSets.balanceUnit.rial ? page.say('unit.rial') : page.say('unit.messages'),
      };
    });
  }

  function drawLines() {
    const own = smSys.page.make('option', { text: page.say('send.ownLine'), attributes: { value: '' } });
    smSys.page.replace(part('line'), [own].concat(lines.map((one) =>
      smSys.page.make('option', { text: one.name === one.line ? one.line : one.name + ' \u2068' + one.line + '\u2069', attributes: { value: one.id } }))));
  }

  /** @returns {Promise<Template[]>} */
  async function readTemplates() {
    const row = smSys.tables.smsTemplate;
    const tables = Array.from(new Set(recipients.map((one) => one.table)));
    const fits = tables.map((table) => row.columns.recipientTable + " eq '" + table + "'").concat([row.columns.recipientTable + ' eq null']).join(' or ');
    const answer = await Xrm.WebApi.retrieveMultipleRecords(
      row.logicalName,
      '?$select=' + [row.columns.name, row.columns.text].join(',') + '&$filter=statecode eq 0 and (' + fits + ')&$orderby=' + row.columns.name);
    return answer.entities.map((one) => ({ id: one[row.primaryId], name: one[row.columns.name], text: one[row.columns.text] || '' }));
  }

  function drawTemplates() {
    const chosen = part('template').value;
    const wanted = fold(part('search').value);
    const shown = templates.filter((one) => one.id === chosen || fold(one.name + ' ' + one.text).indexOf(wanted) >= 0);
    smSys.page.replace(part('template'), [smSys.page.make('option', { text: page.say('send.noTemplate'), attributes: { value: '' } })].concat(shown.map((one) =>
      smSys.page.make('option', { text: one.name, attributes: { value: one.id } }))));
    part('template').value = chosen;
    part('found').textContent = page.say('send.found', page.number(shown.length));
  }

  /** Arabic and Persian forms of a letter find each other. @param {string} text @returns {string} */
  function fold(text) {
    return text.toLowerCase().replace(/\u064A/g, '\u06CC').replace(/\u0643/g, '\u06A9').replace(/\u200C/g, ' ').trim();
  }

  function takeTemplate() {
    const found = chosenTemplate();
    if (found !== undefined) {
      part('text').value = found.text;
      part('text').dispatchEvent(new Event('input'));
    }
  }

  /** @returns {Template | undefined} */
  function chosenTemplate() {
    return templates.find((one) => one.id === part('template').value);
  }

  function textChanged() {
    const text = part('text').value;
    preview = preview !== null && preview.of === text ? preview : null;
    part('preview').hidden = preview === null;
    part('preview-now').disabled = text.trim() === '' || reachable().length === 0;
    drawSend();
    drawCost();
  }

  function drawSend() {
    part('send').hidden = false;
    part('send').disabled = isBusy || part('text').value.trim() === '' || reachable().length === 0;
    part('send').textContent = page.say('send.now', page.number(reachable().length));
  }

  /** What it costs by the line's tariff; of a text with places, by the preview. */
  function drawCost() {
    const line = lines.find((one) => one.id === part('line').value);
    const measured = smSys.text.measure(preview === null ? part('text').value : preview.text);
    const price = line === undefined ? null : measured.encoding === 'GSM-7' ? line.latin : line.persian;
    const each = typeof price === 'number' ? price * measured.parts : null;
    part('cost').textContent = each === null || line === undefined
      ? page.say('cost.unknown')
      : page.say('cost.known', page.number(each * reachable().length, 2), line.unit, page.number(each, 2));
  }

  async function showPreview() {
    const text = part('text').value;
    const first = reachable()[0];
    const template = chosenTemplate();
    smSys.page.announce(page.say('working'), 'info');
    const rendered = await smSys.tryout.preview(
      { table: first.table, record: first.id, text, template: template === undefined ? undefined : template.id },
      page.say('template.preview'));
    smSys.page.announce(rendered === null ? page.say('notYet') : '', 'info');
    if (rendered !== null && part('text').value === text) {
      preview = { of: text, text: rendered.text };
      const measured = smSys.text.measure(rendered.text);
      part('preview-name').textContent = page.say('send.previewOf', first.name);
      part('preview-text').textContent = rendered.text;
      part('preview-parts').textContent = page.say('parts.counted', page.number(measured.parts), page.number(measured.left));
      const missing = part('preview-missing');
      missing.hidden = rendered.missing.length === 0 && rendered.isSendable;
      missing.textContent = (rendered.missing.length === 0 ? '' : page.say('preview.missing', rendered.missing.join(', ')) + ' ') + (rendered.isSendable ? '' : page.say('preview.notSent'));
      textChanged();
    }
  }

  async function send() {
    if (isBusy) {
      return;
    }

    isBusy = true;
    drawSend();
    smSys.page.announce(page.say('working'), 'info');
    let sent = 0;
    for (let at = 0; at < recipients.length; at++) {
      if (recipients[at].number !== '') {
        const refused = await smSys.sending.send(smSys.sending.rowOf(ids[at], recipients[at], content()));
        sent += refused === '' ? 1 : 0;
        drawOutcome(recipients[at], refused);
      }
    }

    const isAll = sent === reachable().length;
    smSys.page.announce(page.say(isAll ? 'send.allQueued' : 'send.someQueued', page.number(sent), page.number(reachable().length)), isAll ? 'good' : 'bad');
    isBusy = false;
    // What was queued stays queued: its ids are the same at the next click.
    drawSend();
    part('send').disabled = isAll;
    part('cancel').textContent = page.say('close');
  }

  /** @returns {{ text: string, template: string, line: string }} The template's own text is left to the server. */
  function content() {
    const template = chosenTemplate();
    const text = part('text').value;
    return {
      text: template !== undefined && template.text === text ? '' : text,
      template: template === undefined ? '' : template.id,
      line: part('line').value,
    };
  }

  /** @param {SmsRecipient} recipient @param {string} refused */
  function drawOutcome(recipient, refused) {
    const outcome = part('recipients').querySelector('[data-id="' + recipient.id + '"] .outcome');
    outcome.className = refused === '' ? 'outcome good' : 'outcome bad';
    outcome.textContent = refused === '' ? page.say('send.queued') : refused;
  }

  return Object.freeze({ start });
}());

window.addEventListener('load', () => { void smSys.sendPage.start(); });
