'use strict';

/** Asks why a message in doubt is sent again, and queues it with the reason. */

var smSys = smSys || {};

smSys.reasonPage = (function () {
  const sms = smSys.tables.sms;
  const part = smSys.page.part;

  async function start() {
    const page = await smSys.page.open();
    part('count').textContent = page.say('reason.count', page.number(page.data.ids.length));
    part('cancel').addEventListener('click', () => window.close());
    part('form').addEventListener('submit', (/** @type {Event} */ event) => {
      event.preventDefault();
      void send(page);
    });
    part('reason').focus();
  }

  /** @param {any} page */
  async function send(page) {
    const reason = part('reason').value.trim();
    part('missing').hidden = reason !== '';
    part('reason').setAttribute('aria-invalid', String(reason === ''));
    if (reason === '') {
      part('reason').focus();
      return;
    }

    part('send').disabled = true;
    const refusals = await smSys.commands.change(page.data.ids, {
      table: sms.logicalName,
      from: [sms.status.unknown],
      to: { [sms.columns.resendReason]: reason, statecode: sms.state.open, statuscode: sms.status.queued },
    });
    const done = page.data.ids.length - refusals.length;
    smSys.page.announce(
      page.say('reason.done', page.number(done), page.number(page.data.ids.length)) + (refusals.length > 0 ? ' ' + refusals[0] : ''),
      refusals.length === 0 ? 'good' : 'bad');
    part('cancel').textContent = page.say('close');
    part('send').disabled = refusals.length === 0;
  }

  return Object.freeze({ start });
}());

window.addEventListener('load', () => { void smSys.reasonPage.start(); });
