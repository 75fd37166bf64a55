/** The timeline of a row: its notes, and the activities about it or with it as a party. */
import * as api from '../api.js';
import { addressOf, follow } from '../address.js';
import * as dialogs from '../dialogs.js';
import { el, fill, freshId } from '../dom.js';
import { dateTime, formatted, optionLabel } from '../format.js';
import { say } from '../session.js';

const columns = '<attribute name="activityid"/><attribute name="activitytypecode"/><attribute name="subject"/><attribute name="description"/><attribute name="statuscode"/><attribute name="createdon"/>';

/** @param {import('../xrm/control.js').Control} control @param {any} given */
export function timeline(control, given) {
  control.kind = 'timelinewall';
  const list = el('ol', { class: 'timeline', 'aria-label': control.label });
  const noteId = freshId('note');
  const text = el('textarea', { id: noteId, rows: 2, dir: 'auto' });
  const add = el('form', { class: 'note-form', onsubmit: (event) => { event.preventDefault(); void write(control, text, draw); } },
    el('label', { for: noteId }, say('noteText')), text, el('button', { 'data-action': 'add-note' }, say('addNote')));
  const element = el('div', { class: 'timeline-part', 'data-control': given.id }, el('h3', { class: control.hidesLabel ? 'unseen' : null }, control.label), control.form.table.hasNotes ? add : null, list);
  const draw = async () => { fill(list, ...(await entries(control.form))); };
  control.draw = () => { element.hidden = !control.visible; };
  control.refresh = () => { void draw(); };
  control.start = async () => {
    add.hidden = control.form.isNew();
    if (control.form.isNew()) {
      fill(list, el('li', { class: 'hint' }, say('saveFirst')));
    } else {
      await draw();
    }
  };
  return element;
}

async function write(control, text, draw) {
  if (text.value.trim() === '') {
    text.focus();
    return;
  }

  const { form } = control;
  try {
    await api.call('POST', 'annotations', { notetext: text.value, ['objectid_' + form.table.logicalName + '@odata.bind']: '/' + form.table.setName + '(' + form.id + ')' });
    text.value = '';
    await draw();
  } catch (problem) {
    await dialogs.show(problem);
  }
}

async function entries(form) {
  const found = new Map();
  if (form.table.hasNotes) {
    const notes = await rowsOf('annotations', '<fetch top="50"><entity name="annotation"><attribute name="subject"/><attribute name="notetext"/><attribute name="createdon"/><attribute name="createdby"/><order attribute="createdon" descending="true"/><filter><condition attribute="objectid" operator="eq" value="' + form.id + '"/></filter></entity></fetch>');
    notes.forEach((note) => found.set(note.annotationid, { on: note.createdon, element: noteOf(note) }));
  }

  const about = '<filter><condition attribute="regardingobjectid" operator="eq" value="' + form.id + '"/></filter>';
  const party = '<link-entity name="activityparty" from="activityid" to="activityid"><filter><condition attribute="partyid" operator="eq" value="' + form.id + '"/></filter></link-entity>';
  for (const condition of form.table.isActivity ? [] : [about, party]) {
    const rows = await rowsOf('activitypointers', '<fetch distinct="true" top="50"><entity name="activitypointer">' + columns + '<order attribute="createdon" descending="true"/>' + condition + '</entity></fetch>');
    for (const row of rows) {
      const own = await api.table(row.activitytypecode);
      found.set(row.activityid, { on: row.createdon, element: activityOf(row, own.label, optionLabel(own.columns.statuscode, row.statuscode)) });
    }
  }

  const sorted = [...found.values()].sort((one, other) => other.on.localeCompare(one.on)).map((one) => one.element);
  return sorted.length > 0 ? sorted : [el('li', { class: 'hint' }, say('nothing'))];
}

/** Who may not read activities or notes sees a timeline without them. */
async function rowsOf(setName, fetch) {
  try {
    return (await api.fetchRows(setName, fetch)).value;
  } catch (problem) {
    if (problem.status === 403) {
      return [];
    }

    throw problem;
  }
}

function noteOf(note) {
  return el('li', { class: 'entry note', 'data-id': note.annotationid },
    el('p', { class: 'entry-head' }, el('strong', { dir: 'auto' }, note.subject || say('noteText')), ' ', el('time', { datetime: note.createdon }, dateTime(note.createdon)), ' ', el('span', { dir: 'auto' }, note['_createdby_value' + formatted] || '')),
    el('p', { class: 'entry-text', dir: 'auto' }, note.notetext || ''));
}

/** The pointer knows the number of a status reason; its words are those of the activity's own table. */
function activityOf(row, kind, state) {
  const place = { pageType: 'entityrecord', table: row.activitytypecode, id: row.activityid };
  return el('li', { class: 'entry activity', 'data-id': row.activityid, 'data-table': row.activitytypecode },
    el('p', { class: 'entry-head' }, el('span', { class: 'kind' }, kind), ' ', el('span', { class: 'state' }, state || ''), ' ', el('time', { datetime: row.createdon }, dateTime(row.createdon))),
    el('a', { href: addressOf(place), dir: 'auto', onclick: (event) => follow(event, place) }, row.subject || '—'),
    row.description ? el('p', { class: 'entry-text', dir: 'auto' }, row.description) : null);
}
