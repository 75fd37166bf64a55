'use strict';

/** SMS Bulk: the form and its commands. */

var smSys = smSys || {};

smSys.bulk = (function () {
  const bulk = smSys.tables.smsBulk;
  const status = bulk.status;
  const column = bulk.columns;

  /** Which states a command starts from: what the server lets people do. */
  const from = Object.freeze({
    dryRun: [status.draft, status.checked],
    start: [status.draft, status.checked, status.awaitingApproval],
    pause: [status.running],
    resume: [status.paused],
    cancel: [status.draft, status.checked, status.dryRunning, status.awaitingApproval, status.ready, status.freezing, status.running, status.paused],
  });

  /** @param {number} statuscode @param {number} [statecode] */
  const to = (statuscode, statecode) => ({ statecode: statecode === undefined ? bulk.state.active : statecode, statuscode });

  /** @param {any} control @param {string[]} [ids] */
  function dryRun(control, ids) {
    return smSys.commands.run(control, ids, { table: bulk.logicalName, from: from.dryRun, to: to(status.dryRunning) });
  }

  /**
   * Starts, or approves what awaits approval, after showing to how many it goes.
   * @param {any} control @param {string[]} [ids]
   */
  function start(control, ids) {
    return smSys.commands.guarded(async () => {
      const say = await smSys.client.texts();
      const [id] = await smSys.commands.rowsOf(control, ids);
      const row = await Xrm.WebApi.retrieveRecord(
        bulk.logicalName,
        id,
        '?$select=statuscode,' + [column.name, column.expected, column.skipped, column.price, column.priceUnit, column.warning, column.dryRunOn].join(','));
      if (await smSys.client.confirm(say('bulk.start'), question(say, row))) {
        const next = row.statuscode === status.awaitingApproval ? status.running : status.ready;
        await Xrm.WebApi.updateRecord(bulk.logicalName, id, to(next));
        await smSys.commands.placeOf(control).redraw();
      }
    });
  }

  /**
   * @param {(key: string, ...values: Array<string | number>) => string} say
   * @param {Record<string, any>} row
   * @returns {string}
   */
  function question(say, row) {
    if (!row[column.dryRunOn]) {
      return say('bulk.start.unchecked', row[column.name]);
    }

    const price = typeof row[column.price] !== 'number' ? '' : ' ' + say('bulk.start.price', row[column.price], formatted(row, column.priceUnit));
    const warning = row[column.warning] ? '\n\n' + row[column.warning] : '';
    return say('bulk.start.question', row[column.name], row[column.expected] - row[column.skipped], row[column.skipped]) + price + warning;
  }

  /** @param {Record<string, any>} row @param {string} name @returns {string} */
  function formatted(row, name) {
    const shown = row[name + '@OData.Community.Display.V1.FormattedValue'];
    return shown || (row[name] === null || row[name] === undefined ? '' : String(row[name]));
  }

  /** @param {any} control @param {string[]} [ids] */
  function pause(control, ids) {
    return smSys.commands.run(control, ids, { table: bulk.logicalName, from: from.pause, to: to(status.paused) });
  }

  /** @param {any} control @param {string[]} [ids] */
  function resume(control, ids) {
    return smSys.commands.run(control, ids, { table: bulk.logicalName, from: from.resume, to: to(status.running) });
  }

  /** @param {any} control @param {string[]} [ids] */
  function cancel(control, ids) {
    const move = { table: bulk.logicalName, from: from.cancel, to: to(status.cancelled, bulk.state.inactive), question: 'bulk.cancel.question' };
    return smSys.commands.run(control, ids, move);
  }

  /** @param {Xrm.Events.EventContext} context */
  async function load(context) {
    const form = context.getFormContext();
    const kind = form.getAttribute(column.audienceKind);
    if (kind) {
      kind.addOnChange(() => showAudience(form));
    }

    // A command of the ribbon reads the row anew without loading the form anew.
    if (typeof form.data.addOnLoad === 'function') {
      form.data.addOnLoad(() => {
        lock(form);
        void showWarning(form);
      });
    }

    lock(form);
    showAudience(form);
    await showWarning(form);
    lend(form);
    await smSys.heartbeat.warn(form);
  }

  /**
   * Hands the form to the page in it, so that both tell the same state; again when the page's tab is opened, which may have had no
   * page before. The classic client gives the frame instead of its window. The form does without where it cannot be done.
   * @param {Xrm.FormContext} form
   */
  function lend(form) {
    const control = /** @type {any} */ (form.getControl('WebResource_result'));
    const tab = /** @type {any} */ (form.ui.tabs && form.ui.tabs.get('result'));
    const hand = () => {
      if (control && typeof control.getContentWindow === 'function') {
        control.getContentWindow().then((/** @type {any} */ page) => handTo(page, form), () => undefined);
      } else if (control && typeof control.getObject === 'function') {
        handTo(control.getObject().contentWindow, form);
      }
    };
    hand();
    if (tab && typeof tab.addTabStateChange === 'function') {
      tab.addTabStateChange(hand);
    }
  }

  /** @param {any} page @param {Xrm.FormContext} form */
  function handTo(page, form) {
    if (page && typeof page.setClientApiContext === 'function') {
      page.setClientApiContext(Xrm, form);
    }
  }

  /** What is said and to whom stands from the start: the server refuses changes, and the form says so beforehand. */
  const promised = Object.freeze([
    column.audienceKind, column.audienceTable, column.audienceColumn, column.audienceIds, column.audienceFetchXml, column.campaignId, column.text,
    column.templateId, column.missingValuePolicy, column.messageClass, column.settingId, column.numberId, column.replyNumberId, column.partitions,
  ]);
  /** @type {readonly number[]} */
  const open = Object.freeze([status.draft, status.checked]);

  /** @param {Xrm.FormContext} form */
  function lock(form) {
    const state = form.getAttribute('statuscode');
    const isOpen = !state || state.getValue() === null || open.indexOf(Number(state.getValue())) >= 0;
    for (const name of isOpen ? [] : promised) {
      const control = /** @type {Xrm.Controls.StandardControl | null} */ (form.getControl(name));
      if (control) {
        control.setDisabled(true);
      }
    }
  }

  /** Only the columns of the audience that was chosen. @param {Xrm.FormContext} form */
  function showAudience(form) {
    const kinds = smSys.optionSets.audienceKind;
    const attribute = form.getAttribute(column.audienceKind);
    const kind = attribute ? attribute.getValue() : null;
    show(form, column.campaignId, kind === kinds.campaign);
    show(form, column.audienceIds, kind === kinds.selectedRows || kind === kinds.file);
    show(form, column.audienceFetchXml, kind === kinds.view);
    show(form, column.audienceTable, kind === kinds.selectedRows || kind === kinds.view);
  }

  /** @param {Xrm.FormContext} form @param {string} name @param {boolean} visible */
  function show(form, name, visible) {
    const control = /** @type {Xrm.Controls.StandardControl | null} */ (form.getControl(name));
    if (control) {
      control.setVisible(visible);
    }
  }

  /** @param {Xrm.FormContext} form */
  async function showWarning(form) {
    for (const [name, id] of [[column.warning, 'smsys.warning'], [column.pauseNote, 'smsys.pause']]) {
      const attribute = form.getAttribute(name);
      const words = attribute ? attribute.getValue() : null;
      if (words) {
        form.ui.setFormNotification(String(words), 'WARNING', id);
      } else {
        form.ui.clearFormNotification(id);
      }
    }
  }

  return Object.freeze({ dryRun, start, pause, resume, cancel, load, from });
}());
