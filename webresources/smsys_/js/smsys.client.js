'use strict';

/**
 * The doors to Dynamics that every script of smSys goes through: words, errors, pages, rows.
 * Knows on-premises v9: nothing here needs what only online has.
 */

var smSys = smSys || {};

smSys.client = (function () {
  /** @typedef {(key: string, ...values: Array<string | number>) => string} Say Words by key; {0} is replaced by the first value. */

  const persian = 1065;
  const english = 1033;

  /** @type {Promise<Say> | null} */
  let words = null;

  /** The words, once they are here. @type {Say | null} */
  let spoken = null;

  /** @type {Promise<number> | null} */
  let language = null;

  /** The Web API below which everything is asked. @returns {string} */
  function api() {
    return Xrm.Utility.getGlobalContext().getClientUrl() + '/api/data/v9.0/';
  }

  /**
   * A call of the Web API that Xrm.WebApi has no function for on-premises.
   * @param {string} method GET, POST, …
   * @param {string} path Below the API's address.
   * @param {Record<string, unknown>} [body]
   * @returns {Promise<Record<string, any>>} The answer; empty when there is none.
   * @throws {Error} With Dynamics' own sentence.
   */
  async function call(method, path, body) {
    const answer = await fetch(api() + path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json; charset=utf-8',
        'OData-MaxVersion': '4.0',
        'OData-Version': '4.0',
        Prefer: 'odata.include-annotations="*"',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw refusal(text, answer.status + ' ' + answer.statusText);
    }

    return text === '' ? {} : JSON.parse(text);
  }

  /**
   * @param {string} text What Dynamics, or something before it, answered.
   * @param {string} otherwise
   * @returns {Error & { code?: string }}
   */
  function refusal(text, otherwise) {
    const message = /"message"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text);
    const code = /"code"\s*:\s*"([^"]*)"/.exec(text);
    const error = /** @type {Error & { code?: string }} */ (new Error(message === null ? otherwise : JSON.parse(message[1])));
    error.code = code === null ? undefined : code[1];
    return error;
  }

  /**
   * 1065 for people who read Persian: their own language, or, where Dynamics has no Persian, that of the default setting.
   * @returns {Promise<number>}
   */
  function readLanguage() {
    language = language || (Xrm.Utility.getGlobalContext().userSettings.languageId === persian ? Promise.resolve(persian) : languageOfSetting());
    return language;
  }

  /** @returns {Promise<number>} */
  async function languageOfSetting() {
    const setting = smSys.tables.smsSetting;
    const column = setting.columns;
    try {
      const found = await Xrm.WebApi.retrieveMultipleRecords(
        setting.logicalName,
        '?$select=' + column.language + '&$top=1&$orderby=' + column.madeDefaultOn + ' desc&$filter=statecode eq 0 and ' + column.madeDefaultOn + ' ne null');
      return found.entities.length > 0 && found.entities[0][column.language] === persian ? persian : english;
    } catch (refused) {
      // Who may not read settings reads English; the words are all that hangs on it.
      return english;
    }
  }

  /** The words of the user's language. @returns {Promise<Say>} */
  function texts() {
    words = words || loadTexts();
    return words;
  }

  /** @returns {Promise<Say>} */
  async function loadTexts() {
    const lcid = await readLanguage();
    const answer = await fetch(addressOf('smsys_/strings/smsys.' + lcid + '.resx'), { credentials: 'same-origin' });
    spoken = speaker(answer.ok ? parseTexts(await answer.text()) : new Map(), lcid === persian ? 'fa-IR' : 'en-GB');
    return spoken;
  }

  /** @param {string} webResource @returns {string} */
  function addressOf(webResource) {
    const context = Xrm.Utility.getGlobalContext();
    if (typeof context.getWebResourceUrl === 'function') {
      return context.getWebResourceUrl(webResource);
    }

    // The first versions of 9.0 have no such function; the organisation's own address is not the default one's.
    // eslint-disable-next-line @microsoft/power-apps/use-cached-webresource
    return context.getClientUrl() + '/WebResources/' + webResource;
  }

  /**
   * Reads a .resx file.
   * @param {string} resx
   * @returns {Map<string, string>}
   */
  function parseTexts(resx) {
    const read = new Map();
    const file = new DOMParser().parseFromString(resx, 'application/xml');
    for (const entry of Array.from(file.querySelectorAll('data'))) {
      const value = entry.querySelector('value');
      read.set(entry.getAttribute('name'), value === null ? '' : value.textContent);
    }

    return read;
  }

  /**
   * @param {Map<string, string>} known
   * @param {string} [locale] In whose digits numbers among the values are said.
   * @returns {Say} A key that is not known is shown as it is, so that nobody sees nothing. {0:part|parts} is part where the value is one, else parts.
   */
  function speaker(known, locale = 'en-GB') {
    return (key, ...values) => (known.has(key) ? String(known.get(key)) : key).replace(
      /\{(\d)(?::([^|}]*)\|([^}]*))?\}/g,
      (place, index, one, more) => {
        if (Number(index) >= values.length) {
          return place;
        }

        const given = values[Number(index)];
        const value = typeof given === 'number' ? new Intl.NumberFormat(locale).format(given) : apart(String(given), locale);
        return one === undefined ? value : /^[1۱]$/.test(value) ? one : more;
      });
  }

  /**
   * A value that reads the other way than its sentence would drag what follows it, a count say, to its other side.
   * @param {string} value
   * @param {string} locale Of the sentence.
   * @returns {string} Isolated (Unicode's FSI … PDI) where it must be.
   */
  function apart(value, locale) {
    const other = locale === 'fa-IR' ? /\p{Script=Latin}/u : /\p{Script=Arabic}/u;
    return other.test(value) ? '\u2068' + value + '\u2069' : value;
  }

  /**
   * Shows what went wrong, in Dynamics' own words.
   * @param {unknown} error
   */
  async function fail(error) {
    const say = await texts();
    await Xrm.Navigation.openAlertDialog({ title: say('failed'), text: sentenceOf(error), confirmButtonLabel: say('ok') });
  }

  /**
   * @param {unknown} error Of the client API, of fetch, or any other.
   * @returns {string}
   */
  function sentenceOf(error) {
    // The errors of a page's window come from another one, whose Object is not this one's.
    const message = typeof error === 'object' && error !== null ? /** @type {{ message?: string }} */ (error).message : '';
    if (spoken !== null && /^(Failed to fetch|NetworkError|Load failed)/.test(message || '')) {
      return spoken('unreachable');
    }

    return message === undefined || message === '' ? String(error) : message;
  }

  /**
   * @param {string} text
   * @param {string} [title]
   */
  async function tell(text, title) {
    const say = await texts();
    await Xrm.Navigation.openAlertDialog({ text, title: title || say('product'), confirmButtonLabel: say('ok') });
  }

  /**
   * @param {string} title
   * @param {string} text
   * @returns {Promise<boolean>} True when the user agrees.
   */
  async function confirm(title, text) {
    const say = await texts();
    const labels = { title, text, confirmButtonLabel: say('yes'), cancelButtonLabel: say('no') };
    return (await Xrm.Navigation.openConfirmDialog(labels)).confirmed;
  }

  /**
   * Opens a page of smSys over what is on screen; a new window where the client cannot.
   * @param {string} name Web resource below smsys_/pages.
   * @param {Record<string, unknown>} data What the page is about.
   * @param {string} title
   * @param {{ width: number, height: number }} size Of the dialog, in pixels.
   */
  async function openPage(name, data, title, size) {
    const webresourceName = 'smsys_/pages/' + name;
    const content = JSON.stringify(data);
    if (typeof Xrm.Navigation.navigateTo === 'function') {
      const width = { value: size.width, unit: /** @type {const} */ ('px') };
      const height = { value: size.height, unit: /** @type {const} */ ('px') };
      await Xrm.Navigation.navigateTo({ pageType: 'webresource', webresourceName, data: content }, { target: 2, position: 1, width, height, title });
    } else {
      Xrm.Navigation.openWebResource(webresourceName, { openInNewWindow: true, width: size.width, height: size.height }, content);
    }
  }

  /**
   * A new id. Its last six bytes are the time, so that rows of one day lie side by side in SQL Server.
   * @returns {string}
   */
  function newId() {
    const random = Array.from(crypto.getRandomValues(new Uint8Array(10)), (one) => one.toString(16).padStart(2, '0')).join('');
    const time = Date.now().toString(16).padStart(12, '0');
    return [random.slice(0, 8), random.slice(8, 12), '4' + random.slice(13, 16), 'a' + random.slice(17, 20), time].join('-');
  }

  /** @param {string} id @returns {string} Without braces, small letters. */
  function plainId(id) {
    return id.replace(/[{}]/g, '').toLowerCase();
  }

  return Object.freeze({ api, call, readLanguage, texts, parseTexts, speaker, fail, sentenceOf, tell, confirm, openPage, newId, plainId, persian });
}());
