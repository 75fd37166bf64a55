'use strict';

/** What every page of smSys begins with: the client API of the window around it, the words, the direction, small DOM tools. */

var smSys = smSys || {};

smSys.page = (function () {
  /**
   * @typedef {object} Page
   * @property {Record<string, any>} data What the page was opened with.
   * @property {(key: string, ...values: Array<string | number>) => string} say
   * @property {(value: number, digits?: number) => string} number In the digits of the language.
   * @property {(value: string | Date) => string} date
   */

  /** The window whose client API this page uses: the form or dialog around it, or the one that opened it. */
  function lendClient() {
    const own = /** @type {any} */ (window);
    if (typeof own.Xrm !== 'undefined') {
      return;
    }

    if (typeof own.parent.Xrm !== 'undefined') {
      own.Xrm = own.parent.Xrm;
    } else if (own.opener && typeof own.opener.Xrm !== 'undefined') {
      own.Xrm = own.opener.Xrm;
    }
  }

  /**
   * Prepares the page: language, direction, words. The page stays hidden until then.
   * @returns {Promise<Page>}
   */
  async function open() {
    try {
      return await prepare();
    } catch (error) {
      // Without words and language there is still a sentence to show.
      document.body.hidden = false;
      announce(smSys.client.sentenceOf(error), 'bad');
      throw error;
    }
  }

  /** @returns {Promise<Page>} */
  async function prepare() {
    lendClient();
    const lcid = await smSys.client.readLanguage();
    const locale = lcid === smSys.client.persian ? 'fa-IR' : 'en-GB';
    const say = await smSys.client.texts();
    document.documentElement.lang = locale;
    document.documentElement.toggleAttribute('data-framed', window.parent !== window);
    document.documentElement.dir = lcid === smSys.client.persian ? 'rtl' : 'ltr';
    document.title = say(document.documentElement.dataset.title || 'product');
    fillWords(document.documentElement, say);
    document.body.hidden = false;
    return {
      data: dataOf(location.search),
      say,
      number: (value, digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits || 0 }).format(value),
      date: (value) => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(value)),
    };
  }

  /**
   * What Dynamics hands to a page: our JSON in "data", or the id of the form's record in "id".
   * @param {string} search
   * @returns {Record<string, any>}
   */
  function dataOf(search) {
    const given = new URLSearchParams(search);
    const data = given.get('data') || '';
    const id = given.get('id') || '';
    const read = data.charAt(0) === '{' ? JSON.parse(data) : {};
    return id === '' ? read : { id: smSys.client.plainId(id), ...read };
  }

  /** @param {HTMLElement} root @param {(key: string) => string} say */
  function fillWords(root, say) {
    for (const element of Array.from(root.querySelectorAll('[data-text]'))) {
      element.textContent = say(/** @type {HTMLElement} */ (element).dataset.text || '');
    }

    for (const element of Array.from(root.querySelectorAll('[data-label]'))) {
      element.setAttribute('aria-label', say(/** @type {HTMLElement} */ (element).dataset.label || ''));
    }
  }

  /**
   * The element of the page with that id.
   * @param {string} id
   * @returns {any} Whatever kind of element it is.
   */
  function part(id) {
    const found = document.getElementById(id);
    if (found === null) {
      throw new Error('The page has no element ' + id + '.');
    }

    return found;
  }

  /**
   * @param {string} tag
   * @param {{ text?: string, className?: string, attributes?: Record<string, string> }} [what]
   * @param {Array<Node>} [children]
   * @returns {HTMLElement}
   */
  function make(tag, what, children) {
    const made = document.createElement(tag);
    const { text = '', className = '', attributes = {} } = what || {};
    if (text !== '') {
      made.textContent = text;
    }

    if (className !== '') {
      made.className = className;
    }

    for (const name of Object.keys(attributes)) {
      made.setAttribute(name, attributes[name]);
    }

    made.append(...(children || []));
    return made;
  }

  /** @param {HTMLElement} element @param {Array<Node>} children */
  function replace(element, children) {
    while (element.firstChild) {
      element.removeChild(element.firstChild);
    }

    element.append(...children);
  }

  /**
   * Says something to everybody, also to screen readers.
   * @param {string} text Empty takes it away.
   * @param {'info' | 'good' | 'bad'} kind
   */
  function announce(text, kind) {
    const place = part('status');
    place.className = 'status ' + kind;
    place.textContent = text;
    place.hidden = text === '';
  }

  /**
   * Gives the user a file.
   * @param {string} name
   * @param {Array<Array<string | number>>} rows Cells; a spreadsheet sees Persian by the byte order mark.
   */
  function saveCsv(name, rows) {
    const text = rows.map((row) => row.map(cell).join(',')).join('\r\n');
    const link = make('a', { attributes: { href: URL.createObjectURL(new Blob(['\uFEFF' + text], { type: 'text/csv;charset=utf-8' })), download: name } });
    document.body.append(link);
    link.click();
    link.remove();
    URL.revokeObjectURL(link.getAttribute('href') || '');
  }

  /**
   * What begins like a formula is put in quotes that a spreadsheet takes for text.
   * @param {string | number} value
   * @returns {string}
   */
  function cell(value) {
    const text = /^[=+\-@\t\r]/.test(String(value)) && typeof value !== 'number' ? "'" + value : String(value);
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  return Object.freeze({ open, dataOf, part, make, replace, announce, saveCsv, cell });
}());
