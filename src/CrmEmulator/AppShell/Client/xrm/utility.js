/** Xrm.Utility with the global context. */
import * as api from '../api.js';
import * as dialogs from '../dialogs.js';
import { lookupDialog } from '../lookup-dialog.js';
import { session } from '../session.js';
import { collection } from './collection.js';
import { without } from './unsupported.js';

const braced = (id) => '{' + id.toUpperCase() + '}';

function globalContext() {
  const roles = session.roles.map((role) => ({ id: role.id, name: role.name }));
  return without({
    userSettings: without({
      languageId: session.language,
      userId: braced(session.user.id),
      userName: session.user.name,
      securityRoles: session.roles.map((role) => role.id),
      securityRolePrivileges: session.privilegeIds,
      roles: collection(() => roles, (role) => role.name),
      isRTL: session.language === 1065,
      getTimeZoneOffsetMinutes: () => session.offsetMinutes,
    }, 'userSettings', []),
    organizationSettings: { languageId: session.organization.language, organizationId: braced(session.organization.id), uniqueName: session.organization.name, isAutoSaveEnabled: false },
    client: { getClient: () => 'Web', getClientState: () => 'Online', getFormFactor: () => 1, isOffline: () => false },
    getClientUrl: () => location.origin,
    getCurrentAppUrl: () => location.origin + '/main.aspx?app=' + (new URLSearchParams(location.search).get('app') || ''),
    getVersion: () => '9.0.2.0',
    isOnPremises: () => true,
    getWebResourceUrl: (name) => location.origin + '/WebResources/' + name,
    getQueryStringParameters: () => Object.fromEntries(new URLSearchParams(location.search)),
    prependOrgName: (path) => path,
  }, 'Xrm.Utility.getGlobalContext()', ['getAdvancedConfigSetting', 'getCurrentAppName', 'getCurrentAppProperties', 'saveSetting', 'getCurrentAppSetting']);
}

/** Texts of RESX web resources in the user's language, by name without language and ending. */
const resources = new Map();

async function loadResource(name) {
  const answer = await fetch('/WebResources/' + name + '.' + session.language + '.resx');
  const file = new DOMParser().parseFromString(answer.ok ? await answer.text() : '<root/>', 'application/xml');
  return new Map(Array.from(file.querySelectorAll('data'), (entry) => [entry.getAttribute('name'), entry.querySelector('value')?.textContent || '']));
}

/** Scripts ask for texts without waiting, so all are loaded before a script runs; Dynamics loads those that a script depends on. */
export async function prepareTexts() {
  for (const name of session.texts) {
    resources.set(name, await loadResource(name));
  }
}

async function getEntityMetadata(name) {
  const table = await api.table(name);
  const attributes = Object.entries(table.columns).map(([logicalName, column]) => ({ LogicalName: logicalName, DisplayName: column.label, AttributeTypeName: column.kind, OptionSet: Object.fromEntries((column.options || []).map((one) => [one.value, { value: one.value, text: one.label }])) }));
  return {
    LogicalName: table.logicalName, EntitySetName: table.setName, PrimaryIdAttribute: table.primaryId, PrimaryNameAttribute: table.primaryName,
    DisplayName: table.label, DisplayCollectionName: table.plural, ObjectTypeCode: table.objectTypeCode, IsActivity: table.isActivity,
    Attributes: collection(() => attributes, (one) => one.LogicalName),
  };
}

export const utility = without({
  getGlobalContext: globalContext,
  getEntityMetadata,
  getResourceString(name, key) {
    const words = resources.get(name);
    if (words === undefined) {
      throw new Error('The organisation has no RESX web resource ' + name + ' for the language ' + session.language + '.');
    }

    return words.get(key) ?? null;
  },
  lookupObjects: (options) => lookupDialog(options),
  refreshParentGrid: () => {},
  showProgressIndicator: (message) => dialogs.showProgress(message),
  closeProgressIndicator: () => dialogs.closeProgress(),
}, 'Xrm.Utility', ['getAllowedStatusTransitions', 'invokeProcessAction', 'getLearningPathAttributeName', 'getPageContext']);
