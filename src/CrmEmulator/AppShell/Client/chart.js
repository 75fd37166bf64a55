/** Runs a chart's aggregate over a view and draws it; the same figures stand in a table for those who do not see. */
import * as api from './api.js';
import { bars, lines, rings } from './chart-svg.js';
import { el } from './dom.js';
import * as fetchXml from './fetch.js';
import { dateTime, formatted, number, optionLabel } from './format.js';
import { isPersian, say } from './session.js';

/** @returns {Promise<HTMLElement>} */
export async function drawChart(table, chart, viewXml) {
  const { value: rows } = await api.fetchRows(table.setName, fetchXml.ofView(chart.fetchXml, viewXml));
  const data = await sort(chart, rows);
  const type = (chart.series[0] || { type: 'Column' }).type;
  const figure = el('figure', { class: 'chart', 'data-chart': chart.id }, el('figcaption', {}, chart.label));
  figure.append(...(data.series.every((one) => one.values.every((value) => value === null)) ? [el('p', { class: 'hint' }, say('nothing'))] : [picture(type, data, chart.label), el('details', {}, el('summary', {}, say('asTable')), tableOf(chart, data))]));
  return figure;
}

function picture(type, data, title) {
  switch (type) {
    case 'Bar': case 'StackedBar': return bars(data, title, { isLying: true, isStacked: type === 'StackedBar' });
    case 'Column': case 'StackedColumn': return bars(data, title, { isLying: false, isStacked: type === 'StackedColumn' });
    case 'Line': return lines(data, title);
    case 'Pie': case 'Doughnut': return rings(data, title, type === 'Doughnut');
    default: throw new Error('The emulator cannot draw charts of the type ' + type + '.');
  }
}

/** Categories and series out of the aggregate's rows: one series a measure, or one a value of the second grouping. No value, the mean of nothing, is null. */
async function sort(chart, rows) {
  const [first, second] = [chart.groups.find((group) => group.alias === chart.category) || chart.groups[0], chart.groups.find((group) => group.alias !== chart.category)];
  const categories = [];
  const series = new Map();
  for (const row of rows) {
    const category = await label(first, row);
    if (!categories.includes(category)) {
      categories.push(category);
    }

    for (const measure of chart.measures) {
      const name = second ? await label(second, row) : measure.label;
      const values = series.get(name) || series.set(name, new Map()).get(name);
      const value = row[measure.alias] ?? null;
      values.set(category, value === null ? null : Number(value));
    }
  }

  return { categories, series: Array.from(series, ([name, values]) => ({ name, values: categories.map((category) => (values.has(category) ? values.get(category) : 0)) })) };
}

async function label(group, row) {
  const value = row[group.alias];
  if (value === undefined || value === null) {
    return say('noValue');
  }

  const column = (await api.table(group.table)).columns[group.column];
  if (group.dateGrouping) {
    return period(group, row, value);
  }

  return optionLabel(column, Number(value)) ?? row[group.alias + formatted] ?? String(value);
}

function period(group, row, value) {
  return typeof value === 'string' && value.includes('-') ? dateTime(value, true) : (isPersian() ? null : row[group.alias + formatted]) ?? number(value);
}

function tableOf(chart, data) {
  return el('table', {}, el('caption', {}, chart.label),
    el('thead', {}, el('tr', {}, el('td'), ...data.series.map((one) => el('th', { scope: 'col' }, one.name)))),
    el('tbody', {}, ...data.categories.map((category, at) => el('tr', {}, el('th', { scope: 'row' }, category), ...data.series.map((one) => el('td', { class: 'figure' }, one.values[at] === null ? '–' : number(one.values[at], 2)))))));
}
