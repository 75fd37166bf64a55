/** Who is signed in, in which language, with which privileges. */
import { shell } from './api.js';
import { speaker } from './words.js';

/** @type {any} */
export let session = null;

/** @type {(key: string, ...values: Array<string | number>) => string} */
export let say = () => '';

export async function loadSession() {
  session = await shell('session');
  say = speaker(session.language);
  return session;
}

export const isPersian = () => session.language === 1065;
export const locale = () => (isPersian() ? 'fa-IR' : 'en-GB');

/** The depth of a privilege: 0 none, 1 own rows, 2 business unit, 4 units below, 8 all; tables without privileges are open. */
export function depth(tableName, action) {
  const privileges = session.privileges[tableName];
  return privileges === undefined ? 8 : privileges[action] || 0;
}
