'use strict';

/** The groups into which a bulk's recipients fall, and their lists. */

var smSys = smSys || {};

smSys.groups = (function () {
  const sms = smSys.tables.sms;
  const column = sms.columns;
  const status = sms.status;
  const bulk = smSys.tables.smsBulk.columns;
  const shown = '@OData.Community.Display.V1.FormattedValue';

  /**
   * @typedef {object} Group
   * @property {string} key Of its words.
   * @property {string} column Of the bulk, with its count.
   * @property {number[]} states Status reasons of its messages; empty where no messages exist.
   * @property {boolean} [isPartOfAccepted]
   */

  /** @type {Group[]} */
  const all = [
    { key: 'group.accepted', column: bulk.accepted, states: [status.delivered, status.undelivered, status.blockedByOperator, status.sentWithoutReceipt, status.sent] },
    { key: 'group.delivered', column: bulk.delivered, states: [status.delivered], isPartOfAccepted: true },
    { key: 'group.undelivered', column: bulk.undelivered, states: [status.undelivered], isPartOfAccepted: true },
    { key: 'group.blocked', column: bulk.blocked, states: [status.blockedByOperator], isPartOfAccepted: true },
    { key: 'group.withoutReceipt', column: bulk.withoutReceipt, states: [status.sentWithoutReceipt], isPartOfAccepted: true },
    { key: 'group.waiting', column: bulk.waiting, states: [status.sent], isPartOfAccepted: true },
    { key: 'group.rejected', column: bulk.rejected, states: [status.failed] },
    { key: 'group.skipped', column: bulk.skipped, states: [] },
    { key: 'group.unknown', column: bulk.unknown, states: [status.unknown] },
    { key: 'group.pending', column: bulk.pending, states: [status.queued, status.retryScheduled, status.sending] },
    { key: 'group.cancelled', column: bulk.cancelledCount, states: [status.cancelled] },
  ];

  /** Reasons for being left out, as columns of the bulk. */
  const skipped = Object.freeze([
    ['skipped.noNumber', bulk.skippedNoNumber], ['skipped.invalid', bulk.skippedInvalid], ['skipped.duplicate', bulk.skippedDuplicate],
    ['skipped.optedOut', bulk.skippedOptedOut], ['skipped.doNotContact', bulk.skippedDoNotContact], ['skipped.blocked', bulk.skippedBlocked],
    ['skipped.missingValue', bulk.skippedMissingValue], ['skipped.expired', bulk.skippedExpired],
    ['skipped.testMode', bulk.skippedTest],
  ]);

  /**
   * Whether everybody is accounted for.
   * @param {Record<string, any>} row Of the bulk.
   * @returns {number} How many are missing (or, below 0, too many).
   */
  function missing(row) {
    const sum = all.filter((group) => !group.isPartOfAccepted).reduce((total, group) => total + (row[group.column] || 0), 0);
    return (row[bulk.expected] || 0) - sum;
  }

  /**
   * The rows of a group's list, with a heading.
   * @param {string} id Of the bulk.
   * @param {Group} group
   * @param {(key: string) => string} say
   * @param {(count: number) => void} progress
   * @returns {Promise<Array<Array<string | number>>>}
   */
  function list(id, group, say, progress) {
    return group.states.length === 0 ? listSkipped(id, say, progress) : listMessages(id, group, say, progress);
  }

  /** @type {typeof list} */
  async function listMessages(id, group, say, progress) {
    const columns = [column.phoneNumber, 'statuscode', column.parts, column.cost, column.handedOverOn, column.deliveredOn, column.faultCode, column.faultText, column.stateNote];
    const states = group.states.map((state) => 'statuscode eq ' + state).join(' or ');
    const filter = '_' + column.bulkId + '_value eq ' + id + ' and (' + states + ')';
    const rows = [['number', 'recipient', 'state', 'parts', 'cost', 'sentOn', 'deliveredOn', 'fault', 'note'].map((name) => say('csv.' + name))];
    await pages(sms.logicalName, '?$select=' + columns.join(',') + ',_regardingobjectid_value&$filter=' + filter + '&$orderby=createdon', (row) => {
      rows.push([
        row[column.phoneNumber] || '', row['_regardingobjectid_value' + shown] || '', row['statuscode' + shown] || row.statuscode,
        row[column.parts] || '', row[column.cost] || '', row[column.handedOverOn] || '', row[column.deliveredOn] || '',
        [row[column.faultCode], row[column.faultText]].filter((one) => one).join(' '), row[column.stateNote] || '',
      ]);
      progress(rows.length - 1);
    });
    return rows;
  }

  /**
   * Who was left out stands in the chunks of the frozen audience.
   * @param {string} id
   * @param {(key: string) => string} say
   * @param {(count: number) => void} progress
   * @returns {Promise<Array<Array<string | number>>>}
   */
  async function listSkipped(id, say, progress) {
    const chunk = smSys.tables.smsChunk;
    const rows = [['table', 'id', 'number', 'reason'].map((name) => say('csv.' + name))];
    await pages(chunk.logicalName, '?$select=' + chunk.columns.skippedLines + '&$filter=_' + chunk.columns.bulkId + '_value eq ' + id + '&$orderby=' + chunk.columns.chunkNumber, (row) => {
      rows.push(...unpack(row[chunk.columns.skippedLines] || ''));
      progress(rows.length - 1);
    });
    return rows;
  }

  /**
   * Lines of a chunk: "@table" says of which table the following ones are; parts are separated by tabs.
   * @param {string} packed
   * @returns {string[][]}
   */
  function unpack(packed) {
    let table = '';
    const lines = [];
    for (const line of packed.split(/\r?\n/)) {
      if (line.charAt(0) === '@') {
        table = line.slice(1);
      } else if (line !== '') {
        const [id, number, reason] = line.split('\t');
        lines.push([table, id === '-' ? '' : id, number, reason || '']);
      }
    }

    return lines;
  }

  /**
   * Every row of a query, page by page.
   * @param {string} table
   * @param {string} options
   * @param {(row: Record<string, any>) => void} each
   */
  async function pages(table, options, each) {
    let next = options;
    while (next !== '') {
      const answer = await Xrm.WebApi.retrieveMultipleRecords(table, next, 5000);
      answer.entities.forEach(each);
      next = answer.nextLink ? answer.nextLink.slice(answer.nextLink.indexOf('?')) : '';
    }
  }

  return Object.freeze({ all, skipped, missing, list, unpack });
}());
