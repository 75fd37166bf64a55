'use strict';

/** Says on a form when the heart has not beaten for a while: then nothing recurring runs. */

var smSys = smSys || {};

smSys.heartbeat = (function () {
  const setting = smSys.tables.smsSetting;
  const column = setting.columns;
  const minute = 60000;

  /** Minutes without a beat, and without a first one. The server tells the settings, which everybody may read, every five minutes. */
  const quiet = Object.freeze({ since: 15, ever: 60 });

  /** @param {Xrm.FormContext} form */
  async function warn(form) {
    const heart = await look();
    if (heart === null || heart.minutes < (heart.beats ? quiet.since : quiet.ever)) {
      form.ui.clearFormNotification('smsys.heartbeat');
      return;
    }

    const say = await smSys.client.texts();
    const words = heart.beats ? say('heartbeat.quiet', heart.minutes) : say('heartbeat.never');
    form.ui.setFormNotification(words, 'WARNING', 'smsys.heartbeat');
  }

  /** @returns {Promise<{ minutes: number, beats: boolean } | null>} Since the last beat, or, where there was none, since the setting was made; null without a setting. */
  async function look() {
    try {
      const found = await Xrm.WebApi.retrieveMultipleRecords(
        setting.logicalName,
        '?$select=' + column.lastBeatOn + ',createdon&$filter=statecode eq 0&$orderby=' + column.lastBeatOn + ' desc,createdon asc&$top=1');
      if (found.entities.length === 0) {
        return null;
      }

      const last = found.entities[0][column.lastBeatOn];
      return { minutes: Math.floor((Date.now() - Date.parse(last || found.entities[0].createdon)) / minute), beats: Boolean(last) };
    } catch (refused) {
      // The warning is for those who may see settings; a form of somebody else loads without it.
      return null;
    }
  }

  return Object.freeze({ warn });
}());
