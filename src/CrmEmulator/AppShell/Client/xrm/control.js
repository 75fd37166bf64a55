/** A control on a form, as scripts and the page's own code handle it. */
import { without } from './unsupported.js';

export class Control {
  /** @param {{ id: string, label: string, disabled: boolean, visible: boolean, kind: string }} cell @param {any} attribute Null for controls without a column. */
  constructor(cell, attribute, form) {
    Object.assign(this, { id: cell.id, label: cell.label, disabled: cell.disabled, visible: cell.visible, kind: cell.kind, attribute, form, notices: new Map(), draw: () => {}, focus: () => {} });
    without(this, 'control', ['addPreSearch', 'addCustomFilter', 'addCustomView', 'getDefaultView', 'setDefaultView', 'addOption', 'removeOption', 'clearOptions', 'addNotification', 'setEntityTypes', 'getEntityTypes', 'getShowTime', 'setShowTime']);
  }

  redraw() { this.draw(); }

  /** Whether a person may change it: the form, the column's security and the row's state have a say. */
  isLocked() {
    const column = this.attribute && this.attribute.column;
    return this.disabled || this.form.isReadOnly() || (column !== null && column !== undefined && !(this.form.isNew() ? column.canCreate : column.canUpdate));
  }

  getName() { return this.id; }

  getAttribute() { return this.attribute; }

  getControlType() { return this.kind; }

  getLabel() { return this.label; }

  setLabel(label) {
    this.label = label;
    this.redraw();
  }

  getDisabled() { return this.disabled; }

  setDisabled(disabled) {
    this.disabled = Boolean(disabled);
    this.redraw();
  }

  getVisible() { return this.visible; }

  setVisible(visible) {
    this.visible = Boolean(visible);
    this.redraw();
  }

  setFocus() { this.focus(); }

  getParent() { return this.section || null; }

  setNotification(message, uniqueId = '') {
    this.notices.set(uniqueId, message);
    this.redraw();
    return true;
  }

  clearNotification(uniqueId) {
    if (uniqueId === undefined) {
      this.notices.clear();
    } else {
      this.notices.delete(uniqueId);
    }

    this.redraw();
    return true;
  }
}
