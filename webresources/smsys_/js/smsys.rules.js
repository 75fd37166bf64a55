'use strict';

/** Enable rules of the ribbon. Stands alone: a rule loads its own library only. */

var smSys = smSys || {};

smSys.rules = (function () {
  /**
   * None of the rows is known to be in a state that does not allow the command. A grid knows the state only where the view
   * shows it; then the command itself looks.
   * @param {any} control A form's context, or a grid.
   * @param {string} allowed Status reasons, separated by commas.
   * @returns {boolean}
   */
  function inState(control, allowed) {
    const states = allowed.split(',').map(Number);
    return statesOf(control).every((state) => states.indexOf(state) >= 0);
  }

  /** @param {any} control @returns {number[]} */
  function statesOf(control) {
    if (control && control.data && control.data.entity) {
      const state = control.getAttribute('statuscode');
      return state ? [Number(state.getValue())] : [];
    }

    const grid = control && typeof control.getGrid === 'function' ? control.getGrid() : null;
    const rows = grid ? grid.getSelectedRows().get() : [];
    return rows.map(stateOfRow).filter((/** @type {number} */ state) => !Number.isNaN(state));
  }

  /** @param {any} row @returns {number} NaN where the view does not show it. */
  function stateOfRow(row) {
    const entity = row.data ? row.data.entity : row.getData().getEntity();
    const attributes = entity.attributes || (entity.getAttributes ? entity.getAttributes() : null);
    const state = attributes ? attributes.getByName('statuscode') : null;
    const value = state ? state.getValue() : undefined;
    return value === undefined || value === null || value === '' ? NaN : Number(value);
  }

  return Object.freeze({ inState });
}());
