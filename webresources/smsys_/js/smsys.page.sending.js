'use strict';

/** Makes the messages of the dialog. Their ids exist before the first click, so that a second click makes nothing twice. */

var smSys = smSys || {};

smSys.sending = (function () {
  const sms = smSys.tables.sms;
  const column = sms.columns;
  const to = 2;

  /** Tables an SMS can be about. */
  const regarding = ['contact', 'account', 'lead', 'opportunity', 'incident', 'campaign', 'campaignactivity', 'quote', 'salesorder', 'invoice', 'contract'];

  /** Entity sets of the tables that are not simply their name with an s. */
  const sets = Object.freeze({ opportunity: 'opportunities', campaignactivity: 'campaignactivities' });

  /** Dynamics' codes for "a row with this id is there already". */
  const duplicates = ['0x80040237', '-2147220937', '2147746359', '0x80060892'];

  /**
   * @param {string} table
   * @returns {string}
   */
  function setOf(table) {
    return /** @type {Record<string, string>} */ (sets)[table] || table + 's';
  }

  /**
   * The row of one message.
   * @param {string} id Made when the dialog opened.
   * @param {SmsRecipient} recipient
   * @param {{ text: string, template: string, line: string }} what Ids or empty.
   * @returns {Record<string, unknown>}
   */
  function rowOf(id, recipient, what) {
    /** @type {Record<string, unknown>} */
    const row = {
      [sms.primaryId]: id,
      statecode: sms.state.open,
      statuscode: sms.status.queued,
      [sms.logicalName + '_activity_parties']: [
        { ['partyid_' + recipient.table + '@odata.bind']: '/' + setOf(recipient.table) + '(' + recipient.id + ')', participationtypemask: to },
      ],
    };
    if (what.text !== '') {
      row[column.text] = what.text;
    }

    if (what.template !== '') {
      row['smsys_TemplateId@odata.bind'] = '/' + smSys.tables.smsTemplate.entitySetName + '(' + what.template + ')';
    }

    if (what.line !== '') {
      row['smsys_NumberId@odata.bind'] = '/' + smSys.tables.smsNumber.entitySetName + '(' + what.line + ')';
    }

    const about = recipient.about;
    if (about !== null && regarding.indexOf(about.table) >= 0) {
      row['regardingobjectid_' + about.table + '_' + sms.logicalName + '@odata.bind'] = '/' + setOf(about.table) + '(' + about.id + ')';
    }

    return row;
  }

  /**
   * @param {Record<string, unknown>} row
   * @returns {Promise<string>} Empty when it is queued, now or by an earlier click; otherwise why not.
   */
  async function send(row) {
    try {
      await Xrm.WebApi.createRecord(sms.logicalName, row);
      return '';
    } catch (error) {
      return isDuplicate(error) ? '' : smSys.client.sentenceOf(error);
    }
  }

  /** @param {unknown} error @returns {boolean} */
  function isDuplicate(error) {
    const given = /** @type {{ errorCode?: number | string, code?: number | string, message?: string }} */ (error);
    return [given.errorCode, given.code].some((code) => code !== undefined && duplicates.indexOf(String(code).toLowerCase()) >= 0);
  }

  return Object.freeze({ rowOf, send, setOf });
}());
