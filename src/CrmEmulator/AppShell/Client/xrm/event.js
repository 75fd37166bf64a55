/** The execution context that handlers get. */

/** @param {any} formContext @param {any} source @param {object} [eventArguments] */
export function executionContext(formContext, source, eventArguments = null, depth = 1) {
  const shared = new Map();
  return {
    getFormContext: () => formContext,
    getEventSource: () => source,
    getEventArgs: () => eventArguments,
    getDepth: () => depth,
    getContext: () => window.Xrm.Utility.getGlobalContext(),
    getSharedVariable: (key) => (shared.has(key) ? shared.get(key) : null),
    setSharedVariable: (key, value) => { shared.set(key, value); },
  };
}

/** What a save handler can do. Modes: 1 save, 2 save and close. */
export function saveArguments(mode) {
  let prevented = false;
  return { getSaveMode: () => mode, preventDefault: () => { prevented = true; }, isDefaultPrevented: () => prevented };
}
