/** The chart beside a list: chosen from the table's charts, over the rows of the view that is shown. */
import * as api from './api.js';
import { drawChart } from './chart.js';
import { el, fill, freshId } from './dom.js';
import * as fetchXml from './fetch.js';
import { say } from './session.js';

export class ChartPane {
  /** @param {any} table @param {import('./grid.js').Grid} grid */
  constructor(table, grid) {
    Object.assign(this, { table, grid });
    const id = freshId('chart');
    this.select = el('select', { id, 'data-picker': 'chart', onchange: () => { void this.follow(); } }, el('option', { value: '' }, say('noChart')), ...table.charts.map((chart) => el('option', { value: chart.id }, chart.label)));
    this.picker = el('div', { class: 'picker' }, el('label', { for: id }, say('chart')), this.select);
    this.element = el('aside', { class: 'chart-pane', 'aria-label': say('chart'), hidden: true });
  }

  /** Draws again for what the grid shows now. */
  async follow() {
    this.element.hidden = this.select.value === '';
    if (this.element.hidden) {
      return;
    }

    try {
      fill(this.element, await drawChart(this.table, await api.chart(this.select.value), fetchXml.write(this.grid.query())));
    } catch (problem) {
      fill(this.element, el('p', { class: 'problem', role: 'alert' }, problem.message));
    }
  }
}
