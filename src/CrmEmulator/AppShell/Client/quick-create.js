/** Quick creation: a table's short form over what is on screen. */
import * as api from './api.js';
import { addressOf, follow } from './address.js';
import * as dialogs from './dialogs.js';
import { el, fill, freshId } from './dom.js';
import { defaults } from './form/defaults.js';
import { layout } from './form/form-layout.js';
import { FormModel } from './form/form-model.js';
import { say, session } from './session.js';

/** Whether there is such a form and the user may make rows. @param {string} name Of a table. */
export function canQuickCreate(name) {
  return session.quickCreate.some((one) => one.table === name);
}

/**
 * @param {string} name Of a table. @param {{ extra?: string }} [given] Values of columns, as a query.
 * @returns {Promise<{ id: string, name: string, entityType: string, set: string } | null>} What was made; null: nothing.
 */
export async function quickCreate(name, given = {}) {
  const table = await api.table(name);
  const form = new FormModel(table, await api.form(name, null, 'quickCreate'), null);
  const parts = layout(form);
  const save = el('button', { class: 'primary', 'data-action': 'quick-save', onclick: () => { void guarded(() => form.save()); } }, say('saveClose'));
  const shown = dialogs.open({
    title: say('quickCreateTitle', table.label), kind: 'quick-create', name: 'quick-create',
    content: [form.notices, parts.header, form.definition.tabs.length > 1 ? parts.tabs : el('span', {}), ...parts.panels,
      el('div', { class: 'actions' }, save, el('button', { 'data-action': 'cancel', onclick: () => shown.close(null) }, say('cancel')))],
  });
  shown.element.dataset.form = form.definition.id;
  form.listeners = { changed: () => {}, ribbon: async () => {}, saved: (id) => shown.close({ id: '{' + id.toUpperCase() + '}', name: form.title() || table.label, entityType: name, set: table.setName }) };
  await guarded(async () => {
    await form.read();
    defaults(form, given.extra);
    await Promise.all(form.controls.filter((control) => control.start).map((control) => control.start()));
    await form.start();
    form.controls.find((control) => control.attribute && control.visible && !control.isLocked())?.focus();
  });
  return (await shown.closed) ?? null;
}

async function guarded(work) {
  try {
    await work();
  } catch (problem) {
    await dialogs.show(problem);
  }
}

/** The button of the frame: one entry for each table; afterwards a line leads to what was made. */
export function quickCreateMenu() {
  if (session.quickCreate.length === 0) {
    return null;
  }

  const menuId = freshId('quick');
  const button = el('button', { type: 'button', class: 'quick-new', 'data-action': 'quick-create', popovertarget: menuId, 'aria-haspopup': 'true' }, '+ ' + say('quickCreate'));
  const menu = el('ul', { id: menuId, class: 'quick-menu', popover: 'auto', 'aria-label': say('quickCreate') },
    ...session.quickCreate.map((one) => el('li', {}, el('button', { type: 'button', 'data-quick': one.table, onclick: () => { void choose(one.table); } }, one.label))));
  const choose = async (name) => {
    menu.hidePopover();
    const made = await quickCreate(name);
    button.focus();
    if (made !== null) {
      tell(made);
    }
  };
  menu.addEventListener('toggle', (event) => {
    if (event.newState === 'open') {
      const at = button.getBoundingClientRect();
      const start = document.documentElement.dir === 'rtl' ? at.left : at.right - menu.offsetWidth;
      menu.style.left = Math.max(8, start) + 'px';
      menu.style.top = at.bottom + 4 + 'px';
      menu.querySelector('button').focus();
    }
  });
  return el('div', { class: 'picker' }, button, menu);
}

function tell(made) {
  const place = { pageType: 'entityrecord', table: made.entityType, id: made.id.replace(/[{}]/g, '').toLowerCase() };
  document.querySelector('.toast')?.remove();
  const line = el('div', { class: 'toast', role: 'status' });
  document.body.append(line);
  fill(line, el('span', {}, say('made', '\u2068' + made.name + '\u2069')), el('a', { href: addressOf(place), 'data-action': 'open-made', onclick: (event) => { line.remove(); follow(event, place); } }, say('openIt')),
    el('button', { type: 'button', 'aria-label': say('dismiss'), onclick: () => line.remove() }, '×'));
  setTimeout(() => line.remove(), 20000);
}
