/** The shell's beginning: who is signed in, the frame, and the page that the address names. */
import { current, go, onDraw, onMove } from './address.js';
import * as dialogs from './dialogs.js';
import { el, fill } from './dom.js';
import { Frame } from './frame.js';
import { showDashboard } from './page-dashboard.js';
import { showForm } from './page-form.js';
import { showList } from './page-list.js';
import { loadSession, say } from './session.js';
import { prepareTexts } from './xrm/utility.js';
import './xrm/xrm.js';

const pages = { entitylist: showList, entityrecord: showForm, dashboard: showDashboard };

let turn = 0;

async function draw(frame) {
  turn += 1;
  const mine = turn;
  const place = current();
  const main = el('main', { id: 'main', tabindex: '-1', 'aria-busy': 'true', 'data-page': place.pageType }, el('p', { class: 'hint' }, say('loading')));
  frame.place(main, place);
  try {
    const show = pages[place.pageType];
    if (show === undefined) {
      throw new Error('The emulator has no pages of the type ' + place.pageType + '.');
    }

    await show(main, place);
  } catch (problem) {
    if (mine === turn) {
      fill(main, el('h1', {}, say('error')), el('p', { class: 'problem', role: 'alert', dir: 'auto' }, problem.status === 403 ? say('noRight') + ' ' + problem.message : problem.message));
    }
  } finally {
    main.removeAttribute('aria-busy');
  }
}

async function boot() {
  await loadSession();
  await prepareTexts();
  const frame = new Frame();
  await frame.open();
  onDraw(() => draw(frame));
  onMove((place) => frame.mark(place));
  if (current().pageType === undefined) {
    await go(frame.first(), true);
  } else {
    await draw(frame);
  }
}

window.addEventListener('unhandledrejection', (event) => { void dialogs.show(event.reason); });
window.addEventListener('error', (event) => { if (event.error) { void dialogs.show(event.error); } });
await boot();
