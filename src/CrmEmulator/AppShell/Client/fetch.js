/** Changes to a view's FetchXML: sorting, quick find, pages, further conditions, charts. */

export function parse(xml) {
  return new DOMParser().parseFromString(xml, 'application/xml');
}

export function write(document_) {
  return new XMLSerializer().serializeToString(document_);
}

function make(owner, name, attributes) {
  const made = owner.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'values') {
      made.append(...value.map((one) => Object.assign(owner.createElement('value'), { textContent: one })));
    } else {
      made.setAttribute(key, value);
    }
  }

  return made;
}

const entityOf = (fetch) => fetch.documentElement.querySelector(':scope > entity');

/** Leaves the view's own order for a chosen one; names with a dot belong to a linked table. */
export function sort(fetch, name, isDescending) {
  const entity = entityOf(fetch);
  const at = name.indexOf('.');
  const owner = at < 0 ? entity : Array.from(entity.querySelectorAll('link-entity')).find((link) => link.getAttribute('alias') === name.slice(0, at));
  for (const order of Array.from(fetch.querySelectorAll('order'))) {
    order.remove();
  }

  owner.append(make(fetch, 'order', { attribute: at < 0 ? name : name.slice(at + 1), descending: String(isDescending) }));
}

export function page(fetch, number, size, cookie) {
  const root = fetch.documentElement;
  root.setAttribute('page', String(number));
  root.setAttribute('count', String(size));
  root.setAttribute('returntotalrecordcount', 'true');
  if (cookie) {
    root.setAttribute('paging-cookie', cookie);
  }
}

/** The cookie inside the annotation of an answer. */
export function cookieOf(annotation) {
  const cookie = annotation ? parse(annotation).documentElement.getAttribute('pagingcookie') : null;
  return cookie ? decodeURIComponent(decodeURIComponent(cookie)) : null;
}

/** @param {Array<{ attribute: string, operator: string, value?: string, values?: string[], entityname?: string }>} conditions */
export function restrict(fetch, conditions, type = 'and') {
  const filter = make(fetch, 'filter', { type });
  for (const condition of conditions) {
    filter.append(make(fetch, 'condition', condition));
  }

  if (conditions.length > 0) {
    entityOf(fetch).append(filter);
  }
}

/** Quick find: a star at the beginning looks anywhere, as in Dynamics; choices are found by their label. */
export function find(fetch, table, columns, text) {
  const value = (text.startsWith('*') ? '%' + text.slice(1) : text).replaceAll('*', '%') + '%';
  const conditions = [];
  for (const name of columns) {
    const column = table.columns[name];
    if (column === undefined || ['Text', 'Memo', 'TableName'].includes(column.kind)) {
      conditions.push({ attribute: name, operator: 'like', value });
    } else if (['Lookup', 'Customer', 'Owner', 'Choice', 'State', 'Status'].includes(column.kind)) {
      conditions.push({ attribute: name + 'name', operator: 'like', value });
    } else if (column.kind === 'Integer' && /^-?\d+$/.test(text)) {
      conditions.push({ attribute: name, operator: 'eq', value: text });
    }
  }

  restrict(fetch, conditions, 'or');
}

/** A row of another table that has to stand behind: a many-to-many sub-grid. */
export function link(fetch, name, from, to, conditions) {
  const joined = make(fetch, 'link-entity', { name, from, to });
  const filter = make(fetch, 'filter', { type: 'and' });
  for (const condition of conditions) {
    filter.append(make(fetch, 'condition', condition));
  }

  joined.append(filter);
  entityOf(fetch).append(joined);
}

/** A chart sums up the rows of a view: its fetch with the view's conditions. */
export function ofView(chartXml, viewXml) {
  const chart = parse(chartXml);
  const view = parse(viewXml);
  const entity = entityOf(chart);
  for (const child of Array.from(entityOf(view).children)) {
    if (child.nodeName === 'filter' || child.nodeName === 'link-entity') {
      const copy = chart.importNode(child, true);
      copy.querySelectorAll('attribute, order').forEach((one) => one.remove());
      entity.append(copy);
    }
  }

  return write(chart);
}
