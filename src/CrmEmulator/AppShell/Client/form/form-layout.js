/** Draws a form's tabs, sections and cells. */
import { el, freshId } from '../dom.js';
import { collection } from '../xrm/collection.js';
import { Control } from '../xrm/control.js';
import { executionContext } from '../xrm/event.js';
import { fieldOf } from './fields.js';
import { partOf } from './parts.js';

/** @param {import('./form-model.js').FormModel} form @returns {{ tabs: HTMLElement, panels: HTMLElement[], header: HTMLElement }} */
export function layout(form) {
  const header = el('div', { class: 'form-header' }, ...form.definition.header.map((cell) => cellOf(form, cell, null, true)));
  const list = el('div', { class: 'tabs', role: 'tablist', 'aria-label': form.definition.label });
  const panels = [];
  form.tabs = form.definition.tabs.map((tab) => tabOf(form, tab, list, panels));
  const show = (wanted) => form.tabs.forEach((tab) => tab.select(tab === wanted));
  form.tabs.forEach((tab) => { tab.button.addEventListener('click', () => show(tab)); });
  list.addEventListener('keydown', (event) => turn(event, form.tabs, show));
  form.showTab = show;
  show(form.tabs.find((tab) => tab.getVisible()));
  return { tabs: list, panels, header };
}

/** Arrow keys walk through the tabs, mirrored where the page is. */
function turn(event, tabs, show) {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const by = event.key === forward ? 1 : ['ArrowLeft', 'ArrowRight'].includes(event.key) ? -1 : 0;
  const shown = tabs.filter((tab) => tab.getVisible());
  if (by !== 0) {
    const next = shown[(shown.findIndex((tab) => tab.isSelected) + by + shown.length) % shown.length];
    show(next);
    next.button.focus();
  }
}

function tabOf(form, tab, list, panels) {
  const [tabId, panelId] = [freshId('tab'), freshId('panel')];
  const button = el('button', { type: 'button', id: tabId, role: 'tab', 'aria-controls': panelId, 'data-tab': tab.name }, tab.label);
  const sections = [];
  let watchers = [];
  const made = {
    button,
    isSelected: false,
    select(on) {
      const changes = this.isSelected !== on;
      this.isSelected = on;
      button.setAttribute('aria-selected', String(on));
      button.tabIndex = on ? 0 : -1;
      panel.hidden = !on;
      if (on) {
        form.controls.filter((control) => control.tab === made).forEach((control) => control.shown?.());
      }

      if (changes) {
        watchers.forEach((handler) => handler(executionContext(form.context, made)));
      }
    },
    getName: () => tab.name,
    getLabel: () => button.textContent,
    setLabel: (label) => { button.textContent = label; },
    getVisible: () => !button.hidden,
    setVisible: (visible) => { button.hidden = !visible; },
    getDisplayState: () => (made.isSelected ? 'expanded' : 'collapsed'),
    setDisplayState: (state) => { if (state === 'expanded') { form.showTab(made); } },
    addTabStateChange: (handler) => { watchers.push(handler); },
    removeTabStateChange: (handler) => { watchers = watchers.filter((one) => one !== handler); },
    setFocus: () => { form.showTab(made); button.focus(); },
    sections: collection(() => sections, (one) => one.getName()),
  };
  const panel = el('div', { id: panelId, class: 'panel', role: 'tabpanel', 'aria-labelledby': tabId, 'data-panel': tab.name, hidden: true },
    ...tab.columns.map((column) => {
      const box = el('div', { class: 'column' }, ...column.sections.map((section) => sectionOf(form, section, made, sections)));
      box.style.flex = '1 1 ' + (column.width || '100%');
      return box;
    }));
  button.hidden = !tab.visible;
  list.append(button);
  panels.push(panel);
  return made;
}

function sectionOf(form, section, tab, sections) {
  const titleId = freshId('section');
  const title = el('h2', { id: titleId }, section.label);
  const element = el('section', { class: 'section', role: 'group', 'data-section': section.name, 'aria-labelledby': titleId }, title,
    el('div', { class: 'cells', 'data-columns': section.columns }, ...section.rows.flat().map((cell) => cellOf(form, cell, tab, false, section.label))));
  title.classList.toggle('unseen', !section.showLabel);
  element.hidden = !section.visible;
  sections.push({
    getName: () => section.name,
    getLabel: () => title.textContent,
    setLabel: (label) => { title.textContent = label; },
    getVisible: () => !element.hidden,
    setVisible: (visible) => { element.hidden = !visible; },
    getParent: () => tab,
    controls: collection(() => form.controls.filter((one) => element.contains(one.element)), (one) => one.getName()),
  });
  return element;
}

function cellOf(form, cell, tab, isHeader, sectionLabel) {
  if (cell.control === null) {
    return el('div', { class: 'cell empty' });
  }

  const given = cell.control;
  const attribute = given.column ? form.attribute(given.column) : null;
  if (given.column && attribute === null) {
    throw new Error('The form ' + form.definition.label + ' shows the column ' + given.column + ', which ' + form.table.logicalName + ' does not have.');
  }

  const label = cell.label || (attribute ? attribute.column.label : given.id);
  const control = new Control({ id: given.id, label, disabled: given.disabled, visible: cell.visible, kind: 'standard' }, attribute, form);
  control.tab = tab;
  control.rows = cell.rowspan;
  control.hidesLabel = !cell.showLabel || cell.label === '' || cell.label === sectionLabel;
  form.controls.push(control);
  attribute?.bound.push(control);
  control.element = attribute ? fieldOf(control, isHeader) : partOf(control, given, cell);
  control.element.style.gridColumn = cell.colspan > 1 ? '1 / -1' : '';
  return control.element;
}
