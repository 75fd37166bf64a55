'use strict';

/** Says on a form when the heart has not beaten for a while: then nothing recurring runs. */

var smSys = smSys || {};

smSys.heartbeat = (function () {
  const process = smSys.tables.smsProcess;
  const column = process.columns;

  /** Minutes without a beat. The server beats every few seconds. */
  const quiet = 10;

  /** @param {Xrm.FormContext} form */
  async function warn(form) {
    const minutes = await minutesSince();
    if (minutes !== null && minutes >= quiet) {
      const say = await smSys.client.texts();
      form.ui.setFormNotification(say('heartbeat.quiet', minutes), 'WARNING', 'smsys.heartbeat');
    }
  }

  /** @returns {Promise<number | null>} Null where nobody ever saw a beat, or the user may not see it. */
  async function minutesSince() {
    const filter = column.processKind + ' eq ' + smSys.optionSets.processKind.heartBeat + ' and ' + column.lastBeatOn + ' ne null';
    try {
      const found = await Xrm.WebApi.retrieveMultipleRecords(
        process.logicalName,
        '?$select=' + column.lastBeatOn + '&$filter=' + filter + '&$orderby=' + column.lastBeatOn + ' desc&$top=1');
      return found.entities.length === 0 ? null : Math.floor((Date.now() - Date.parse(found.entities[0][column.lastBeatOn])) / 60000);
    } catch (refused) {
      // The warning is for those who may see processes; a form of somebody else loads without it.
      return null;
    }
  }

  return Object.freeze({ warn, minutesSince });
}());
