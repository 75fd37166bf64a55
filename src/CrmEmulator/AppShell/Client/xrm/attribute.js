/** A column on a form: its value, whether it changed, who wants to know. Values have the shapes of the client API. */
import { lookupTable, formatted, optionLabel } from '../format.js';
import { collection } from './collection.js';
import { executionContext } from './event.js';

const types = { Text: 'string', Memo: 'memo', Integer: 'integer', BigInteger: 'integer', Decimal: 'decimal', Double: 'double', Money: 'money', Boolean: 'boolean', Choice: 'optionset', State: 'optionset', Status: 'optionset', Choices: 'multiselectoptionset', DateTime: 'datetime', Lookup: 'lookup', Customer: 'lookup', Owner: 'lookup', PartyList: 'lookup', TableName: 'string', UniqueId: 'string', Key: 'string' };

/** The client API's value of a Web API row. */
export function valueOf(row, column) {
  const value = row[column.property];
  if (value === undefined || value === null) {
    return null;
  }

  switch (column.kind) {
    case 'DateTime': return new Date(value);
    case 'Lookup': case 'Customer': case 'Owner':
      return [{ id: '{' + value.toUpperCase() + '}', name: row[column.property + formatted] || '', entityType: row[column.property + lookupTable] }];
    default: return value;
  }
}

export class Attribute {
  constructor(name, column, form) {
    Object.assign(this, { name, column, form, listeners: [], bound: [], required: column.required === 'systemrequired' ? 'required' : column.required, submitMode: 'dirty' });
    this.value = null;
    this.initial = null;
    this.controls = collection(() => this.bound, (control) => control.getName());
  }

  /** Takes the value of a row that was read. */
  load(row) {
    this.value = this.column.kind === 'PartyList' ? row[this.name] || null : valueOf(row, this.column);
    this.initial = this.value;
    this.redraw();
  }

  redraw() {
    this.bound.forEach((control) => control.redraw());
  }

  /** What a person entered; unlike setValue it runs the handlers. */
  enter(value) {
    this.setValue(value);
    this.form.changed();
    this.fireOnChange();
  }

  getName() { return this.name; }

  getValue() { return this.value; }

  setValue(value) {
    this.value = value === undefined || value === '' ? null : value;
    this.redraw();
    this.form.changed();
  }

  getInitialValue() { return this.initial; }

  getIsDirty() { return JSON.stringify(this.value) !== JSON.stringify(this.initial); }

  isValid() { return this.required !== 'required' || this.value !== null; }

  addOnChange(handler) { this.listeners.push(handler); }

  removeOnChange(handler) { this.listeners = this.listeners.filter((one) => one !== handler); }

  fireOnChange() { this.listeners.forEach((handler) => handler(executionContext(this.form.context, this))); }

  getRequiredLevel() { return this.required; }

  setRequiredLevel(level) {
    this.required = level;
    this.redraw();
  }

  getSubmitMode() { return this.submitMode; }

  setSubmitMode(mode) { this.submitMode = mode; }

  getAttributeType() { return types[this.column.kind]; }

  getFormat() { return this.column.format || null; }

  getIsPartyList() { return this.column.kind === 'PartyList'; }

  getMaxLength() { return this.column.maxLength; }

  getMin() { return this.column.min; }

  getMax() { return this.column.max; }

  getPrecision() { return this.column.precision; }

  getParent() { return this.form.context.data.entity; }

  getUserPrivilege() { return { canRead: this.column.canRead, canUpdate: this.column.canUpdate, canCreate: this.column.canCreate }; }

  getOptions() { return (this.column.options || []).map((one) => ({ value: one.value, text: one.label })); }

  getOption(value) { return this.getOptions().find((one) => one.value === Number(value) || one.text === value) || null; }

  getSelectedOption() { return this.value === null ? null : this.getOption(this.value); }

  getText() { return this.value === null ? null : optionLabel(this.column, Number(this.value)); }
}
