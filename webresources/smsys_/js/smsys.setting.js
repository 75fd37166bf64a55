'use strict';

/** SMS Setting: the form and its commands. */

var smSys = smSys || {};

smSys.setting = (function () {
  const setting = smSys.tables.smsSetting;
  const column = setting.columns;
  const kinds = smSys.optionSets.processKind;

  /**
   * One update makes it the default: the newest is. The server writes its own time.
   * @param {any} control @param {string[]} [ids]
   */
  function makeDefault(control, ids) {
    return smSys.commands.run(control, ids, {
      table: setting.logicalName,
      from: [setting.status.active],
      to: { [column.madeDefaultOn]: new Date().toISOString() },
      question: 'setting.makeDefault.question',
    });
  }

  /** @param {any} control @param {string[]} [ids] */
  function refreshBalance(control, ids) {
    return tryOut(control, ids, kinds.balance, 'setting.refreshBalance');
  }

  /** @param {any} control @param {string[]} [ids] */
  function testConnection(control, ids) {
    return tryOut(control, ids, kinds.testConnection, 'setting.testConnection');
  }

  /**
   * @param {any} control
   * @param {string[] | undefined} ids
   * @param {number} kind
   * @param {string} title Key of its words.
   */
  function tryOut(control, ids, kind, title) {
    return smSys.commands.guarded(async () => {
      const say = await smSys.client.texts();
      const [id] = await smSys.commands.rowsOf(control, ids);
      Xrm.Utility.showProgressIndicator(say('working'));
      try {
        const answer = await smSys.tryout.ofSetting(id, kind, say(title));
        Xrm.Utility.closeProgressIndicator();
        await smSys.client.tell(answer.isOver ? answer.output || answer.result : say('notYet'), say(title));
      } finally {
        Xrm.Utility.closeProgressIndicator();
      }

      await smSys.commands.placeOf(control).redraw();
    });
  }

  /** @param {Xrm.Events.EventContext} context */
  async function load(context) {
    const form = context.getFormContext();
    const say = await smSys.client.texts();
    for (const name of [column.providerKind, column.address, column.userName, column.options]) {
      const attribute = form.getAttribute(name);
      if (attribute) {
        attribute.addOnChange(() => askForSecret(form, say));
      }
    }

    const paused = form.getAttribute(column.pauseNote);
    if (paused && paused.getValue()) {
      form.ui.setFormNotification(String(paused.getValue()), 'WARNING', 'smsys.pause');
    }

    await smSys.heartbeat.warn(form);
  }

  /**
   * A password is sealed for its account: who changes that types it again.
   * @param {Xrm.FormContext} form
   * @param {(key: string) => string} say
   */
  function askForSecret(form, say) {
    const has = form.getAttribute(column.hasSecret);
    const secret = form.getAttribute(column.newSecret);
    const control = /** @type {Xrm.Controls.StandardControl | null} */ (form.getControl(column.newSecret));
    if (has && has.getValue() === true && secret && !secret.getValue() && control) {
      secret.setRequiredLevel('required');
      control.setNotification(say('setting.secretAgain'), 'smsys.secret');
      secret.addOnChange(() => control.clearNotification('smsys.secret'));
    }
  }

  return Object.freeze({ makeDefault, refreshBalance, testConnection, load });
}());
