/** The form that is open: its row, attributes, controls, tabs and handlers. */
import * as api from '../api.js';
import { fill, el } from '../dom.js';
import * as library from '../library.js';
import { say } from '../session.js';
import { Attribute } from '../xrm/attribute.js';
import { executionContext, saveArguments } from '../xrm/event.js';
import { formContext } from '../xrm/form-context.js';
import { defaultOf } from './defaults.js';
import { readParties } from './parties.js';
import { bodyOf } from './row-body.js';

export class FormModel {
  /** @param {any} table @param {any} definition Of the form. @param {string | null} id */
  constructor(table, definition, id) {
    Object.assign(this, { table, definition, id, controls: [], tabs: [], saveHandlers: [], loadHandlers: [], row: {}, rights: null, etag: null });
    this.attributes = Object.entries(table.columns).map(([name, column]) => new Attribute(name, column, this));
    this.notices = el('div', { class: 'notices', role: 'region', 'aria-label': definition.label });
    this.messages = new Map();
    this.context = formContext(this);
    this.listeners = { changed: () => {}, saved: () => {}, ribbon: async () => {} };
  }

  isNew() { return this.id === null; }

  /** Inactive rows and rows that the user may not write are read-only. */
  isReadOnly() {
    const state = this.row.statecode;
    const open = this.table.isActivity ? [0, 3] : [0];
    return !this.isNew() && ((state !== undefined && state !== null && !open.includes(state)) || (this.rights !== null && !this.rights.Write));
  }

  isDirty() { return this.dirty().length > 0; }

  dirty() { return this.attributes.filter((one) => one.submitMode !== 'never' && (one.submitMode === 'always' || one.getIsDirty())); }

  /** What a save sends: of a new row everything that has a value but state, status and owner, which the server gives by itself. */
  sent() {
    const given = ['statecode', 'statuscode', 'ownerid'];
    return this.isNew()
      ? this.attributes.filter((one) => one.value !== null && one.submitMode !== 'never' && one.column.canCreate && (!given.includes(one.name) || one.getIsDirty()))
      : this.dirty();
  }

  attribute(name) { return this.attributes.find((one) => one.name === name) || null; }

  title() { return (this.table.primaryName && this.attribute(this.table.primaryName)?.getValue()) || ''; }

  changed() { this.listeners.changed(); }

  refreshRibbon() { return this.listeners.ribbon(); }

  /** Reads the row, or takes the defaults of a new one. */
  async read() {
    if (this.isNew()) {
      this.row = {};
      for (const attribute of this.attributes) {
        attribute.load({});
        attribute.value = defaultOf(attribute.name, attribute.column, this.table);
        attribute.initial = attribute.value;
      }
    } else {
      const { json } = await api.call('GET', this.table.setName + '(' + this.id + ')');
      this.row = json;
      this.etag = json['@odata.etag'];
      this.rights = await api.access(this.table.logicalName, this.id);
      Object.assign(this.row, await readParties(this.table, this.id));
      this.attributes.forEach((attribute) => attribute.load(this.row));
    }

    this.controls.forEach((control) => control.redraw());
    this.changed();
  }

  /** Loads the scripts and runs what stands on the form's events. */
  async start() {
    for (const name of this.definition.libraries) {
      await library.load(name);
    }

    for (const handler of this.definition.handlers) {
      const run = () => this.handle(handler);
      if (handler.event === 'onload') {
        await run();
      } else if (handler.event === 'onchange') {
        this.attribute(handler.attribute).addOnChange(run);
      } else if (handler.event === 'onsave') {
        this.saveHandlers.push((context) => library.functionAt(handler.function).run(context));
      } else {
        throw new Error('The emulator knows no form event ' + handler.event + '.');
      }
    }
  }

  handle(handler) {
    const given = handler.passContext ? [executionContext(this.context, this.context.data.entity)] : [];
    return library.functionAt(handler.function).run(...given);
  }

  /** Writes what changed; afterwards the row is read again. Rejects with what the server refused. */
  async save(mode = 1) {
    const given = saveArguments(mode);
    for (const handler of this.saveHandlers) {
      await handler(executionContext(this.context, this.context.data.entity, given));
    }

    if (given.isDefaultPrevented()) {
      return;
    }

    const missing = this.controls.find((control) => control.attribute && !control.isLocked() && !control.attribute.isValid());
    if (missing !== undefined) {
      missing.focus();
      throw new Error(say('required', missing.label));
    }

    const wrong = this.controls.find((control) => control.notices.has('entry'));
    if (wrong !== undefined) {
      wrong.focus();
      throw new Error(wrong.notices.get('entry'));
    }

    const body = bodyOf(this.sent(), this.table, this.attributes);
    if (this.isNew()) {
      const answer = await api.call('POST', this.table.setName, body);
      this.id = /\(([^)]+)\)$/.exec(answer.headers.get('OData-EntityId') || '')[1];
      this.attributes.forEach((attribute) => { attribute.initial = attribute.value; });
      this.listeners.saved(this.id);
      return;
    }

    if (Object.keys(body).length > 0) {
      await api.call('PATCH', this.table.setName + '(' + this.id + ')', body, { 'If-Match': '*' });
    }

    await this.refresh(false);
  }

  async refresh(saves) {
    if (saves && this.isDirty()) {
      await this.save();
      return;
    }

    await this.read();
    await this.refreshRibbon();
    this.loadHandlers.forEach((handler) => handler(executionContext(this.context, this.context.data.entity)));
  }

  /** @param {'ERROR' | 'WARNING' | 'INFO'} level */
  notify(message, level, id) {
    this.messages.set(id, { message, level });
    this.drawNotices();
    return true;
  }

  unnotify(id) {
    const known = this.messages.delete(id);
    this.drawNotices();
    return known;
  }

  drawNotices() {
    fill(this.notices, ...Array.from(this.messages, ([id, notice]) =>
      el('div', { class: 'notice-line ' + notice.level.toLowerCase(), role: notice.level === 'INFO' ? 'status' : 'alert', 'data-notification': id, dir: 'auto' }, notice.message)));
  }
}
