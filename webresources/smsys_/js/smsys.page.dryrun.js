'use strict';

/** Draws what a dry run found. */

var smSys = smSys || {};

smSys.dryRun = (function () {
  const make = smSys.page.make;

  /** @typedef {{ name: string, recipients: number }} Bar */

  /** What is counted, in the order of the sieves that a recipient goes through. */
  const counts = [
    'recipients', 'send', 'noMobile', 'invalid', 'duplicates', 'optedOut', 'doNotContact', 'blockedBefore', 'skippedForBlockList', 'skippedForTestMode',
    'missingValues', 'skippedForMissingValues',
  ];

  const policies = ['Skip', 'UseDefault', 'SendAnyway'];

  /** What the duration was worked out from, with its word. */
  const bases = new Map([['pace', 'pace'], ['measured', 'measured'], ['rule of thumb', 'rule']]);

  /**
   * @param {any} page
   * @param {string} result The JSON that the server left on the bulk.
   * @returns {HTMLElement[]}
   */
  function draw(page, result) {
    const found = JSON.parse(result);
    return [
      make('p', { text: found.summary || '', className: 'summary', attributes: { dir: 'auto' } }),
      facts(page, found),
      histogram(page, page.say('dryRun.persianParts'), found.persianParts || []),
      histogram(page, page.say('dryRun.latinParts'), found.latinParts || []),
      table(page, page.say('dryRun.missingByValue'), found.missingByValue || []),
      table(page, page.say('dryRun.unicodeForcedBy'), found.unicodeForcedBy || []),
    ].filter((one) => one.childNodes.length > 0);
  }

  /** @param {any} page @param {any} found @returns {HTMLElement} */
  function facts(page, found) {
    /** @type {Array<[string, string]>} */
    const rows = [];
    for (const name of counts) {
      if (typeof found[name] === 'number') {
        rows.push([page.say('dryRun.' + name), page.number(found[name])]);
      }
    }

    if (policies.indexOf(found.missingValuePolicy) >= 0) {
      rows.push([page.say('dryRun.policy'), page.say('dryRun.policy.' + found.missingValuePolicy)]);
    }

    if (typeof found.price === 'number') {
      const unit = page.say(found.priceUnit === 'Rial' ? 'unit.rial' : 'unit.messages');
      rows.push([page.say('dryRun.price'), page.number(found.price, 2) + ' ' + unit]);
    }

    if (found.balanceSuffices === 'yes' || found.balanceSuffices === 'no') {
      rows.push([page.say('dryRun.balance'), page.number(found.balance, 2) + ' – ' + page.say('dryRun.balance.' + found.balanceSuffices)]);
    }

    if (typeof found.seconds === 'number') {
      rows.push([page.say('dryRun.duration'), duration(page, found.seconds) + basis(page, found.secondsBy)]);
    }

    if (found.replyLine) {
      rows.push([page.say('dryRun.replyLine'), '\u2068' + found.replyLine + '\u2069']);
    }

    if (found.approval === 'needed') {
      rows.push([page.say('dryRun.approval'), page.say('dryRun.approval.needed')]);
    }

    return make('dl', { className: 'facts' }, rows.map(([name, value]) => make('div', {}, [make('dt', { text: name }), make('dd', { text: value })])));
  }

  /** @param {any} page @param {number} seconds @returns {string} */
  function duration(page, seconds) {
    return seconds < 120 ? page.say('time.seconds', page.number(seconds)) : page.say('time.minutes', page.number(Math.round(seconds / 60)));
  }

  /** @param {any} page @param {string} by @returns {string} */
  function basis(page, by) {
    const word = bases.get(by);
    return word ? ' – ' + page.say('dryRun.duration.' + word) : '';
  }

  /**
   * Bars for the eye, a table for everybody.
   * @param {any} page
   * @param {string} title
   * @param {Bar[]} bars
   * @returns {HTMLElement}
   */
  function histogram(page, title, bars) {
    const most = Math.max(1, ...bars.map((bar) => bar.recipients));
    const rows = bars.map((bar) => {
      const drawn = make('span', { className: 'bar', attributes: { 'aria-hidden': 'true' } });
      drawn.style.inlineSize = (100 * bar.recipients) / most + '%';
      return make('tr', {}, [
        make('th', { text: page.say('dryRun.parts', numeric(page, bar.name)), attributes: { scope: 'row' } }),
        make('td', { className: 'figure', text: page.number(bar.recipients) }),
        make('td', { className: 'bars' }, [drawn]),
      ]);
    });
    return make('div', { className: 'histogram' }, rows.length === 0 ? [] : [
      make('table', {}, [make('caption', { text: title }), heading([page.say('dryRun.size'), page.say('dryRun.count'), page.say('dryRun.share')]), make('tbody', {}, rows)]),
    ]);
  }

  /** @param {any} page @param {string} title @param {Bar[]} bars @returns {HTMLElement} */
  function table(page, title, bars) {
    const rows = bars.map((bar) => make('tr', {}, [
      make('th', { text: bar.name, attributes: { scope: 'row' } }),
      make('td', { className: 'figure', text: page.number(bar.recipients) }),
    ]));
    return make('div', {}, rows.length === 0 ? [] : [
      make('table', {}, [make('caption', { text: title }), heading([page.say('dryRun.what'), page.say('dryRun.count')]), make('tbody', {}, rows)]),
    ]);
  }

  /** @param {string[]} titles @returns {HTMLElement} */
  function heading(titles) {
    return make('thead', {}, [make('tr', {}, titles.map((title) => make('th', { text: title, attributes: { scope: 'col' } })))]);
  }

  /** @param {any} page @param {string} name @returns {string} */
  function numeric(page, name) {
    return /^\d+$/.test(name) ? page.number(Number(name)) : name;
  }

  return Object.freeze({ draw, heading });
}());
