import { vi } from 'vitest';
import { XrmMockGenerator } from 'xrm-mock';
import { resx } from './scripts.js';

/** A small organisation behind xrm-mock: rows by table, what was written, what was asked. */
export function organization({ language = 1033, rows = {} } = {}) {
  XrmMockGenerator.initialise();
  const Xrm = globalThis.Xrm;
  const created = [];
  const updated = [];
  const told = [];
  const opened = [];
  const answers = { confirm: true, onCreate: () => undefined, onUpdate: () => undefined };
  const of = (table) => (rows[table] = rows[table] || {});

  Xrm.WebApi.createRecord = vi.fn(async (table, row) => {
    const refusal = answers.onCreate(table, row);
    if (refusal) {
      throw refusal;
    }

    const id = row.activityid || '00000000-0000-4000-a000-' + String(created.length + 1).padStart(12, '0');
    created.push({ table, row, id });
    of(table)[id] = { ...of(table)[id], ...row };
    return { entityType: table, id };
  });
  Xrm.WebApi.updateRecord = vi.fn(async (table, id, row) => {
    const refusal = answers.onUpdate(table, id, row);
    if (refusal) {
      throw refusal;
    }

    updated.push({ table, id, row });
    Object.assign(of(table)[id] || {}, row);
    return { entityType: table, id };
  });
  Xrm.WebApi.retrieveRecord = vi.fn(async (table, id) => {
    const row = of(table)[id];
    if (!row) {
      throw Object.assign(new Error(table + ' With Id = ' + id + ' Does Not Exist'), { errorCode: 2147746327 });
    }

    return { ...row };
  });
  Xrm.WebApi.retrieveMultipleRecords = vi.fn(async (table) => ({ entities: Object.values(of(table)).map((row) => ({ ...row })) }));
  Xrm.Navigation.openAlertDialog = vi.fn(async (words) => { told.push(words.text); });
  Xrm.Navigation.openConfirmDialog = vi.fn(async (words) => { told.push(words.text); return { confirmed: answers.confirm }; });
  Xrm.Navigation.navigateTo = vi.fn(async (page) => { opened.push(page); });
  Xrm.Navigation.openForm = vi.fn(async (form) => { opened.push(form); });
  const context = {
    userSettings: { languageId: language },
    getClientUrl: () => 'http://crm.local/org',
    getWebResourceUrl: (name) => '/WebResources/' + name,
  };
  Xrm.Utility.getGlobalContext = () => context;
  Xrm.Utility.showProgressIndicator = vi.fn();
  Xrm.Utility.closeProgressIndicator = vi.fn();
  const fetched = [];
  globalThis.fetch = vi.fn(async (address, how = {}) => {
    fetched.push({ address, ...how });
    const lcid = /smsys\.(\d+)\.resx$/.exec(address);
    const text = lcid ? resx(lcid[1]) : '';
    return { ok: true, status: 200, statusText: 'OK', text: async () => text };
  });
  return { created, updated, told, opened, fetched, answers, rows };
}

/** A form's context as commands get it. */
export function form(id, attributes, { dirty = false } = {}) {
  const notes = new Map();
  const controls = new Map();
  const loaded = [];
  const all = Object.entries(attributes).map(([name, value]) => [name, attribute(name, value)]);
  const byName = new Map(all);
  return {
    notes,
    controls,
    data: { entity: { getId: () => '{' + id.toUpperCase() + '}' }, getIsDirty: () => dirty, save: vi.fn(async () => {}), refresh: vi.fn(async () => { loaded.forEach((one) => one()); }), addOnLoad: (one) => loaded.push(one) },
    getAttribute: (name) => byName.get(name) || null,
    getControl: (name) => {
      if (!byName.has(name)) {
        return null;
      }

      if (!controls.has(name)) {
        controls.set(name, { setDisabled: vi.fn(), setVisible: vi.fn(), setNotification: vi.fn(), clearNotification: vi.fn(), setFocus: vi.fn() });
      }

      return controls.get(name);
    },
    ui: { setFormNotification: (text, level, key) => notes.set(key, { text, level }), clearFormNotification: (key) => notes.delete(key) },
  };
}

function attribute(name, value) {
  const handlers = [];
  return {
    getValue: () => value,
    setValue: (other) => { value = other; handlers.forEach((one) => one()); },
    addOnChange: (one) => handlers.push(one),
    setRequiredLevel: vi.fn(),
    setSubmitMode: vi.fn(),
  };
}

/** A grid with selected rows; undefined as a state means that the view does not show it. */
export function grid(states) {
  const rows = states.map((state) => ({
    data: { entity: { attributes: { getByName: (name) => (name === 'statuscode' && state !== undefined ? { getValue: () => state } : null) } } },
  }));
  return { refresh: vi.fn(), getGrid: () => ({ getSelectedRows: () => ({ get: () => rows }) }) };
}
