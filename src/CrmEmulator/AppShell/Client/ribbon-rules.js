/** Display and enable rules of ribbons. */
import * as api from './api.js';
import { number } from './format.js';
import * as library from './library.js';
import { parameterOf } from './ribbon-parameters.js';
import { depth, say } from './session.js';

const depths = { None: 0, Basic: 1, Local: 2, Deep: 4, Global: 8 };

export async function isDisplayed(references, context) {
  return (await failed(references, context)).length === 0;
}

/**
 * Why a command is greyed, in the user's language; null: it is not. What the user may never do is said before what the row's state forbids.
 * @returns {Promise<string | null>}
 */
export async function greyed(references, context) {
  const found = await failed(references, context);
  found.sort((one, other) => Number(other.isRight) - Number(one.isRight));
  return found.length === 0 ? null : found[0].why;
}

/** The references that do not hold. @returns {Promise<Array<{ why: string, isRight: boolean }>>} */
async function failed(references, context) {
  const found = [];
  for (const reference of references) {
    const rule = reference.rules === null ? await failedPlatform(reference.id, context) : await failedRule(reference.rules, context);
    if (rule !== null) {
      const isRight = reference.reason !== null || /PrivilegeRule$/.test(rule.name);
      found.push({ why: reference.reason ?? why(rule, context), isRight });
    }
  }

  return found;
}

async function failedPlatform(id, context) {
  return (await platform(id, context)) ? null : platformRules[id] || { name: id, attributes: {} };
}

async function failedRule(rules, context) {
  for (const rule of rules) {
    const holds = await judge(rule, context);
    if ((rule.attributes.InvertResult === 'true') === holds) {
      return rule;
    }
  }

  return null;
}

async function all(rules, context) {
  return (await failedRule(rules, context)) === null;
}

/** What the platform's own rules are made of, for the words. */
const platformRules = {
  'Mscrm.FormStateNotNew': { name: 'FormStateRule', attributes: { State: 'Existing' } },
  'Mscrm.CanWriteSelected': { name: 'RecordPrivilegeRule', attributes: { PrivilegeType: 'Write' } },
  'Mscrm.CanWritePrimary': { name: 'RecordPrivilegeRule', attributes: { PrivilegeType: 'Write' } },
  'Mscrm.CanDeleteSelected': { name: 'RecordPrivilegeRule', attributes: { PrivilegeType: 'Delete' } },
  'Mscrm.SelectionCountExactlyOne': { name: 'SelectionCountRule', attributes: { Minimum: '1', Maximum: '1' } },
  'Mscrm.SelectionCountAtLeastOne': { name: 'SelectionCountRule', attributes: { Minimum: '1' } },
};

/** @returns {string} */
function why(rule, context) {
  const given = rule.attributes;
  switch (rule.name) {
    case 'RecordPrivilegeRule': return mayNot(given.PrivilegeType, context.table, context.ids().length);
    case 'EntityPrivilegeRule': return say('mayNot', say('may.' + given.PrivilegeType), given.EntityName || context.table.plural);
    case 'FormStateRule': return given.State === 'Existing' ? say('saveFirst') : say('notAsItStands');
    case 'SelectionCountRule': return given.Maximum === undefined ? say('selectAny') : given.Maximum === '1' ? say('selectOne') : say('selectSome', number(Number(given.Minimum || 0)), number(Number(given.Maximum)));
    default: return say('notAsItStands');
  }
}

/** Why somebody may not: never, or not with this row. @param {string} action @param {any} table */
export function mayNot(action, table, rows = 0) {
  return depth(table.logicalName, action) === 0 || rows === 0 ? say('mayNot', say('may.' + action), table.plural) : say('mayNotHere', say('may.' + action));
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
  const reach = depth(context.table.logicalName, action);
  if (reach === 8 || reach === 0) {
    return reach === 8;
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
