/** The Web API as the signed-in user (the session cookie goes along), and the shell's own metadata. */

export const root = '/api/data/v9.1/';

/** What the Web API refused, in Dynamics' own words, in the shape that Xrm.WebApi rejects with. */
export class ApiError extends Error {
  constructor(status, error) {
    super(error.message || 'HTTP ' + status);
    this.status = status;
    this.code = error.code;
    this.errorCode = error.code ? Number.parseInt(error.code, 16) : status;
  }
}

/**
 * @param {string} method
 * @param {string} path Below the API's address.
 * @param {unknown} [body]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<{ json: any, headers: Headers }>}
 */
export async function call(method, path, body, headers = {}) {
  const answer = await fetch(path.startsWith('/') ? path : root + path, {
    method,
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json; charset=utf-8', 'OData-MaxVersion': '4.0', 'OData-Version': '4.0', Prefer: 'odata.include-annotations="*"', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new ApiError(answer.status, errorOf(text));
  }

  return { json: text === '' ? null : JSON.parse(text), headers: answer.headers };
}

function errorOf(text) {
  try {
    return JSON.parse(text).error || {};
  } catch {
    return { message: text };
  }
}

const asked = new Map();

/** What the shell's server knows: asked once. @param {string} path Below /shell/. @returns {Promise<any>} */
export function shell(path) {
  if (!asked.has(path)) {
    asked.set(path, call('GET', '/shell/' + path).then((answer) => answer.json));
  }

  return asked.get(path);
}

export const table = (name) => shell('tables/' + name);
export const view = (id) => shell('views/' + id);
export const chart = (id) => shell('charts/' + id);
export const dashboard = (id) => shell('dashboards/' + id);
export const relationship = (name) => shell('relationships/' + name);
export const ribbon = (name, place) => shell('tables/' + name + '/ribbon/' + place);
export const form = (name, id, kind = 'main') => shell('tables/' + name + '/form?kind=' + kind + (id ? '&id=' + id : ''));
export const access = async (name, id) => (await call('GET', '/shell/tables/' + name + '/access/' + id)).json;

/** Runs a fetch. @param {string} setName @param {string} fetchXml @returns {Promise<any>} The whole answer. */
export async function fetchRows(setName, fetchXml) {
  return (await call('GET', setName + '?fetchXml=' + encodeURIComponent(fetchXml))).json;
}
