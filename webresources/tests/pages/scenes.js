const ids = {
  sara: '10000000-0000-4000-a000-000000000001',
  ali: '10000000-0000-4000-a000-000000000002',
  none: '10000000-0000-4000-a000-000000000003',
  case: '20000000-0000-4000-a000-000000000001',
  line: '30000000-0000-4000-a000-000000000001',
  template: '40000000-0000-4000-a000-000000000001',
  bulk: '50000000-0000-4000-a000-000000000001',
  setting: '60000000-0000-4000-a000-000000000001',
  sms: '70000000-0000-4000-a000-000000000001',
};

const shown = '@OData.Community.Display.V1.FormattedValue';

/** What there is in the organisation around the pages. */
export function rows(persian) {
  const word = (english, other) => (persian ? other : english);
  return {
    contact: {
      [ids.sara]: { fullname: word('Sara Ahmadi', 'سارا احمدی'), mobilephone: '0912 345 6789' },
      [ids.ali]: { fullname: word('Ali Karimi', 'علی کریمی'), mobilephone: '0935 111 2233' },
      [ids.none]: { fullname: word('Reza Moradi', 'رضا مرادی'), mobilephone: null },
    },
    incident: { [ids.case]: { title: 'x', _customerid_value: ids.sara, '_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'contact' } },
    smsys_smscolumn: {},
    smsys_smsnumber: {
      [ids.line]: {
        smsys_smsnumberid: ids.line, smsys_name: word('Support', 'پشتیبانی'), smsys_line: '30001234',
        smsys_SettingId: { smsys_pricelatin: 150, smsys_pricepersian: 98.5, smsys_balanceunit: 100000001 },
      },
    },
    smsys_smstemplate: {
      a: { smsys_smstemplateid: ids.template, smsys_name: word('Welcome', 'خوشامد'), smsys_text: word('Dear {{fullname}}, welcome!', '{{fullname}} عزیز، خوش آمدید!') },
      b: { smsys_smstemplateid: ids.bulk, smsys_name: word('Reminder', 'یادآوری'), smsys_text: word('Your appointment is tomorrow.', 'نوبت شما فرداست.') },
    },
    smsys_smssetting: {
      [ids.setting]: {
        statuscode: 100000000, ['statuscode' + shown]: word('Paused', 'متوقف موقت'), smsys_balance: 12345.5, smsys_balanceunit: 100000001, smsys_balanceon: '2026-11-27T08:30:00Z',
        smsys_lowbalance: 50000, smsys_pausereason: 100000001, ['smsys_pausereason' + shown]: word('Low balance', 'کمبود اعتبار'), smsys_pausenote: null,
        smsys_lastreceipton: '2026-11-27T08:29:00Z', smsys_armedon: '2026-11-01T08:00:00Z', smsys_testmode: false, smsys_language: persian ? 1065 : 1033,
      },
    },
    smsys_smsbulk: {
      [ids.bulk]: {
        statuscode: 100000005, ['statuscode' + shown]: word('Running', 'در حال ارسال'), smsys_name: 'x', smsys_expected: 12000, smsys_accepted: 7350, smsys_delivered: 6100, smsys_undelivered: 150,
        smsys_blocked: 40, smsys_withoutreceipt: 60, smsys_waiting: 1000, smsys_rejected: 25, smsys_skipped: 725, smsys_unknown: 3, smsys_pending: 3897, smsys_cancelledcount: 0,
        smsys_skippednonumber: 400, smsys_skippedduplicate: 225, smsys_skippedoptedout: 100, smsys_dryrunon: '2026-11-27T07:00:00Z', smsys_warning: null, smsys_pausenote: null,
        smsys_dryrunresult: JSON.stringify({
          recipients: 12000, send: 11255, noMobile: 400, invalid: 0, duplicates: 225, optedOut: 100, doNotContact: 0, blockedBefore: 14, skippedForBlockList: 12, skippedForTestMode: 8,
          missingValues: 35, skippedForMissingValues: 0, missingValuePolicy: 'SendAnyway',
          missingByValue: [{ name: 'fullname', recipients: 35 }], latinParts: [{ name: '1', recipients: 300 }],
          persianParts: [{ name: '1', recipients: 8580 }, { name: '2', recipients: 2300 }, { name: '3', recipients: 75 }], unicodeForcedBy: [{ name: '’ (U+2019)', recipients: 20 }],
          price: 1234567.5, priceUnit: 'Rial', balance: 500000, balanceSuffices: 'no', seconds: 900, secondsBy: 'pace', replyLine: '30001234', approval: 'needed',
          summary: word('12000 recipients, 11255 get a message.', '۱۲۰۰۰ گیرنده؛ ۱۱۲۵۵ نفر پیامک می‌گیرند.'),
        }),
      },
    },
    smsys_sms: { [ids.sms]: { statuscode: 100000004 } },
  };
}

/** The messages of the last day, as an aggregate gives them. */
export function day(persian) {
  return [
    { state: 100000003, ['state' + shown]: persian ? 'در انتظار رسید' : 'Sent', count: 12 },
    { state: 4, ['state' + shown]: persian ? 'تحویل‌شده' : 'Delivered', count: 1480 },
  ];
}

export { ids };
