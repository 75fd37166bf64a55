/** Addresses of pages: /main.aspx with pagetype, etn, id, viewid, formid, extraqs, as in the real client. */

/** @typedef {{ app?: string, pageType?: string, table?: string, id?: string, view?: string, form?: string, extra?: string, chart?: string }} Place */

const names = { app: 'app', pageType: 'pagetype', table: 'etn', id: 'id', view: 'viewid', form: 'formid', extra: 'extraqs', chart: 'chartid' };

/** @returns {Place} */
export function current() {
  const query = new URLSearchParams(location.search);
  const place = {};
  for (const [key, name] of Object.entries(names)) {
    if (query.has(name)) {
      place[key] = query.get(name);
    }
  }

  return place;
}

/** @param {Place} place @returns {string} */
export function addressOf(place) {
  const query = new URLSearchParams();
  const full = { app: current().app, ...place };
  for (const [key, name] of Object.entries(names)) {
    if (full[key]) {
      query.set(name, full[key]);
    }
  }

  return '/main.aspx?' + query;
}

/** @type {(leave: boolean) => Promise<void>} */
let draw = async () => {};

/** @type {() => Promise<boolean>} Whether the page may be left. */
let mayLeave = async () => true;

export function onDraw(listener) {
  draw = listener;
  window.addEventListener('popstate', () => { void draw(); });
}

/** Asked before another page is drawn. */
export function guard(listener) {
  mayLeave = listener;
}

/** @param {Place} place */
export async function go(place, replaces = false) {
  if (await mayLeave()) {
    mayLeave = async () => true;
    history[replaces ? 'replaceState' : 'pushState']({}, '', addressOf(place));
    await draw();
  }
}

/** @type {(place: Place) => void} */
let moved = () => {};

export function onMove(listener) {
  moved = listener;
}

/** The page shows another view now: its address says so, without drawing it anew. @param {string} view */
export function showsView(view) {
  const place = { ...current(), view };
  history.replaceState({}, '', addressOf(place));
  moved(place);
}

/** Lets a link be followed without loading the page anew; modified clicks are the browser's. */
export function follow(event, place) {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    void go(place);
  }
}
