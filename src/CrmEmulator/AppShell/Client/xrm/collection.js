/** A collection as the client API has it: get() by nothing, name, index or predicate; forEach; getLength. */
export function collection(items, nameOf) {
  return {
    get(wanted) {
      const all = items();
      if (wanted === undefined || wanted === null) {
        return all;
      }

      if (typeof wanted === 'string') {
        return all.find((one) => nameOf(one) === wanted) || null;
      }

      return typeof wanted === 'number' ? all[wanted] || null : all.filter((one, index) => wanted(one, index));
    },
    getByName: (name) => items().find((one) => nameOf(one) === name) || null,
    forEach: (act) => items().forEach((one, index) => act(one, index)),
    getLength: () => items().length,
  };
}
