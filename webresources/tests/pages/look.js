import { mkdirSync, readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import process from 'node:process';
import { launch } from './chromium.js';
import { dynamics } from './dynamics.js';
import { day, ids, rows } from './scenes.js';
import { serve } from './server.js';

const screens = '../artifacts/screens/pages/';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const english = 1033;
const persian = 1065;

const pages = [
  { name: 'send', data: { table: 'contact', ids: [ids.sara, ids.ali, ids.none] }, ready: '#recipients li', fill: fillDialog },
  { name: 'reason', data: { ids: [ids.sms] }, ready: '#reason' },
  { name: 'bulk', data: { id: ids.bulk }, ready: '#groups tr' },
  { name: 'setting', data: { id: ids.setting }, ready: '#facts div' },
];

const stories = {
  'the dialog sends once, however often it is clicked, and a refused one can be tried again': async (browser, address) => {
    const { page, frame, faults } = await open(browser, address, pages[0], english, { refused: ids.ali });
    await frame.type('#text', 'Hello {{fullname}}');
    await frame.select('#line', ids.line);
    assert.match(await text(frame, '#parts'), /^1 part · Latin · 22 characters/);
    assert.match(await text(frame, '#cost'), /300 Rial/);

    await frame.click('#preview-now');
    await frame.waitForSelector('#preview:not([hidden])');
    assert.equal(await text(frame, '#preview-text'), 'Hello Sara Ahmadi');

    await frame.evaluate(() => { const send = document.getElementById('send'); send.click(); send.click(); send.click(); });
    await frame.waitForFunction(() => document.getElementById('status').className.includes('bad'));
    assert.equal((await created(page)).length, 2);
    assert.match(await text(frame, '[data-id="' + ids.ali + '"] .outcome'), /does not want/);

    await frame.click('#send');
    await frame.waitForFunction(() => !document.getElementById('send').disabled);
    const rows = await created(page);
    assert.equal(rows.length, 4);
    assert.equal(new Set(rows.map((one) => one.row.activityid)).size, 2);
    assert.deepEqual(rows[0].row.smsys_sms_activity_parties, [{ 'partyid_contact@odata.bind': '/contacts(' + ids.sara + ')', participationtypemask: 2 }]);
    assert.equal(rows[0].row.statuscode, 100000000);
    assert.equal(rows[0].row['smsys_NumberId@odata.bind'], '/smsys_smsnumbers(' + ids.line + ')');
    assert.deepEqual(faults, []);
  },

  'the warning points at the character, and replaces it': async (browser, address) => {
    const { frame } = await open(browser, address, pages[0], english);
    await frame.type('#text', 'It’s time');
    assert.match(await text(frame, '#unicode-words'), /’ \(U\+2019\) at place 3/);
    await frame.click('#show-cause');
    assert.deepEqual(await frame.evaluate(() => [document.getElementById('text').selectionStart, document.getElementById('text').selectionEnd]), [2, 3]);
    await frame.click('#replace-cause');
    assert.equal(await frame.$eval('#text', (field) => field.value), "It's time");
    assert.equal(await frame.$eval('#unicode', (warning) => warning.hidden), true);
  },

  'a template is found by its Persian name, typed with Arabic letters, and is sent as a template': async (browser, address) => {
    const { page, frame } = await open(browser, address, pages[0], persian);
    await frame.type('#search', 'يادآوري');
    assert.match(await text(frame, '#found'), /^۱/);
    await frame.select('#template', ids.bulk);
    assert.equal(await frame.$eval('#text', (field) => field.value), 'نوبت شما فرداست.');
    await frame.click('#send');
    await frame.waitForFunction(() => document.getElementById('status').className.includes('good'));
    const [first] = await created(page);
    assert.equal(first.row['smsys_TemplateId@odata.bind'], '/smsys_smstemplates(' + ids.bulk + ')');
    assert.equal(first.row.smsys_text, undefined);
  },

  'a case sends to its customer and is what the message is about': async (browser, address) => {
    const { page, frame } = await open(browser, address, { ...pages[0], data: { table: 'incident', ids: [ids.case] } }, english);
    await frame.type('#text', 'x');
    await frame.click('#send');
    await frame.waitForFunction(() => document.getElementById('status').className.includes('good'));
    const [first] = await created(page);
    assert.equal(first.row['regardingobjectid_incident_smsys_sms@odata.bind'], '/incidents(' + ids.case + ')');
  },

  'everything can be done by keyboard': async (browser, address) => {
    const { page, frame } = await open(browser, address, pages[0], english);
    await page.keyboard.type('Hello');
    const seen = [];
    for (let at = 0; at < 9; at++) {
      seen.push(await frame.evaluate(() => document.activeElement.id));
      await page.keyboard.press('Tab');
    }

    assert.deepEqual(seen.slice(0, 4), ['text', 'preview-now', 'send', 'cancel']);
    await frame.focus('#send');
    await page.keyboard.press('Enter');
    await frame.waitForFunction(() => document.getElementById('status').className.includes('good'));
  },

  'a reason has to be given': async (browser, address) => {
    const { page, frame } = await open(browser, address, pages[1], english);
    await frame.click('#send');
    assert.equal(await frame.$eval('#reason', (field) => field.getAttribute('aria-invalid')), 'true');
    await frame.type('#reason', 'The panel does not show it');
    await frame.click('#send');
    await frame.waitForFunction(() => document.getElementById('status').className.includes('good'));
    const [update] = await page.evaluate(() => window.calls.filter((one) => one.what === 'update'));
    assert.deepEqual(update.row, { smsys_resendreason: 'The panel does not show it', statecode: 0, statuscode: 100000000 });
  },

  'the bulk page adds up, says so when it does not, and gives the list of a group': async (browser, address) => {
    const { page, frame } = await open(browser, address, pages[2], english);
    assert.equal(await text(frame, '#sum'), 'It adds up.');
    await page.evaluate((id) => { window.scene.rows.smsys_smsbulk[id].smsys_pending = 3890; }, ids.bulk);
    await frame.waitForFunction(() => document.getElementById('sum').textContent.includes('7'));
    await frame.evaluate(() => document.querySelector('#groups button').click());
    await frame.waitForFunction(() => document.getElementById('status').textContent.match(/rows? of "Accepted"/) !== null);
  },

  'the dry run says who is left out and why, what it costs, how long it takes and by what, in both languages': async (browser, address) => {
    for (const [language, wanted] of [
      [english, {
        'Get a message': '11,255', 'Blocked by the operator before': '14', "Left out: on the operator's block list": '12', 'Left out: test mode': '8',
        'Missing values': '35', 'Left out: missing values': '0', 'Without a value': 'the message goes out with a gap', Balance: '500,000 – does not suffice',
        Duration: 'about 15 minutes – by the pace of the account', 'Answers arrive on': '\u206830001234\u2069', Approval: 'needed',
      }],
      [persian, {
        'پیامک می‌گیرند': '۱۱٬۲۵۵', 'پیش‌تر مسدود از سوی اپراتور': '۱۴', 'کنار گذاشته: در فهرست سیاه اپراتور': '۱۲', 'کنار گذاشته: حالت آزمایشی': '۸',
        'کنار گذاشته: مقدار خالی': '۰', 'اگر مقدار نباشد': 'پیامک با جای خالی می‌رود', 'مدت': 'حدود ۱۵ دقیقه – بر پایه سرعت مجاز حساب',
      }],
    ]) {
      const { frame } = await open(browser, address, pages[2], language);
      const facts = await frame.$$eval('#dry-run-result dl div', (rows) => Object.fromEntries(rows.map((row) => [row.firstChild.textContent, row.lastChild.textContent])));
      for (const [name, value] of Object.entries(wanted)) {
        assert.equal(facts[name], value, name);
      }
    }
  },

  'the text of a bulk is tried on a number of one\'s own while it is open': async (browser, address) => {
    const { page, frame } = await open(browser, address, pages[2], english);
    assert.equal(await frame.$eval('#form', (form) => form.hidden), true);
    await page.evaluate((id) => { window.scene.rows.smsys_smsbulk[id].statuscode = 100000001; }, ids.bulk);
    await frame.waitForSelector('#form:not([hidden])');
    await frame.type('#number', '09120000000');
    await frame.click('#test');
    await frame.waitForFunction(() => document.getElementById('status').className.includes('good'));
    assert.deepEqual(await page.evaluate(() => window.calls.filter((one) => one.what === 'update').map((one) => one.row)), [{ smsys_testnumber: '09120000000' }]);
  },

  'the setting page refreshes, tries and tests': async (browser, address) => {
    const { page, frame } = await open(browser, address, pages[3], english);
    assert.equal(await text(frame, '#balance'), '12,345.5 Rial');
    assert.equal(await frame.$eval('#low', (low) => low.hidden), false);
    await frame.click('#test');
    await frame.waitForFunction(() => document.getElementById('status').textContent.includes('Connected.'));
    await frame.type('#number', '09120000000');
    await frame.click('#form button');
    await frame.waitForFunction(() => document.getElementById('status').className.includes('good'));
    const message = (await created(page))[0];
    assert.equal(message.row['smsys_SettingId@odata.bind'], '/smsys_smssettings(' + ids.setting + ')');
  },
};

/** Opens a page in a window that stands for Dynamics; faults collects what the browser complains about. */
async function open(browser, address, what, language, { refused = 'nobody', viewport = { width: 1000, height: 820 } } = {}) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => { if (line.type() === 'error') { faults.push(line.text()); } });
  page.on('request', (request) => { if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) { faults.push('asked ' + request.url()); } });
  await page.goto(address + '/main.aspx');
  const scene = { language, refused, rows: rows(language === persian), day: day(language === persian) };
  await page.evaluate('window.scene = ' + JSON.stringify(scene) + ';'
    + "window.scene.output = (row) => row.smsys_processkind === 100000010 ? JSON.stringify({ text: JSON.parse(row.smsys_input).text.replace('{{fullname}}', 'Sara Ahmadi'), sendable: true, missing: [] }) : 'Connected.';"
    + '(' + dynamics + ')(window.scene);');
  await page.evaluate((src) => {
    const inner = document.createElement('iframe');
    inner.title = 'page';
    inner.src = src;
    document.body.append(inner);
  }, '/WebResources/smsys_/pages/' + what.name + '.html?data=' + encodeURIComponent(JSON.stringify(what.data)));
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame.waitForSelector(what.ready, { visible: true, timeout: 20000 });
  return { page, frame, faults };
}

const text = (frame, selector) => frame.$eval(selector, (element) => element.textContent);

const created = (page) => page.evaluate(() => window.calls.filter((one) => one.what === 'create' && one.table === 'smsys_sms'));

/** A text with a warning, its preview and its cost: as much as the dialog can show. */
async function fillDialog(frame) {
  await frame.select('#line', ids.line);
  await frame.type('#text', 'Hello {{fullname}}, it’s time');
  await frame.click('#preview-now');
  await frame.waitForSelector('#preview:not([hidden])');
}

/** Looks at a page as it is drawn: accessible, mirrored, nothing cut off. */
async function inspect(browser, address, what, language, problems) {
  const name = what.name + (language === persian ? '-fa' : '-en');
  const { page, frame, faults } = await open(browser, address, what, language);
  if (what.fill) {
    await what.fill(frame);
  }

  await new Promise((go) => setTimeout(go, 150));
  await page.screenshot({ path: screens + name + '.png' });
  const direction = await frame.evaluate(() => [document.documentElement.dir, window.getComputedStyle(document.body).direction, document.documentElement.lang]);
  if (String(direction) !== (language === persian ? 'rtl,rtl,fa-IR' : 'ltr,ltr,en-GB')) {
    problems.push(name + ' has the direction ' + direction);
  }

  const keys = await frame.evaluate(() => Array.from(document.querySelectorAll('[data-text]'), (one) => one.textContent).filter((words) => /^[a-zA-Z]+\.[a-zA-Z.]+$/.test(words)));
  keys.forEach((key) => problems.push(name + ' shows the key ' + key));
  await frame.evaluate(axe);
  const result = await frame.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  result.violations.forEach((one) => problems.push(name + ': axe ' + one.impact + ' ' + one.id + ' at ' + one.nodes.map((node) => node.target).join(', ')));

  await page.setViewport({ width: 500, height: 410, deviceScaleFactor: 2 });
  await page.screenshot({ path: screens + name + '-200.png' });
  if (await frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) {
    problems.push(name + ' is cut off at 200 %');
  }

  await page.setViewport({ width: 1000, height: 820 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: 'dark' }] });
  await page.screenshot({ path: screens + name + '-contrast.png' });
  faults.forEach((fault) => problems.push(name + ': ' + fault));
  await page.close();
}

const problems = [];
mkdirSync(screens, { recursive: true });
const server = await serve();
const browser = await launch();
try {
  for (const what of pages) {
    for (const language of [english, persian]) {
      await inspect(browser, server.address, what, language, problems);
    }
  }

  for (const [name, story] of Object.entries(stories)) {
    try {
      await story(browser, server.address);
      process.stdout.write('ok: ' + name + '\n');
    } catch (error) {
      problems.push(name + ': ' + error.message);
    }
  }
} finally {
  await browser.close();
  server.close();
}

process.stdout.write(problems.length === 0 ? 'Pages: nothing to complain about.\n' : problems.join('\n') + '\n');
process.exitCode = problems.length === 0 ? 0 : 1;
