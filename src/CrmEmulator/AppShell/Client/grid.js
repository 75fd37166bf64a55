/** A grid: the rows of a view, sorted by column, searched, in pages, selectable. Used by lists, sub-grids, dashboards and lookups. */
import * as api from './api.js';
import { addressOf, follow } from './address.js';
import { el, fill } from './dom.js';
import * as fetchXml from './fetch.js';
import { cellText, number, total } from './format.js';
import { cellsOf } from './grid-cells.js';
import { columnsOf, conditionOf } from './grid-filter.js';
import { headRow } from './grid-head.js';
import { say } from './session.js';

/** Columns fade where there are more of them to scroll to. */
function showEdges(region) {
  const at = Math.abs(region.scrollLeft);
  region.classList.toggle('more-before', at > 1);
  region.classList.toggle('more-after', at < region.scrollWidth - region.clientWidth - 1);
}

export class Grid {
  /**
   * @param {{ table: any, name?: string, pageSize?: number, conditions?: (fetch: Document) => void, onSelect?: () => void, onDrawn?: () => void, opens?: boolean, extra?: object }} options
   */
  constructor(options) {
    this.options = options;
    this.table = options.table;
    this.pageSize = options.pageSize || 50;
    this.element = el('div', { class: 'grid', 'data-grid': options.name || this.table.logicalName, 'data-table': this.table.logicalName });
    this.selected = new Set();
    this.rows = [];
    this.search = '';
    this.order = null;
    /** @type {Map<string, import('./grid-filter.js').Filter>} By column. */
    this.filters = new Map();
    /** Whose head the Tab key reaches; empty: the box that selects all. */
    this.headAt = '';
    this.restart();
  }

  restart() {
    this.page = 1;
    this.cookies = [null];
    this.selected.clear();
  }

  /** @param {string} id Of a view. */
  async show(id) {
    this.view = await api.view(id);
    this.columns = await columnsOf(this.view, this.table);
    this.order = null;
    this.filters.clear();
    this.restart();
    await this.refresh();
  }

  find(text) {
    this.search = text.trim();
    this.restart();
    return this.refresh();
  }

  /** The view's fetch with what was chosen here: conditions, search and order. */
  query() {
    const fetch = fetchXml.parse(this.view.fetchXml);
    if (this.options.conditions) {
      this.options.conditions(fetch);
    }

    if (this.search !== '') {
      fetchXml.find(fetch, this.table, this.view.find, this.search);
    }

    fetchXml.restrict(fetch, Array.from(this.filters, ([name, filter]) => conditionOf(name, this.columns.get(name), filter)));
    if (this.order !== null) {
      fetchXml.sort(fetch, this.order.name, this.order.isDescending);
    }

    return fetch;
  }

  async refresh() {
    this.element.setAttribute('aria-busy', 'true');
    try {
      const fetch = this.query();
      fetchXml.page(fetch, this.page, this.pageSize, this.cookies[this.page - 1]);
      const answer = await api.fetchRows(this.table.setName, fetchXml.write(fetch));
      this.rows = answer.value;
      this.more = answer['@Microsoft.Dynamics.CRM.morerecords'];
      this.cookies[this.page] = fetchXml.cookieOf(answer['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie']);
      this.count = answer['@Microsoft.Dynamics.CRM.totalrecordcount'];
      this.isExceeded = answer['@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'];
      const shown = new Set(this.rows.map((row) => row[this.table.primaryId]));
      this.selected = new Set([...this.selected].filter((id) => shown.has(id)));
      this.draw();
    } catch (problem) {
      this.rows = [];
      fill(this.element, el('p', { class: 'problem', role: 'alert' }, problem.message));
    } finally {
      this.element.removeAttribute('aria-busy');
      this.options.onDrawn?.();
      this.options.onSelect?.();
    }
  }

  draw() {
    const head = headRow(this, this.checkbox(say('selectAll'), this.rows.length > 0 && this.selected.size === this.rows.length, (on) => this.selectAll(on)));
    const body = this.rows.map((row) => this.row(row));
    if (body.length === 0) {
      body.push(el('tr', { class: 'empty' }, el('td', { colspan: this.view.columns.length + 1 }, say(this.search === '' && this.filters.size === 0 ? 'noRows' : 'noRowsFound'))));
    }

    const region = el('div', { class: 'grid-rows', tabindex: '0', role: 'region', 'aria-label': this.view.label, onscroll: () => showEdges(region) },
      el('table', { 'aria-label': this.view.label }, el('thead', {}, head), el('tbody', {}, ...body)));
    new ResizeObserver(() => showEdges(region)).observe(region);
    fill(this.element, region, this.footer());
  }

  /** Sorts by a column; once more: the other way round. */
  async sort(name) {
    this.order = { name, isDescending: this.order !== null && this.order.name === name && !this.order.isDescending };
    this.page = 1;
    this.cookies = [null];
    await this.refresh();
    this.focusHead(name);
  }

  focusHead(name) {
    this.element.querySelector(`th[data-column="${name}"] button.sort`)?.focus();
  }

  /** @param {import('./grid-filter.js').Filter | undefined} filter Undefined: the column is filtered no more. */
  async filter(name, filter) {
    if (filter === undefined) {
      this.filters.delete(name);
    } else {
      this.filters.set(name, filter);
    }

    this.restart();
    await this.refresh();
    this.focusHead(name);
  }

  row(row) {
    const id = row[this.table.primaryId];
    const name = this.table.primaryName ? cellText(row, this.table.primaryName, this.table.columns[this.table.primaryName]) : id;
    const mark = this.checkbox(say('selectRow', name || id), this.selected.has(id), (on) => this.select(id, on));
    return el('tr', { 'data-id': id, 'aria-selected': String(this.selected.has(id)), ondblclick: () => this.open(row) }, el('td', { class: 'pick' }, mark), ...cellsOf(this, row));
  }

  /** Where a row's link leads; activities of all kinds lead to their own form. */
  placeOf(row) {
    const table = this.table.logicalName === 'activitypointer' ? row.activitytypecode : this.table.logicalName;
    return { pageType: 'entityrecord', table, id: row[this.table.primaryId] };
  }

  open(row) {
    if (this.options.opens !== false) {
      const link = el('a', { href: addressOf(this.placeOf(row)) });
      link.addEventListener('click', (event) => follow(event, this.placeOf(row)));
      link.click();
    }
  }

  checkbox(label, on, changed) {
    const box = el('input', { type: 'checkbox', 'aria-label': label, onchange: () => changed(box.checked) });
    box.checked = on;
    return box;
  }

  select(id, on) {
    this.selected[on ? 'add' : 'delete'](id);
    const row = this.element.querySelector(`tr[data-id="${id}"]`);
    row?.setAttribute('aria-selected', String(on));
    this.picked.textContent = this.pickedText();
    this.options.onSelect?.();
  }

  selectAll(on) {
    this.selected = new Set(on ? this.rows.map((row) => row[this.table.primaryId]) : []);
    this.draw();
    this.element.querySelector('thead input')?.focus();
    this.options.onSelect?.();
  }

  pickedText() {
    return this.selected.size === 0 ? '' : say('selected', number(this.selected.size));
  }

  footer() {
    const first = (this.page - 1) * this.pageSize + 1;
    this.picked = el('span', { class: 'picked', 'aria-live': 'polite' }, this.pickedText());
    const turn = (by) => () => { this.page += by; this.selected.clear(); void this.refresh(); };
    return el('div', { class: 'grid-foot', hidden: this.rows.length === 0 && this.page === 1 },
      el('span', { class: 'count' }, this.rows.length === 0 ? '' : say('rows', number(first), number(first + this.rows.length - 1), total(this.count, this.isExceeded))), this.picked,
      el('button', { type: 'button', disabled: this.page === 1, 'data-action': 'previous', 'aria-label': say('previous'), onclick: turn(-1) }, '‹'),
      el('span', {}, say('pageOf', number(this.page))),
      el('button', { type: 'button', disabled: !this.more, 'data-action': 'next', 'aria-label': say('next'), onclick: turn(1) }, '›'));
  }
}
