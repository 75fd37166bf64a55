/** A sub-grid: the rows related to the form's row, with the ribbon of their table. */
import * as api from '../api.js';
import { go } from '../address.js';
import { el, fill } from '../dom.js';
import * as fetchXml from '../fetch.js';
import { Grid } from '../grid.js';
import { lookupDialog } from '../lookup-dialog.js';
import { Ribbon } from '../ribbon.js';
import { depth, say } from '../session.js';
import { gridContext } from '../xrm/grid-context.js';

/** @param {import('../xrm/control.js').Control} control @param {any} given */
export function subGrid(control, given) {
  control.kind = 'subgrid';
  const title = el('h3', { class: control.hidesLabel ? 'unseen' : null }, control.label);
  const body = el('div', {}, el('p', { class: 'hint' }, say('saveFirst')));
  const element = el('div', { class: 'sub-grid', 'data-control': given.id, 'data-relationship': given.parameters.RelationshipName || null }, title, body);
  control.draw = () => { element.hidden = !control.visible; };
  control.start = async () => {
    if (!control.form.isNew()) {
      await begin(control, given, body);
    }
  };
  return element;
}

async function begin(control, given, body) {
  const { form } = control;
  const related = given.parameters.RelationshipName ? await api.relationship(given.parameters.RelationshipName) : null;
  const table = await api.table(given.parameters.TargetEntityType || otherOf(related, form.table.logicalName));
  let ribbon = null;
  const grid = new Grid({
    table, name: given.id, pageSize: Number(given.parameters.RecordsPerPage) || 10,
    conditions: (fetch) => restrict(fetch, related, form, table),
    onSelect: () => { void ribbon?.refresh(); },
  });
  Object.assign(control, gridContext(grid, { name: given.id, relationship: related === null ? null : { name: given.parameters.RelationshipName }, refreshRibbon: () => { void ribbon.refresh(); } }), { redraw: control.redraw });
  ribbon = new Ribbon({
    table, place: 'SubGrid', primaryControl: form.context, selectedControl: control, primaryTable: form.table.logicalName, primaryIds: () => [form.id],
    ids: () => [...grid.selected], allIds: () => grid.rows.map((row) => row[table.primaryId]), own: ownCommands(related, form, table, grid),
  });
  fill(body, ribbon.element, grid.element);
  const view = given.parameters.ViewId ? given.parameters.ViewId.replace(/[{}]/g, '') : (table.views.find((one) => one.kind === 2) || table.views.find((one) => one.kind === 0 && one.isDefault) || table.views[0]).id;
  await grid.show(view);
  await ribbon.refresh();
}

function otherOf(related, own) {
  return related.kind === 'OneToMany' ? related.many : related.first === own ? related.second : related.first;
}

function restrict(fetch, related, form, table) {
  if (related === null) {
    return;
  }

  if (related.kind === 'OneToMany') {
    fetchXml.restrict(fetch, [{ attribute: related.column, operator: 'eq', value: form.id }]);
    return;
  }

  const isFirst = related.first === form.table.logicalName;
  const [own, other] = isFirst ? [related.firstColumn, related.secondColumn] : [related.secondColumn, related.firstColumn];
  fetchXml.link(fetch, related.intersect, other, table.primaryId, [{ attribute: own, operator: 'eq', value: form.id }]);
}

function ownCommands(related, form, table, grid) {
  const commands = [{ name: 'shell.refresh', label: say('refresh'), run: () => grid.refresh() }];
  if (related !== null && related.kind === 'OneToMany' && depth(table.logicalName, 'Create') > 0) {
    const extra = new URLSearchParams({ [related.column]: form.id, [related.column + 'type']: form.table.logicalName, [related.column + 'name']: form.title() });
    commands.unshift({ name: 'shell.new', label: say('new'), run: () => go({ pageType: 'entityrecord', table: table.logicalName, extra: extra.toString() }) });
  } else if (related !== null) {
    commands.unshift({ name: 'shell.addExisting', label: say('addExisting'), run: () => addExisting(related, form, table, grid) });
    commands.push({ name: 'shell.removeLink', label: say('remove', ''), greyed: () => (grid.selected.size > 0 ? null : say('selectAny')), run: () => removeLinks(related, form, grid) });
  }

  return commands;
}

async function addExisting(related, form, table, grid) {
  const rows = await lookupDialog({ entityTypes: [table.logicalName], allowMultiSelect: true });
  for (const row of rows) {
    const target = location.origin + api.root + table.setName + '(' + row.id.replace(/[{}]/g, '').toLowerCase() + ')';
    await api.call('POST', form.table.setName + '(' + form.id + ')/' + related.name + '/$ref', { '@odata.id': target });
  }

  await grid.refresh();
}

async function removeLinks(related, form, grid) {
  for (const id of grid.selected) {
    await api.call('DELETE', form.table.setName + '(' + form.id + ')/' + related.name + '(' + id + ')/$ref');
  }

  await grid.refresh();
}

