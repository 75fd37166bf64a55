/**
 * The client API of a small organisation, for the window around a page. Runs in the browser: it may use nothing from outside.
 * @param {{ language: number, rows: Record<string, Record<string, any>> }} scene
 */
export function dynamics(scene) {
  const rows = scene.rows;
  const calls = [];
  const find = (table, id) => {
    const row = (rows[table] || {})[id];
    if (!row) {
      throw Object.assign(new Error(table + ' With Id = ' + id + ' Does Not Exist'), { errorCode: 2147746327 });
    }

    return { ...row };
  };
  window.calls = calls;
  window.Xrm = {
    WebApi: {
      createRecord: async (table, row) => {
        calls.push({ what: 'create', table, row });
        await new Promise((go) => setTimeout(go, 30));
        const id = row.activityid || crypto.randomUUID();
        rows[table] = rows[table] || {};
        if (rows[table][id]) {
          throw Object.assign(new Error('Cannot insert duplicate key.'), { errorCode: 2147746359 });
        }

        if (table === 'smsys_sms' && JSON.stringify(row).includes(scene.refused)) {
          throw new Error('The recipient does not want messages of this kind.');
        }

        const answer = table === 'smsys_smsprocess' ? { statecode: 1, smsys_output: scene.output(row), smsys_lastresult: scene.output(row), smsys_lastrunon: new Date().toISOString() } : {};
        rows[table][id] = { ...row, ...answer };
        return { entityType: table, id };
      },
      updateRecord: async (table, id, row) => {
        calls.push({ what: 'update', table, id, row });
        Object.assign(rows[table][id], row);
        return { entityType: table, id };
      },
      retrieveRecord: async (table, id) => find(table, id),
      retrieveMultipleRecords: async (table, options) => {
        calls.push({ what: 'find', table, options });
        const found = options.startsWith('?fetchXml=') ? scene.day : Object.values(rows[table] || {});
        return { entities: found.map((row) => ({ ...row })), nextLink: '' };
      },
    },
    Utility: {
      getGlobalContext: () => ({
        userSettings: { languageId: scene.language },
        getClientUrl: () => location.origin,
        getWebResourceUrl: (name) => '/WebResources/' + name,
      }),
    },
  };
}
