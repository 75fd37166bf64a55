/** Members that the real client API has and the emulator has not: they are there, and calling one says so by name. */

/**
 * @template T
 * @param {T} object
 * @param {string} path How scripts reach the object.
 * @param {string[]} names
 * @returns {T}
 */
export function without(object, path, names) {
  for (const name of names) {
    if (!(name in object)) {
      object[name] = () => { throw new Error('The emulator\'s client API does not support ' + path + '.' + name + '.'); };
    }
  }

  return object;
}
