/** Loads script web resources, each once, and finds functions by their dotted name. */
import { el } from './dom.js';

const loaded = new Map();

/** @param {string} name Of a web resource. */
export function load(name) {
  if (!loaded.has(name)) {
    loaded.set(name, new Promise((done, failed) => {
      document.head.append(el('script', { src: '/WebResources/' + name, onload: () => done(), onerror: () => failed(new Error('The script web resource ' + name + ' could not be loaded.')) }));
    }));
  }

  return loaded.get(name);
}

/** @param {string} path For example smSys.sms.load. @returns {{ run: (...given: any[]) => any }} */
export function functionAt(path) {
  let owner = window;
  const parts = path.split('.');
  for (const part of parts.slice(0, -1)) {
    owner = owner === undefined || owner === null ? undefined : owner[part];
  }

  const found = owner === undefined || owner === null ? undefined : owner[parts[parts.length - 1]];
  if (typeof found !== 'function') {
    throw new Error('No loaded script has the function ' + path + '.');
  }

  return { run: (...given) => found.apply(owner, given) };
}
