/** The page of one row: its form. */
import * as api from './api.js';
import { current, go, guard } from './address.js';
import * as dialogs from './dialogs.js';
import { el, fill } from './dom.js';
import { FormModel } from './form/form-model.js';
import { layout } from './form/form-layout.js';
import { defaults } from './form/defaults.js';
import { Ribbon } from './ribbon.js';
import { mayNot } from './ribbon-rules.js';
import { depth, say } from './session.js';

/** @param {HTMLElement} main @param {import('./address.js').Place} place */
export async function showForm(main, place) {
  const table = await api.table(place.table);
  const definition = await api.form(place.table, place.form, 'main');
  const form = new FormModel(table, definition, place.id || null);
  const parts = layout(form);
  const title = el('h1', { dir: 'auto' });
  const state = el('span', { class: 'save-state', role: 'status' });
  const ribbon = new Ribbon({
    table, place: 'Form', primaryControl: form.context, selectedControl: form.context, ids: () => (form.isNew() ? [] : [form.id]), allIds: () => [], own: commandsOf(form, table),
  });
  form.listeners = {
    changed: () => {
      title.textContent = form.title() || (form.isNew() ? say('newRow', table.label) : table.label);
      document.title = title.textContent + ' – ' + table.label;
      state.textContent = form.isDirty() ? say('unsaved') : form.isNew() ? say('notSaved') : form.isReadOnly() ? say('readOnly') : say('saved');
      state.dataset.state = form.isDirty() ? 'dirty' : 'clean';
    },
    saved: (id) => { void leaveFor(id, place); },
    ribbon: () => ribbon.refresh(),
  };
  await form.read();
  defaults(form, place.extra);
  fill(main, ribbon.element, form.notices,
    el('div', { class: 'form-head' }, el('div', {}, title, el('p', { class: 'subtitle' }, table.label, ' · ', state)), parts.header),
    parts.tabs, ...parts.panels);
  main.dataset.form = definition.id;
  main.dataset.row = form.id || '';
  guard(async () => !form.isDirty() || dialogs.confirm({ title: say('unsaved'), text: say('unsaved') + ' – ' + say('close') + '?', confirmButtonLabel: say('yes'), cancelButtonLabel: say('no') }));
  await Promise.all(form.controls.filter((control) => control.start).map((control) => control.start()));
  await form.start();
  await ribbon.refresh();
}

/** A row that was made is shown under its own address, as a form that is opened. */
function leaveFor(id, place) {
  guard(async () => true);
  return go({ ...place, id, extra: undefined, app: current().app }, true);
}

function commandsOf(form, table) {
  const right = (action) => (depth(table.logicalName, action) > 0 ? null : mayNot(action, table));
  const notHere = (action) => right(action) ?? (form.rights !== null && !form.rights[action] ? mayNot(action, table, 1) : null);
  const notSaved = () => (form.isNew() ? right('Create') : notHere('Write') ?? (form.isReadOnly() ? say('rowReadOnly') : null));
  return [
    { name: 'shell.save', label: say('save'), greyed: notSaved, run: () => form.save() },
    { name: 'shell.new', label: say('new'), greyed: () => right('Create'), run: () => go({ pageType: 'entityrecord', table: table.logicalName }) },
    { name: 'shell.delete', label: say('delete'), greyed: () => (form.isNew() ? say('saveFirst') : notHere('Delete')), run: () => remove(form, table) },
    { name: 'shell.refresh', label: say('refresh'), run: () => form.refresh(false) },
  ];
}

async function remove(form, table) {
  if (await dialogs.confirm({ title: say('deleteTitle'), text: say('deleteQuestion', 1), confirmButtonLabel: say('delete'), cancelButtonLabel: say('cancel') })) {
    await api.call('DELETE', table.setName + '(' + form.id + ')');
    guard(async () => true);
    await go({ pageType: 'entitylist', table: table.logicalName });
  }
}
