'use strict';

/** SMS Process: its command. */

var smSys = smSys || {};

smSys.process = (function () {
  const process = smSys.tables.smsProcess;

  /** A worker that holds the row goes on undisturbed. */
  const from = [process.status.waiting, process.status.running];

  /** @param {any} control @param {string[]} [ids] */
  function runNow(control, ids) {
    return smSys.commands.run(control, ids, {
      table: process.logicalName,
      from,
      to: { [process.columns.requestedOn]: new Date().toISOString() },
    });
  }

  /** @param {Xrm.Events.EventContext} context */
  function load(context) {
    return smSys.heartbeat.warn(context.getFormContext());
  }

  return Object.freeze({ runNow, load });
}());
