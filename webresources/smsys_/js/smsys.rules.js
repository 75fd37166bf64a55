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

  /** Answers by the name of the privilege. @type {Map<string, Promise<boolean>>} */
  const known = new Map();

  /**
   * A security role of the user, or of a team of the user, gives the privilege. What cannot be found out is let through: the
   * server refuses what is forbidden, with a sentence.
   * @param {string} privilege For example prvCreateActivity.
   * @returns {Promise<boolean>}
   */
  function may(privilege) {
    const answer = known.get(privilege) || ask(privilege);
    known.set(privilege, answer);
    return answer;
  }

  /** @param {string} privilege @returns {Promise<boolean>} */
  async function ask(privilege) {
    try {
      // The function that the rule recommends is not there on-premises; this is asked once, for one privilege.
      // eslint-disable-next-line @microsoft/power-apps/use-getsecurityroleprivilegesinfo
      const own = Xrm.Utility.getGlobalContext().userSettings.securityRolePrivileges;
      const found = await Xrm.WebApi.retrieveMultipleRecords('privilege', "?$select=privilegeid&$filter=name eq '" + privilege + "'");
      return !own || found.entities.length === 0 || own.map(plain).indexOf(plain(found.entities[0].privilegeid)) >= 0;
    } catch (refused) {
      return true;
    }
  }

  /** @param {string} id @returns {string} */
  function plain(id) {
    return id.replace(/[{}]/g, '').toLowerCase();
  }

  return Object.freeze({ inState, may });
}());
