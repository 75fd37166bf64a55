/** Xrm.Navigation. */
import { addressOf, go } from '../address.js';
import * as dialogs from '../dialogs.js';
import { quickCreate } from '../quick-create.js';
import { without } from './unsupported.js';

const plainId = (id) => (id ? String(id).replace(/[{}]/g, '').toLowerCase() : undefined);

function resourceAddress(name, data) {
  const query = new URLSearchParams({ typename: '', type: '', id: '', orgname: 'emulator', userlcid: '', orglcid: '' });
  if (data !== undefined && data !== null) {
    query.set('data', data);
  }

  return '/WebResources/' + name + '?' + query;
}

function sizeOf(size, otherwise) {
  if (size === undefined || size === null) {
    return otherwise;
  }

  return typeof size === 'number' ? size + 'px' : size.value + (size.unit === '%' ? '%' : 'px');
}

async function navigateTo(page, options = {}) {
  switch (page.pageType) {
    case 'webresource':
      if (options.target !== 2) {
        location.assign(resourceAddress(page.webresourceName, page.data));
        return;
      }

      await dialogs.webResource(resourceAddress(page.webresourceName, page.data), options.title || page.webresourceName, { width: sizeOf(options.width, '60rem'), height: sizeOf(options.height, '40rem') });
      return;
    case 'entitylist':
      await go({ pageType: 'entitylist', table: page.entityName, view: plainId(page.viewId) });
      return;
    case 'entityrecord':
      await openForm({ entityName: page.entityName, entityId: page.entityId });
      return;
    case 'dashboard':
      await go({ pageType: 'dashboard', view: plainId(page.dashboardId) });
      return;
    default:
      throw new Error('The emulator\'s client API does not support Xrm.Navigation.navigateTo to ' + page.pageType + '.');
  }
}

async function openForm(options, parameters) {
  if (options.useQuickCreateForm) {
    const made = await quickCreate(options.entityName, { extra: parameters ? new URLSearchParams(parameters).toString() : undefined });
    return { savedEntityReference: made === null ? null : [{ id: made.id, name: made.name, entityType: made.entityType }] };
  }

  const place = { pageType: 'entityrecord', table: options.entityName, id: plainId(options.entityId), form: plainId(options.formId), extra: parameters ? new URLSearchParams(parameters).toString() : undefined };
  if (options.openInNewWindow) {
    window.open(addressOf(place));
  } else {
    await go(place);
  }

  return { savedEntityReference: [] };
}

export const navigation = without({
  openAlertDialog: (strings) => dialogs.alert(strings),
  openConfirmDialog: async (strings) => ({ confirmed: await dialogs.confirm(strings) }),
  openErrorDialog: (options) => dialogs.error({ message: options.message, details: options.details, errorCode: options.errorCode }),
  openForm,
  navigateTo,
  openUrl: (address) => { window.open(address); },
  openWebResource: (name, options, data) => {
    const address = resourceAddress(name, data);
    if (options && options.openInNewWindow) {
      window.open(address, '_blank', 'width=' + (options.width || 800) + ',height=' + (options.height || 600));
    } else {
      void dialogs.webResource(address, name, { width: sizeOf(options && options.width, '60rem'), height: sizeOf(options && options.height, '40rem') });
    }
  },
}, 'Xrm.Navigation', ['openFile', 'openTaskFlow']);

/** A page's address inside a form, with what PassParameters hands over. */
export function embeddedAddress(name, form, passes, data) {
  const query = new URLSearchParams();
  if (passes) {
    query.set('typename', form.table.logicalName);
    query.set('type', String(form.table.objectTypeCode));
    query.set('id', form.id === null ? '' : '{' + form.id.toUpperCase() + '}');
  }

  if (data) {
    query.set('data', data);
  }

  return '/WebResources/' + name + '?' + query;
}

