import { beforeEach, describe, expect, it } from 'vitest';
import { organization } from './organization.js';
import { load } from './scripts.js';

const create = 'aaaaaaaa-0000-4000-a000-000000000001';
let crm;
let smSys;

beforeEach(() => {
  crm = organization({ rows: { privilege: { [create]: { privilegeid: create } } } });
  smSys = load('rules');
});

/** @param {string[]} own */
function holds(own) {
  globalThis.Xrm.Utility.getGlobalContext().userSettings.securityRolePrivileges = own;
}

describe('a command that makes rows of another table', () => {
  it('is greyed for people whose roles do not give the privilege', async () => {
    holds(['bbbbbbbb-0000-4000-a000-000000000002']);

    expect(await smSys.rules.may('prvCreatesmsys_SmsBulk')).toBe(false);
  });

  it('is there for people whose roles give it, however the id is written, and is asked once', async () => {
    holds(['{' + create.toUpperCase() + '}']);

    expect(await smSys.rules.may('prvCreatesmsys_SmsBulk')).toBe(true);
    expect(await smSys.rules.may('prvCreatesmsys_SmsBulk')).toBe(true);
    expect(globalThis.Xrm.WebApi.retrieveMultipleRecords).toHaveBeenCalledOnce();
  });

  it('is left to the server where it cannot be found out', async () => {
    holds([]);
    globalThis.Xrm.WebApi.retrieveMultipleRecords.mockRejectedValue(new Error('no right to read privileges'));
    expect(await smSys.rules.may('prvCreateActivity')).toBe(true);

    holds(undefined);
    expect(await smSys.rules.may('prvWriteActivity')).toBe(true);
    expect(crm.told).toEqual([]);
  });
});
