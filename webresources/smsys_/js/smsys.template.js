'use strict';

/** SMS Template: the form and its command. */

var smSys = smSys || {};

smSys.template = (function () {
  const template = smSys.tables.smsTemplate;
  const column = template.columns;

  /** Tables that a template may be for, when it does not say. */
  const everybody = ['contact', 'account', 'lead', 'systemuser'];

  /**
   * Renders it for a record that the user picks.
   * @param {any} control @param {string[]} [ids]
   */
  function preview(control, ids) {
    return smSys.commands.guarded(async () => {
      const say = await smSys.client.texts();
      const [id] = await smSys.commands.rowsOf(control, ids);
      const row = await Xrm.WebApi.retrieveRecord(template.logicalName, id, '?$select=' + column.recipientTable);
      const entityTypes = row[column.recipientTable] ? [row[column.recipientTable]] : everybody;
      const picked = await Xrm.Utility.lookupObjects({ entityTypes, defaultEntityType: entityTypes[0], allowMultiSelect: false });
      if (!picked || picked.length === 0) {
        return;
      }

      const what = { table: picked[0].entityType, record: smSys.client.plainId(picked[0].id), template: id };
      const answer = await smSys.tryout.preview(what, say('template.preview'));
      await smSys.client.tell(answer === null ? say('notYet') : described(say, answer), picked[0].name || say('template.preview'));
    });
  }

  /**
   * @param {(key: string, ...values: Array<string | number>) => string} say
   * @param {{ text: string, missing: string[], isSendable: boolean }} answer
   * @returns {string}
   */
  function described(say, answer) {
    const missing = answer.missing.length === 0 ? '' : '\n' + say('preview.missing', answer.missing.join(', '));
    return answer.text + '\n\n' + counted(say, answer.text) + missing + (answer.isSendable ? '' : '\n' + say('preview.notSent'));
  }

  /** @param {(key: string, ...values: number[]) => string} say @param {string} text @returns {string} */
  function counted(say, text) {
    const measured = smSys.text.measure(text);
    return say('parts.counted', measured.parts, measured.left);
  }

  /** @param {Xrm.Events.EventContext} context */
  async function load(context) {
    const form = context.getFormContext();
    const text = form.getAttribute(column.text);
    const say = await smSys.client.texts();
    const show = () => {
      const content = text ? String(text.getValue() || '') : '';
      if (content === '') {
        form.ui.clearFormNotification('smsys.parts');
      } else {
        form.ui.setFormNotification(counted(say, content) + (content.indexOf('{{') >= 0 ? ' ' + say('parts.withoutValues') : ''), 'INFO', 'smsys.parts');
      }
    };
    if (text) {
      text.addOnChange(show);
    }

    show();
  }

  return Object.freeze({ preview, load });
}());
