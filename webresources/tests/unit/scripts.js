import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { runInThisContext } from 'node:vm';

/** The folder that is packed. */
export const root = resolve(process.cwd(), 'smsys_') + '/';

/** The repository. */
export const repository = resolve(process.cwd(), '..') + '/';

/** Runs the very files that lie in Dynamics, as a browser does: one after the other, in the global scope. */
export function load(...names) {
  globalThis.smSys = undefined;
  for (const name of ['tables', 'client', ...names]) {
    const file = root + 'js/smsys.' + name + '.js';
    runInThisContext(readFileSync(file, 'utf8'), { filename: file });
  }

  return globalThis.smSys;
}

/** The words of a language as the server serves them. */
export function resx(lcid) {
  return readFileSync(root + 'strings/smsys.' + lcid + '.resx', 'utf8');
}
