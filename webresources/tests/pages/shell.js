/* Clicks through the emulator's own pages at ADDRESS, in both languages: they draw the solution, and axe finds nothing. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { launch } from './chromium.js';

const address = process.env.ADDRESS;
const screens = '../artifacts/screens/shell/';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const english = 1033;
const persian = 1065;
const problems = [];

async function signIn(browser, who, language) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1400, height: 950 });
  page.on('pageerror', (error) => problems.push(page.url() + ': ' + error.message));
  page.on('request', (request) => { if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) { problems.push('asked ' + request.url()); } });
  await page.goto(address + '/signin');
  await page.evaluate((name, lcid) => {
    const label = Array.from(document.querySelectorAll('label[data-user]')).find((one) => one.querySelector('strong').textContent.startsWith(name));
    label.querySelector('input').click();
    document.querySelector('input[name=language][value="' + lcid + '"]').click();
  }, who, language);
  await Promise.all([page.waitForNavigation(), page.click('button.primary')]);
  await settled(page);
  return page;
}

/** Waits until the page and its grids are drawn; says what it complains about. */
async function settled(page) {
  await page.waitForFunction(() => document.querySelector('main') !== null && document.querySelector('main[aria-busy], .grid[aria-busy]') === null, { timeout: 30000 });
  const shown = await page.$$eval('.problem', (all) => all.map((one) => one.textContent));
  shown.forEach((text) => problems.push(page.url() + ' shows: ' + text));
}

async function open(page, query) {
  await page.goto(address + '/main.aspx?app=smsys_SmsApp&' + query);
  await settled(page);
}

async function inspect(page, name, language) {
  const full = name + (language === persian ? '-fa' : '-en');
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  result.violations.forEach((one) => problems.push(full + ': axe ' + one.impact + ' ' + one.id + ' at ' + one.nodes.map((node) => node.target).join(', ')));
  const drawn = await page.evaluate(() => [document.documentElement.dir, document.querySelector('[data-notice=emulator]') !== null]);
  assert.deepEqual(drawn, [language === persian ? 'rtl' : 'ltr', true]);
  await page.screenshot({ path: screens + full + '.png' });
}

const text = (page, selector) => page.$eval(selector, (one) => one.textContent);

/** The commands that can be clicked now. */
const commands = (page) => page.$$eval('main > .commands button:not([disabled])', (all) => all.map((one) => one.dataset.command));

const stories = {
  async 'a draft is written, saved and sent from its form'(browser, language) {
    const page = await signIn(browser, 'smSys User', language);
    await open(page, 'pagetype=entityrecord&etn=smsys_sms');
    await page.type('input[data-column=subject]', 'Shell ' + language);
    await page.type('input[data-column=smsys_numberasentered]', '09121112222');
    await page.type('textarea[data-column=smsys_text]', 'From the form');
    await page.click('[data-command="shell.save"]');
    await page.waitForFunction(() => location.search.includes('id=') && document.querySelector('[data-command="smsys.smsys_sms.send.Form.Command"]:not([disabled])') !== null);
    await inspect(page, 'sms-form', language);
    await page.click('[data-command="smsys.smsys_sms.send.Form.Command"]');
    await page.waitForFunction(() => document.querySelector('[data-header-column=statuscode] select').value !== '1');
    await page.waitForSelector('[data-command="smsys.smsys_sms.send.Form.Command"][disabled]');
  },

  async 'a contact gets an SMS from the dialog, and the timeline shows it'(browser, language) {
    const page = await signIn(browser, 'smSys User', language);
    await open(page, 'pagetype=entitylist&etn=contact');
    await inspect(page, 'contacts', language);
    assert.equal((await commands(page)).includes('smsys.contact.send.HomepageGrid.Command'), false);
    await page.click('tbody input[type=checkbox]');
    await page.waitForSelector('[data-command="smsys.contact.send.HomepageGrid.Command"]:not([disabled])');
    await page.click('[data-command="smsys.contact.send.HomepageGrid.Command"]');
    const frame = await (await page.waitForSelector('dialog iframe')).contentFrame();
    await frame.waitForSelector('#text', { visible: true });
    await frame.type('#text', 'To a contact ' + language);
    await inspect(page, 'send', language);
    await frame.click('#send');
    await frame.waitForFunction(() => document.getElementById('status').className.includes('good'));
    await frame.click('#cancel');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    await page.click('tbody tr a');
    await page.waitForFunction((words) => Array.from(document.querySelectorAll('.entry')).some((one) => one.textContent.includes(words)), {}, 'To a contact ' + language);
    await inspect(page, 'contact', language);
  },

  async 'every place of the site map, every view, every form and every chart is drawn'(browser, language) {
    const page = await signIn(browser, 'Administrator', language);
    const tables = await page.$$eval('.site-map a', (all) => all.map((one) => one.dataset.table).filter(Boolean));
    const boards = await page.$$eval('.site-map a', (all) => all.map((one) => [one.dataset.table, one.dataset.view]).filter(([table, view]) => !table && view).map(([, view]) => view));
    assert.ok(tables.includes('smsys_sms') && tables.includes('contact') && boards.length === 3);
    for (const board of boards) {
      await open(page, 'pagetype=dashboard&viewid=' + board);
      await inspect(page, 'dashboard-' + board.slice(0, 8), language);
    }

    for (const table of new Set(tables)) {
      await open(page, 'pagetype=entitylist&etn=' + table);
      for (const kind of ['view', 'chart']) {
        const values = await page.$$eval('[data-picker=' + kind + '] option', (all) => all.map((one) => one.value));
        for (const value of values) {
          await page.select('[data-picker=' + kind + ']', value);
          await settled(page);
        }
      }

      await inspect(page, 'list-' + table, language);
      await open(page, 'pagetype=entityrecord&etn=' + table);
      await inspect(page, 'form-' + table, language);
    }
  },

  async 'the client API answers in the user\'s language and says by name what it does not have'(browser, language) {
    const page = await signIn(browser, 'Administrator', language);
    const found = await page.evaluate(async () => {
      const { Xrm } = window;
      const refusalOf = (act) => { try { act(); return 'no refusal'; } catch (refusal) { return refusal.message; } };
      const first = (await Xrm.WebApi.retrieveMultipleRecords('contact', '?$select=fullname&$count=true', 2)).entities;
      return {
        language: Xrm.Utility.getGlobalContext().userSettings.languageId,
        roles: Xrm.Utility.getGlobalContext().userSettings.roles.get().map((role) => role.name),
        words: Xrm.Utility.getResourceString('smsys_/strings/smsys', 'yes'),
        set: (await Xrm.Utility.getEntityMetadata('smsys_sms', [])).EntitySetName,
        rows: first.length,
        absent: refusalOf(() => Xrm.Navigation.openTaskFlow('x')),
        unknown: typeof Xrm.Utility.nothingLikeThis,
        missing: await Xrm.WebApi.retrieveRecord('contact', '00000000-0000-0000-0000-000000000001').catch((refusal) => refusal.errorCode),
      };
    });
    assert.deepEqual(found, {
      language, roles: ['System Administrator'], words: language === persian ? 'بله' : 'Yes', set: 'smsys_smses', rows: 2,
      absent: 'The emulator\'s client API does not support Xrm.Navigation.openTaskFlow.', unknown: 'undefined', missing: 0x80040217,
    });
  },

  async 'at 200 % nothing is cut off, and rows are reached by keyboard'(browser, language) {
    const page = await signIn(browser, 'Administrator', language);
    await page.setViewport({ width: 700, height: 475, deviceScaleFactor: 2 });
    for (const query of ['pagetype=entitylist&etn=contact', 'pagetype=entitylist&etn=smsys_sms', 'pagetype=entityrecord&etn=smsys_smssetting', 'pagetype=dashboard&viewid=aa558720-4b27-5b6c-9fd4-df566a524f47']) {
      await open(page, query);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, query + ' is cut off');
    }

    await open(page, 'pagetype=entitylist&etn=contact');
    await page.focus('form[role=search] input');

    // The button that searches, the chart, the list as a whole, the heads of the columns as one, then the rows.
    assert.equal(await page.$$eval('thead [tabindex="0"]', (stops) => stops.length), 1);
    const seen = [];
    for (let at = 0; at < 8; at++) {
      await page.keyboard.press('Tab');
      seen.push(await page.evaluate(() => document.activeElement.tagName + (document.activeElement.closest('td') ? ' in a row' : '')));
    }

    assert.ok(seen.includes('INPUT in a row') && seen.includes('A in a row'), seen.join(', '));
    await page.focus('tbody tr a');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main[data-form]');
  },

  async 'what the roles do not give is greyed, hidden and refused'(browser, language) {
    const page = await signIn(browser, 'smSys User', language);
    assert.equal(await page.$('.site-map a[data-table=smsys_smsbulk]'), null);
    await open(page, 'pagetype=entitylist&etn=smsys_smssetting');
    await page.click('tbody tr a');
    await page.waitForSelector('main[data-form]');
    await settled(page);
    assert.equal((await commands(page)).includes('shell.save'), false);
    assert.equal(await page.$eval('input[data-column=smsys_name]', (input) => input.readOnly), true);
    await page.goto(address + '/main.aspx?app=smsys_SmsApp&pagetype=entitylist&etn=smsys_smsbulk');
    await page.waitForSelector('.problem');
    assert.match(await text(page, '.problem'), /prvReadsmsys_SmsBulk/);
  },
};

mkdirSync(screens, { recursive: true });
const browser = await launch();
try {
  for (const language of [english, persian]) {
    for (const [name, story] of Object.entries(stories)) {
      try {
        await story(browser, language);
        await Promise.all((await browser.pages()).slice(1).map((page) => page.close()));
        process.stdout.write('ok: ' + name + ' (' + language + ')\n');
      } catch (error) {
        problems.push(name + ' (' + language + '): ' + error.stack);
      }
    }
  }
} finally {
  await browser.close();
}

process.stdout.write(problems.length === 0 ? 'Shell: nothing to complain about.\n' : problems.join('\n') + '\n');
process.exitCode = problems.length === 0 ? 0 : 1;
