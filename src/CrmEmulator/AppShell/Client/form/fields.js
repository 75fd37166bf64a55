/** Draws the control of a column by its kind, with label, lock, requirement and notices. */
import { el, fill, freshId } from '../dom.js';
import { cellText } from '../format.js';
import { say } from '../session.js';
import { inputOf } from './inputs.js';
import { lookupInput } from './lookup-input.js';

const lookups = ['Lookup', 'Customer', 'Owner', 'PartyList'];

/** @param {import('../xrm/control.js').Control} control */
export function fieldOf(control, isHeader) {
  const { attribute } = control;
  const { column, name } = attribute;
  const [inputId, labelId, noticeId] = [freshId('field'), freshId('label'), freshId('notice')];
  const isLookup = lookups.includes(column.kind);
  const label = el(isLookup ? 'span' : 'label', { id: labelId, class: 'label', for: isLookup ? null : inputId });
  const notice = el('p', { id: noticeId, class: 'field-notice', role: 'alert', hidden: true });
  const cell = el('div', { class: 'cell' + (isHeader ? ' in-header' : '') + (column.kind === 'Memo' ? ' tall' : ''), 'data-column': isHeader ? null : name, 'data-header-column': isHeader ? name : null, 'data-control': control.id, 'data-kind': column.kind });
  if (!column.canRead && column.isSecured) {
    return hidden(cell, label, control, inputId, name);
  }

  const input = isLookup ? lookupInput(attribute, control, labelId) : inputOf(attribute, { id: inputId, 'data-column': name, 'aria-describedby': noticeId }, control.rows);
  fill(cell, label, input.element, notice);
  control.focus = () => {
    if (control.tab && !control.tab.isSelected) {
      control.form.showTab(control.tab);
    }

    input.focus();
  };
  control.draw = () => {
    const isRequired = attribute.getRequiredLevel() === 'required';
    fill(label, control.label, isRequired ? el('span', { class: 'star', 'aria-hidden': 'true' }, '*') : null);
    cell.hidden = !control.visible;
    cell.dataset.locked = String(control.isLocked());
    input.draw(control.isLocked(), isRequired, control.notices.size > 0);
    notice.hidden = control.notices.size === 0;
    notice.textContent = Array.from(control.notices.values()).join(' ');
  };
  control.draw();
  return cell;
}

/** Secured columns that may be written but not read (a new password) take what is typed and show nothing. */
function hidden(cell, label, control, inputId, name) {
  const { attribute } = control;
  const input = el('input', { id: inputId, type: 'password', autocomplete: 'new-password', 'data-column': name, placeholder: '••••••', title: say('noAccess'), onchange: () => attribute.enter(input.value) });
  fill(cell, label, input);
  control.focus = () => input.focus();
  control.draw = () => {
    label.textContent = control.label;
    cell.hidden = !control.visible;
    input.disabled = control.isLocked();
    if (attribute.getValue() === null) {
      input.value = '';
    }
  };
  control.draw();
  return cell;
}

/** The text of a column's value as a reader sees it. */
export function textOf(attribute) {
  const value = attribute.getValue();
  return cellText({ [attribute.name]: value instanceof Date ? value.toISOString() : value }, attribute.name, attribute.column);
}
