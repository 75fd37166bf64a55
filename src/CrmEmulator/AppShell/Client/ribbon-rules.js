/** Display and enable rules of ribbons. */
import * as api from './api.js';
import * as library from './library.js';
import { parameterOf } from './ribbon-parameters.js';
import { depth } from './session.js';

const depths = { None: 0, Basic: 1, Local: 2, Deep: 4, Global: 8 };

export async function isDisplayed(references, context) {
  return every(references, context);
}

export async function isEnabled(references, context) {
  return every(references, context);
}

async function every(references, context) {
  for (const reference of references) {
    const holds = reference.rules === null ? await platform(reference.id, context) : await all(reference.rules, context);
    if (!holds) {
      return false;
    }
  }

  return true;
}

async function all(rules, context) {
  for (const rule of rules) {
    const holds = await judge(rule, context);
    if ((rule.attributes.InvertResult === 'true') === holds) {
      return false;
    }
  }

  return true;
}

async function judge(rule, context) {
  const given = rule.attributes;
  switch (rule.name) {
    case 'SelectionCountRule': {
      const count = context.ids().length;
      return count >= Number(given.Minimum || 0) && (given.Maximum === undefined || count <= Number(given.Maximum));
    }

    case 'EntityPrivilegeRule':
      return depth(given.EntityName || context.table.logicalName, given.PrivilegeType) >= (depths[given.PrivilegeDepth] || 1);
    case 'RecordPrivilegeRule':
      return privileged(given.PrivilegeType, context);
    case 'FormStateRule':
      return context.place === 'Form' && formState(given.State, context);
    case 'ValueRule':
      return String(plain(context.primaryControl.getAttribute(given.Field)?.getValue())) === given.Value;
    case 'CustomRule':
      return custom(rule, context);
    case 'OrRule':
      for (const branch of rule.children) {
        if (await all(branch.children, context)) {
          return true;
        }
      }

      return false;
    default:
      throw new Error('The emulator cannot judge the ribbon rule ' + rule.name + '.');
  }
}

/** Rules that the platform brings. */
async function platform(id, context) {
  switch (id) {
    case 'Mscrm.FormStateNotNew': return formState('Existing', context);
    case 'Mscrm.FormStateNew': return formState('Create', context);
    case 'Mscrm.CanWriteSelected': return privileged('Write', context);
    case 'Mscrm.CanDeleteSelected': return privileged('Delete', context);
    case 'Mscrm.CanWritePrimary': return privileged('Write', context);
    case 'Mscrm.SelectionCountExactlyOne': return context.ids().length === 1;
    case 'Mscrm.SelectionCountAtLeastOne': return context.ids().length > 0;
    default: throw new Error('The emulator does not have the platform\'s ribbon rule ' + id + '.');
  }
}

function formState(state, context) {
  const isNew = context.ids().length === 0;
  return state === 'Create' ? isNew : !isNew;
}

async function privileged(action, context) {
  const ids = context.ids();
  if (depth(context.table.logicalName, action) === 8) {
    return true;
  }

  const rights = await Promise.all(ids.slice(0, 250).map((id) => api.access(context.table.logicalName, id)));
  return rights.every((right) => right[action]);
}

async function custom(rule, context) {
  await library.load(rule.attributes.Library);
  const given = rule.children.map((parameter) => parameterOf(parameter, context));
  const answer = await library.functionAt(rule.attributes.FunctionName).run(...given);
  return answer === undefined || answer === null ? rule.attributes.Default === 'true' : Boolean(answer);
}

const plain = (value) => (value === true ? 1 : value === false ? 0 : value ?? null);
