'use strict';

/** What all commands of the ribbon have in common: which rows, which of them may, one confirmation, one summary. */

var smSys = smSys || {};

smSys.commands = (function () {
  /**
   * @typedef {object} Place Where a command was clicked.
   * @property {() => Promise<void>} redraw Shows the rows as they are now.
   *
   * @typedef {object} Move A move of rows from some states to another.
   * @property {string} table
   * @property {number[]} from Status reasons from which a person may go.
   * @property {Record<string, unknown>} to Columns that make the move.
   * @property {string} [question] Key of what to ask first.
   */

  /** Rows changed one after the other; more are work for a bulk. */
  const most = 250;

  /**
   * @param {any} control A form's context, or a grid.
   * @returns {Place}
   */
  function placeOf(control) {
    if (isForm(control)) {
      return { redraw: async () => { await control.data.refresh(false); } };
    }

    return { redraw: async () => { control.refresh(); } };
  }

  /** @param {any} control @returns {boolean} */
  function isForm(control) {
    return Boolean(control && control.data && control.data.entity);
  }

  /**
   * The rows a command is about. What somebody typed on a form is saved first.
   * @param {any} control
   * @param {string[]} [selected] Ids that a grid gave.
   * @returns {Promise<string[]>}
   */
  async function rowsOf(control, selected) {
    if (!isForm(control)) {
      return (selected || []).map(smSys.client.plainId);
    }

    if (control.data.getIsDirty()) {
      await control.data.save();
    }

    return [smSys.client.plainId(control.data.entity.getId())];
  }

  /**
   * Moves rows, and says what became of them.
   * @param {any} control
   * @param {string[] | undefined} selected
   * @param {Move} move
   */
  async function run(control, selected, move) {
    await guarded(async () => {
      const say = await smSys.client.texts();
      const ids = await rowsOf(control, selected);
      if (ids.length > most) {
        await smSys.client.tell(say('tooMany', most));
        return;
      }

      if (move.question !== undefined && !(await smSys.client.confirm(say('product'), say(move.question, ids.length)))) {
        return;
      }

      const refusals = await change(ids, move);
      await placeOf(control).redraw();
      if (refusals.length > 0) {
        await smSys.client.tell(say('someRefused', ids.length - refusals.length, ids.length) + '\n\n' + Array.from(new Set(refusals)).slice(0, 5).join('\n'));
      }
    });
  }

  /**
   * @param {string[]} ids
   * @param {Move} move
   * @returns {Promise<string[]>} A sentence for each row that was refused.
   */
  async function change(ids, move) {
    const refusals = [];
    const say = await smSys.client.texts();
    for (const id of ids) {
      try {
        const row = await Xrm.WebApi.retrieveRecord(move.table, id, '?$select=statuscode');
        if (move.from.indexOf(row.statuscode) < 0) {
          refusals.push(say('notInThisState', row['statuscode@OData.Community.Display.V1.FormattedValue'] || row.statuscode));
        } else {
          await Xrm.WebApi.updateRecord(move.table, id, move.to);
        }
      } catch (error) {
        refusals.push(smSys.client.sentenceOf(error));
      }
    }

    return refusals;
  }

  /**
   * Whatever goes wrong is shown in Dynamics' words; nothing is swallowed.
   * @param {() => Promise<void>} work
   */
  async function guarded(work) {
    try {
      await work();
    } catch (error) {
      await smSys.client.fail(error);
    }
  }

  return Object.freeze({ run, change, rowsOf, placeOf, isForm, guarded });
}());
