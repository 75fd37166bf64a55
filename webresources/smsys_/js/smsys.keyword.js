'use strict';

/** SMS Keyword: the form and its command. */

var smSys = smSys || {};

smSys.keyword = (function () {
  const column = smSys.tables.smsKeyword.columns;

  /**
   * Saves the rule with the text to test; the server answers in the result while it saves.
   * @param {any} form The form's context.
   */
  function testText(form) {
    return smSys.commands.guarded(async () => {
      const say = await smSys.client.texts();
      const text = form.getAttribute(column.testText);
      const control = form.getControl(column.testText);
      if (!text || !text.getValue()) {
        control.setFocus();
        form.ui.setFormNotification(say('keyword.writeText'), 'INFO', 'smsys.test');
        return;
      }

      form.ui.clearFormNotification('smsys.test');
      const [id] = await smSys.commands.rowsOf(form);
      // Written also when it did not change: the other rules may have.
      await Xrm.WebApi.updateRecord(smSys.tables.smsKeyword.logicalName, id, { [column.testText]: text.getValue() });
      await form.data.refresh(false);
      const result = form.getAttribute(column.testResult);
      await smSys.client.tell((result && result.getValue()) || say('notYet'), say('keyword.testText'));
    });
  }

  return Object.freeze({ testText });
}());
