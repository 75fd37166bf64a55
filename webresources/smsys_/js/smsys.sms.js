'use strict';

/** SMS: the form and its commands. */

var smSys = smSys || {};

smSys.sms = (function () {
  const sms = smSys.tables.sms;
  const status = sms.status;
  const state = sms.state;
  const column = sms.columns;

  /** Which states a command starts from: what the server lets people do. */
  const from = Object.freeze({
    send: [status.draft],
    retry: [status.failed, status.retryScheduled],
    cancel: [status.draft, status.queued, status.retryScheduled],
    decide: [status.unknown],
  });

  const queued = { statecode: state.open, statuscode: status.queued };

  /** @param {any} control @param {string[]} [ids] */
  function send(control, ids) {
    return smSys.commands.run(control, ids, { table: sms.logicalName, from: from.send, to: queued });
  }

  /** @param {any} control @param {string[]} [ids] */
  function retry(control, ids) {
    return smSys.commands.run(control, ids, { table: sms.logicalName, from: from.retry, to: queued });
  }

  /** @param {any} control @param {string[]} [ids] */
  function cancel(control, ids) {
    const to = { statecode: state.canceled, statuscode: status.cancelled };
    return smSys.commands.run(control, ids, { table: sms.logicalName, from: from.cancel, to, question: 'sms.cancel.question' });
  }

  /**
   * Nobody knows whether it went out: the provider is asked at once.
   * @param {any} control @param {string[]} [ids]
   */
  function askAgain(control, ids) {
    const to = { [column.requestedOn]: new Date().toISOString() };
    return smSys.commands.run(control, ids, { table: sms.logicalName, from: from.decide, to });
  }

  /** @param {any} control @param {string[]} [ids] */
  function takeAsSent(control, ids) {
    const to = { statecode: state.completed, statuscode: status.sentWithoutReceipt };
    return smSys.commands.run(control, ids, { table: sms.logicalName, from: from.decide, to, question: 'sms.takeAsSent.question' });
  }

  /**
   * Sending again may ring the phone twice: a page asks for the reason.
   * @param {any} control @param {string[]} [ids]
   */
  function sendAgain(control, ids) {
    return smSys.commands.guarded(async () => {
      const say = await smSys.client.texts();
      const rows = await smSys.commands.rowsOf(control, ids);
      await smSys.client.openPage('reason.html', { ids: rows }, say('sms.sendAgain'), { width: 560, height: 420 });
      await smSys.commands.placeOf(control).redraw();
    });
  }

  /** @param {Xrm.Events.EventContext} context */
  async function load(context) {
    const form = context.getFormContext();
    const text = form.getAttribute(column.text);
    if (text) {
      text.addOnChange(() => { void showParts(form); });
    }

    // A command of the ribbon reads the row anew without loading the form anew.
    if (typeof form.data.addOnLoad === 'function') {
      form.data.addOnLoad(() => {
        lock(form);
        void showState(form);
      });
    }

    lock(form);
    await showParts(form);
    await showState(form);
    await smSys.heartbeat.warn(form);
  }

  /** What is said and to whom stands from the moment it is queued: the server refuses changes, and the form says so beforehand. */
  const content = Object.freeze([
    column.text, column.templateId, column.phoneNumber, column.numberAsEntered, column.numberId, column.settingId, column.direction, 'to', column.messageClass, column.lane,
  ]);

  /** When it goes out may be changed until it goes out. */
  const plan = Object.freeze([column.notBefore, column.notAfter, column.replyNumberId]);

  /** @type {readonly number[]} */
  const waiting = Object.freeze([status.draft, status.queued, status.retryScheduled]);

  /** @param {Xrm.FormContext} form */
  function lock(form) {
    if (isDraft(form)) {
      return;
    }

    const now = Number(stateOf(form));

    for (const name of waiting.indexOf(now) >= 0 ? content : content.concat(plan)) {
      const control = /** @type {Xrm.Controls.StandardControl | null} */ (form.getControl(name));
      if (control) {
        control.setDisabled(true);
      }
    }
  }

  /** @param {Xrm.FormContext} form */
  async function showParts(form) {
    const text = form.getAttribute(column.text);
    const said = text ? String(text.getValue() || '') : '';
    if (said === '' || !isDraft(form)) {
      form.ui.clearFormNotification('smsys.parts');
      return;
    }

    const say = await smSys.client.texts();
    const measured = smSys.text.measure(said);
    const gsm = smSys.text.inGsm(said);
    const saved = gsm === null ? 0 : measured.parts - smSys.text.measure(gsm).parts;
    const words = say('parts.counted', measured.parts, measured.left)
      + (saved > 0 && measured.forcedBy ? ' ' + say('parts.saved', measured.forcedBy.position + 1, saved) : '');
    form.ui.setFormNotification(words, 'INFO', 'smsys.parts');
  }

  /** @param {Xrm.FormContext} form */
  async function showState(form) {
    const say = await smSys.client.texts();
    if (stateOf(form) === status.unknown) {
      form.ui.setFormNotification(say('sms.unknown.note'), 'WARNING', 'smsys.state');
    } else {
      form.ui.clearFormNotification('smsys.state');
    }
  }

  /** @param {Xrm.FormContext} form @returns {number | undefined} */
  function stateOf(form) {
    const attribute = form.getAttribute('statuscode');
    return attribute ? Number(attribute.getValue()) : undefined;
  }

  /** Somebody writes it still; one that was never saved has no state. @param {Xrm.FormContext} form */
  function isDraft(form) {
    const now = stateOf(form);
    return now === undefined || now === status.draft;
  }

  return Object.freeze({ send, retry, cancel, askAgain, takeAsSent, sendAgain, load, from });
}());
