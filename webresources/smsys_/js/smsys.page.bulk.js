'use strict';

/** The page of an SMS Bulk: what the dry run found, how far it is, whether it adds up, and the list of each group. */

var smSys = smSys || {};

smSys.bulkPage = (function () {
  const bulk = smSys.tables.smsBulk;
  const column = bulk.columns;
  const part = smSys.page.part;
  const make = smSys.page.make;
  const shown = '@OData.Community.Display.V1.FormattedValue';

  /** Milliseconds between two looks while something moves. */
  const pace = 4000;

  /** Milliseconds while it waits for somebody (a button outside this page may start it) or for receipts. */
  const rest = 10000;

  /** While text and audience may still be written. */
  const open = [bulk.status.draft, bulk.status.checked];

  const slow = [bulk.status.draft, bulk.status.checked, bulk.status.awaitingApproval, bulk.status.paused, bulk.status.finished, bulk.status.cancelled];

  /** Nothing more comes, but receipts. */
  const over = [bulk.status.finished, bulk.status.cancelled];

  /** @type {any} */
  let page;

  /** The form around this page, once its script has handed it over. @type {any} */
  let form = null;

  /** What was drawn last, so that a reader is not interrupted by the same again. */
  let drawn = '';

  async function start() {
    page = await smSys.page.open();
    if (!page.data.id) {
      smSys.page.announce(page.say('bulk.unsaved'), 'info');
      return;
    }

    part('form').addEventListener('submit', (/** @type {Event} */ event) => {
      event.preventDefault();
      void sendTest();
    });
    await look();
  }

  /** The text as the first recipient would get it, to a number of one's own: the server makes the message. */
  async function sendTest() {
    const number = part('number').value.trim();
    part('number').setAttribute('aria-invalid', String(number === ''));
    if (number === '') {
      smSys.page.announce(page.say('setting.test.number'), 'bad');
      part('number').focus();
      return;
    }

    part('test').disabled = true;
    try {
      await Xrm.WebApi.updateRecord(bulk.logicalName, page.data.id, { [column.testNumber]: number });
      smSys.page.announce(page.say('send.queued'), 'good');
    } catch (error) {
      smSys.page.announce(smSys.client.sentenceOf(error), 'bad');
    } finally {
      part('test').disabled = false;
    }
  }

  async function look() {
    try {
      const row = await Xrm.WebApi.retrieveRecord(bulk.logicalName, page.data.id, '?$select=' + columns().join(','));
      if (JSON.stringify(row) !== drawn) {
        drawn = JSON.stringify(row);
        draw(row);
      }

      await follow(row.statuscode);
      if (over.indexOf(row.statuscode) < 0 || row[column.waiting] > 0) {
        setTimeout(() => { void look(); }, slow.indexOf(row.statuscode) < 0 ? pace : rest);
      }
    } catch (error) {
      smSys.page.announce(smSys.client.sentenceOf(error), 'bad');
      setTimeout(() => { void look(); }, 5 * pace);
    }
  }

  /** The form tells the same state as this page; what somebody is writing there is left alone. @param {number} state */
  async function follow(state) {
    const known = form && form.getAttribute('statuscode');
    if (known && known.getValue() !== state && !form.data.getIsDirty()) {
      await form.data.refresh(false);
    }
  }

  /** @param {any} context Of the form. */
  function lend(context) {
    form = context;
  }

  /** @returns {string[]} */
  function columns() {
    return ['statuscode', column.name, column.expected, column.dryRunResult, column.dryRunOn, column.warning, column.pauseNote, column.countedOn]
      .concat(smSys.groups.all.map((group) => group.column), smSys.groups.skipped.map((one) => one[1]));
  }

  /** @param {Record<string, any>} row */
  function draw(row) {
    part('state').textContent = row['statuscode' + shown] || String(row.statuscode);
    const note = row[column.pauseNote] || row[column.warning] || '';
    smSys.page.announce(note, 'bad');
    part('form').hidden = open.indexOf(row.statuscode) < 0;
    part('dry-run').hidden = !row[column.dryRunResult];
    if (row[column.dryRunResult]) {
      part('dry-run-on').textContent = page.date(row[column.dryRunOn]);
      smSys.page.replace(part('dry-run-result'), smSys.dryRun.draw(page, row[column.dryRunResult]));
    }

    const hasRun = (row[column.accepted] || 0) + (row[column.rejected] || 0) + (row[column.pending] || 0) + (row[column.unknown] || 0) + (row[column.cancelledCount] || 0) > 0;
    part('progress').hidden = !hasRun;
    part('reconciliation').hidden = !hasRun;
    if (hasRun) {
      drawProgress(row);
      drawGroups(row);
    }

    part('nothing').hidden = hasRun || Boolean(row[column.dryRunResult]);
  }

  /** @param {Record<string, any>} row */
  function drawProgress(row) {
    const expected = row[column.expected] || 0;
    const done = expected - (row[column.pending] || 0);
    const bar = part('bar');
    bar.max = Math.max(1, expected);
    bar.value = done;
    part('progress-words').textContent = page.say('bulk.progress', page.number(done), page.number(expected), page.number(expected === 0 ? 0 : Math.floor((100 * done) / expected)));
  }

  /** @param {Record<string, any>} row */
  function drawGroups(row) {
    const rows = [];
    for (const group of smSys.groups.all) {
      rows.push(rowOf(row, group));
      if (group.states.length === 0) {
        rows.push(...smSys.groups.skipped.filter((one) => row[one[1]] > 0).map((one) => countOnly(page.say(one[0]), row[one[1]])));
      }
    }

    smSys.page.replace(part('groups'), rows);
    part('expected').textContent = page.number(row[column.expected] || 0);
    const missing = smSys.groups.missing(row);
    const sum = part('sum');
    sum.textContent = missing === 0 ? page.say('bulk.addsUp') : page.say('bulk.doesNotAddUp', page.number(missing));
    sum.className = missing === 0 ? 'good' : 'bad';
  }

  /** @param {Record<string, any>} row @param {any} group @returns {HTMLElement} */
  function rowOf(row, group) {
    const count = row[group.column] || 0;
    const name = page.say(group.key);
    const save = make('button', { text: page.say('bulk.export'), attributes: { type: 'button', 'aria-label': page.say('bulk.exportOf', name) } });
    /** @type {HTMLButtonElement} */ (save).disabled = count === 0;
    save.addEventListener('click', () => { void saveGroup(group, name); });
    return make('tr', { className: group.isPartOfAccepted ? 'part' : '' }, [
      make('th', { text: name, attributes: { scope: 'row' } }),
      make('td', { className: 'figure', text: page.number(count) }),
      make('td', {}, [save]),
    ]);
  }

  /** @param {string} name @param {number} count @returns {HTMLElement} */
  function countOnly(name, count) {
    return make('tr', { className: 'part' }, [make('th', { text: name, attributes: { scope: 'row' } }), make('td', { className: 'figure', text: page.number(count) }), make('td')]);
  }

  /** @param {any} group @param {string} name */
  async function saveGroup(group, name) {
    try {
      const rows = await smSys.groups.list(page.data.id, group, page.say, (count) => {
        if (count % 5000 === 0) {
          smSys.page.announce(page.say('bulk.exporting', page.number(count)), 'info');
        }
      });
      smSys.page.saveCsv(group.key.replace('group.', '') + '.csv', rows);
      smSys.page.announce(page.say('bulk.exported', page.number(rows.length - 1), name), 'good');
    } catch (error) {
      smSys.page.announce(smSys.client.sentenceOf(error), 'bad');
    }
  }

  return Object.freeze({ start, lend, follow });
}());

// By this name the form's script hands over the client API.
/** @type {any} */ (window).setClientApiContext = (/** @type {any} */ ...given) => smSys.bulkPage.lend(given[1]);

window.addEventListener('load', () => { void smSys.bulkPage.start(); });
