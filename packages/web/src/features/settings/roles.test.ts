import { describe, expect, test } from 'vitest';
import { listCountries } from './countries.ts';
import { rolesToGive, whyFixed } from './roles.ts';

const owner = { id: 'a', role: 'owner' } as const;
const second = { id: 'b', role: 'owner' } as const;
const admin = { id: 'c', role: 'admin' } as const;
const member = { id: 'd', role: 'member' } as const;

describe('who may change whom', () => {
  test('only an owner gives the role of owner', () => {
    expect(rolesToGive('owner')).toContain('owner');
    expect(rolesToGive('admin')).toEqual(['admin', 'member']);
  });
  test('an admin changes admins and members, not owners', () => {
    expect(whyFixed(member, admin, [owner, admin, member])).toBeNull();
    expect(whyFixed(owner, admin, [owner, second, admin])).toMatch(/Only an owner/);
  });
  test('the last owner stays, also for themselves', () => {
    expect(whyFixed(owner, owner, [owner, admin])).toMatch(/last owner/);
    expect(whyFixed(owner, owner, [owner, second])).toBeNull();
  });
});

describe('countries', () => {
  test('are the 249 of ISO 3166-1 and Kosovo, each once, by name', () => {
    const countries = listCountries('en');
    expect(countries).toHaveLength(250);
    expect(new Set(countries.map(({ code }) => code)).size).toBe(250);
    expect(countries.find(({ code }) => code === 'CI')?.name).toMatch(/Ivoire/);
    expect(countries[0]?.name).toBe('Afghanistan');
  });
});
