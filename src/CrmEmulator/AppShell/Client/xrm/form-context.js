/** formContext: data, attributes, controls and ui of the form that is open. */
import { collection } from './collection.js';
import { without } from './unsupported.js';

const braced = (id) => (id === null ? '' : '{' + id.toUpperCase() + '}');

/** @param {import('../form/form-model.js').FormModel} form */
export function formContext(form) {
  const attributes = collection(() => form.attributes, (one) => one.getName());
  const controls = collection(() => form.controls, (one) => one.getName());
  const entity = without({
    attributes,
    getId: () => braced(form.id),
    getEntityName: () => form.table.logicalName,
    getEntityReference: () => ({ id: braced(form.id), entityType: form.table.logicalName, name: form.title() }),
    getPrimaryAttributeValue: () => form.title(),
    getIsDirty: () => form.isDirty(),
    isValid: () => form.attributes.every((one) => one.isValid()),
    addOnSave: (handler) => { form.saveHandlers.push(handler); },
    removeOnSave: (handler) => { form.saveHandlers = form.saveHandlers.filter((one) => one !== handler); },
    save: (action) => form.save(action === 'saveandclose' ? 2 : 1),
  }, 'formContext.data.entity', ['getDataXml', 'addOnPostSave', 'removeOnPostSave']);
  const data = without({
    entity,
    attributes,
    getIsDirty: () => form.isDirty(),
    isValid: () => entity.isValid(),
    refresh: (saves) => form.refresh(Boolean(saves)),
    save: (options) => form.save((options && options.saveMode) || 1),
    addOnLoad: (handler) => { form.loadHandlers.push(handler); },
    removeOnLoad: (handler) => { form.loadHandlers = form.loadHandlers.filter((one) => one !== handler); },
  }, 'formContext.data', []);
  const ui = without({
    controls,
    tabs: collection(() => form.tabs, (one) => one.getName()),
    setFormNotification: (message, level, uniqueId) => form.notify(message, level, uniqueId),
    clearFormNotification: (uniqueId) => form.unnotify(uniqueId),
    getFormType: () => (form.isNew() ? 1 : form.isReadOnly() ? 3 : 2),
    refreshRibbon: () => { void form.refreshRibbon(); },
    close: () => { history.back(); },
    formSelector: { getCurrentItem: () => ({ getId: () => form.definition.id, getLabel: () => form.definition.label }) },
  }, 'formContext.ui', ['getViewPortHeight', 'getViewPortWidth', 'setFormEntityName', 'addOnLoad', 'removeOnLoad']);
  const find = (all) => (wanted) => all.get(wanted);
  return { data, ui, getAttribute: find(attributes), getControl: find(controls) };
}
