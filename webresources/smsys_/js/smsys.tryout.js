'use strict';

/** A try-out is an SMS Process row of the clicking user: made, answered by a step, read back, removed by the retention. */

var smSys = smSys || {};

smSys.tryout = (function () {
  const process = smSys.tables.smsProcess;
  const column = process.columns;

  /**
   * @typedef {object} Answer
   * @property {boolean} isOver False when no answer came in time.
   * @property {string} output
   * @property {string} result The last result, in a few words.
   */

  /**
   * Makes the row.
   * @param {string} name What the row is called.
   * @param {number} kind A value of the process kinds.
   * @param {Record<string, unknown>} values Further columns.
   * @returns {Promise<string>} Its id.
   */
  async function start(name, kind, values) {
    const made = await Xrm.WebApi.createRecord(process.logicalName, { [column.name]: name, [column.processKind]: kind, ...values });
    return smSys.client.plainId(made.id);
  }

  /**
   * @param {string} id
   * @returns {Promise<Answer>}
   */
  async function read(id) {
    const row = await Xrm.WebApi.retrieveRecord(process.logicalName, id, '?$select=statecode,' + [column.output, column.lastResult].join(','));
    const output = row[column.output] || '';
    const result = row[column.lastResult] || '';
    // Also a refusal is a result; such a row stays active and tries again.
    return { isOver: row.statecode === process.state.inactive || output !== '' || result !== '', output, result };
  }

  /**
   * Asks for the answer until it is there.
   * @param {string} id
   * @param {number} seconds How long at most.
   * @returns {Promise<Answer>}
   */
  async function wait(id, seconds) {
    const until = Date.now() + seconds * 1000;
    for (;;) {
      const answer = await read(id);
      if (answer.isOver || Date.now() >= until) {
        return answer;
      }

      await new Promise((go) => setTimeout(go, 1500));
    }
  }

  /**
   * A try-out of a setting that asynchronous work answers: balance, connection.
   * @param {string} setting Its id.
   * @param {number} kind
   * @param {string} name
   * @returns {Promise<Answer>}
   */
  async function ofSetting(setting, kind, name) {
    const id = await start(name, kind, { 'smsys_SettingId@odata.bind': '/' + smSys.tables.smsSetting.entitySetName + '(' + setting + ')' });
    return wait(id, 60);
  }

  /**
   * A text rendered for a record, as it would be sent.
   * @param {{ table: string, record: string, text?: string, template?: string }} what The typed text wins over the template.
   * @param {string} name
   * @returns {Promise<{ text: string, missing: string[], isSendable: boolean } | null>} Null when nothing answered.
   * @throws {Error} With the server's sentence when it cannot be rendered.
   */
  async function preview(what, name) {
    const id = await start(name, smSys.optionSets.processKind.preview, { [column.input]: JSON.stringify(what) });
    const { output } = await read(id);
    if (output === '') {
      return null;
    }

    const answer = JSON.parse(output);
    if (answer.problem !== undefined) {
      throw new Error(answer.problem);
    }

    return { text: answer.text, missing: answer.missing || [], isSendable: answer.sendable !== false };
  }

  return Object.freeze({ start, read, wait, ofSetting, preview });
}());
