/** A dashboard: views, charts and web resources side by side. */
import * as api from './api.js';
import { current, go } from './address.js';
import { drawChart } from './chart.js';
import { el, fill, freshId } from './dom.js';
import { Grid } from './grid.js';
import { say, session } from './session.js';

/** @param {HTMLElement} main @param {import('./address.js').Place} place */
export async function showDashboard(main, place) {
  const definition = await api.dashboard(place.view);
  const pickerId = freshId('dashboard');
  const picker = el('select', { id: pickerId, 'data-picker': 'dashboard', onchange: () => { void go({ ...current(), view: picker.value }); } }, ...session.dashboards.map((one) => el('option', { value: one.id }, one.label)));
  picker.value = place.view;
  document.title = definition.label;
  const cells = definition.tabs.flatMap((tab) => tab.columns).flatMap((column) => column.sections).flatMap((section) => section.rows.flat().map((cell) => ({ cell, columns: section.columns })));
  const drawn = cells.map(({ cell, columns }) => ({ cell, element: partOf(cell, columns) }));
  fill(main, el('div', { class: 'list-head' }, el('h1', {}, el('label', { for: pickerId }, say('dashboard'))), el('div', { class: 'picker' }, picker)),
    el('div', { class: 'dashboard' }, ...drawn.map((one) => one.element)));
  await Promise.all(drawn.map((one) => start(one.cell, one.element.querySelector('.dashboard-body'))));
}

function partOf(cell, columns) {
  const titleId = freshId('part');
  const element = el('section', { class: 'dashboard-part', role: 'group', 'aria-labelledby': titleId, 'data-control': cell.control.id }, el('h2', { id: titleId }, cell.label), el('div', { class: 'dashboard-body' }));
  element.style.gridColumn = 'span ' + Math.max(1, Math.round((12 * cell.colspan) / columns));
  return element;
}

async function start(cell, body) {
  const given = cell.control.parameters;
  try {
    if (given.Url) {
      body.append(el('iframe', { title: cell.label, src: '/WebResources/' + given.Url, class: 'web-resource' }));
      return;
    }

    const table = await api.table(given.TargetEntityType);
    const view = given.ViewId.replace(/[{}]/g, '');
    if (given.ChartGridMode === 'Chart') {
      body.append(await drawChart(table, await api.chart(given.VisualizationId.replace(/[{}]/g, '')), (await api.view(view)).fetchXml));
    } else {
      const grid = new Grid({ table, name: cell.control.id, pageSize: Number(given.RecordsPerPage) || 10 });
      body.append(grid.element);
      await grid.show(view);
    }
  } catch (problem) {
    body.append(el('p', { class: 'problem', role: 'alert' }, problem.message));
  }
}
