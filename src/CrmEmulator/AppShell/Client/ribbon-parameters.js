/** Values of CrmParameter and of the plain parameters of ribbon functions. */
import { session } from './session.js';

/** @param {{ name: string, attributes: Record<string, string> }} parameter @param {any} context Of a ribbon. */
export function parameterOf(parameter, context) {
  const value = parameter.attributes.Value;
  switch (parameter.name) {
    case 'StringParameter': return value;
    case 'IntParameter': return Number.parseInt(value, 10);
    case 'DecimalParameter': return Number(value);
    case 'BoolParameter': return value === 'true' || value === '1';
    case 'CrmParameter': return crmParameter(value, context);
    default: throw new Error('The emulator knows no ribbon parameter ' + parameter.name + '.');
  }
}

function crmParameter(name, context) {
  const isForm = context.place === 'Form';
  const ids = () => context.ids().map((id) => '{' + id.toUpperCase() + '}');
  const references = () => context.ids().map((id) => ({ Id: '{' + id.toUpperCase() + '}', Name: context.nameOf ? context.nameOf(id) : '', TypeName: context.table.logicalName, TypeCode: context.table.objectTypeCode }));
  switch (name) {
    case 'PrimaryControl': return context.primaryControl;
    case 'SelectedControl': return context.selectedControl;
    case 'PrimaryEntityTypeName': return isForm || context.place === 'HomepageGrid' ? context.table.logicalName : context.primaryTable;
    case 'PrimaryEntityTypeCode': return context.table.objectTypeCode;
    case 'PrimaryItemIds': case 'FirstPrimaryItemId': {
      const primary = (isForm ? context.ids() : context.primaryIds ? context.primaryIds() : []).map((id) => '{' + id.toUpperCase() + '}');
      return name === 'PrimaryItemIds' ? primary : primary[0] || null;
    }

    case 'SelectedEntityTypeName': return context.table.logicalName;
    case 'SelectedEntityTypeCode': return context.table.objectTypeCode;
    case 'SelectedControlSelectedItemIds': return ids();
    case 'SelectedControlSelectedItemCount': return context.ids().length;
    case 'SelectedControlSelectedItemReferences': return references();
    case 'SelectedControlAllItemIds': return context.allIds().map((id) => '{' + id.toUpperCase() + '}');
    case 'SelectedControlAllItemCount': return context.allIds().length;
    case 'FirstSelectedItemId': return ids()[0] || null;
    case 'OrgName': return session.organization.name;
    case 'OrgLcid': return session.organization.language;
    case 'UserLcid': return session.language;
    default: throw new Error('The emulator does not supply the CrmParameter ' + name + '.');
  }
}
