import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideAccess, may, maySomewhere, type Grant, type Visitor } from './decide-access.ts';
import { actionsOf, GIVEN_AT, roleMay, ROLES, rolesThatMay, type Action } from './permissions.ts';

const ACTIONS: readonly Action[] = [...new Set(ROLES.flatMap(actionsOf))];
const code = fc.constantFrom('X0101', 'X0102', 'X0103');
const degree = fc.constantFrom('', '671101', '671102');
const day = fc.constantFrom('2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31');
const grant: fc.Arbitrary<Grant> = fc
  .record({ role: fc.constantFrom(...ROLES), institution: code, degree, from: day, until: fc.option(day) })
  .map((one) => (GIVEN_AT[one.role] === 'nation' ? { ...one, institution: '', degree: '' } : one));
const place = fc.record({ institution: code, degree });
const person = (...grants: Grant[]): Visitor => ({
  kind: 'person',
  sessionId: '',
  person: { id: '', name: '', email: '', language: 'fi', grants },
});

describe('what somebody may do', () => {
  test('nobody may do anything, nor does someone whose second factor is still to come', () => {
    const halfway = { ...person(), kind: 'halfway', stage: 'code' } as Visitor;
    for (const visitor of [{ kind: 'nobody' } as const, halfway])
      for (const action of ACTIONS) {
        expect(maySomewhere(visitor, action, '2026-01-01')).toBe(false);
        expect(decideAccess({ action, scope: 'nation' }, visitor, { institution: '', degree: '' }, '2026-01-01')).toBe(
          'sign-in',
        );
      }
  });

  test('is what one of the grants that hold today allows, and no two grants allow more than each', () => {
    fc.assert(
      fc.property(
        fc.array(grant, { maxLength: 4 }),
        fc.constantFrom(...ACTIONS),
        place,
        day,
        (grants, action, at, today) => {
          const alone = grants.some((one) => may(person(one), action, at, today));
          expect(may(person(...grants), action, at, today)).toBe(alone);
        },
      ),
    );
  });

  test('one grant allows what its role may, from its first day to its last, where it is given', () => {
    fc.assert(
      fc.property(grant, fc.constantFrom(...ACTIONS), place, day, (one, action, at, today) => {
        const isNow = one.from <= today && (one.until === null || today <= one.until);
        const isHere =
          one.institution === '' ||
          (one.institution === at.institution && (one.degree === '' || one.degree === at.degree));
        expect(may(person(one), action, at, today)).toBe(roleMay(one.role, action) && isNow && isHere);
      }),
    );
  });

  test('of another institution they learn nothing, whatever their roles are at their own', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), fc.constantFrom(...ACTIONS), (grants, action) => {
        const local = grants.filter(({ institution }) => institution !== '');
        const at = { institution: 'X0999', degree: '671101' };
        expect(decideAccess({ action, scope: 'degree' }, person(...local), at, '2026-06-30')).toBe('not-found');
      }),
    );
  });
});

describe('the table', () => {
  test('an administrator, who gives roles, sees no results and nobody who is asked', () => {
    expect(actionsOf('administrator')).toEqual(['accounts.manage', 'tokens.manage', 'audit.read']);
  });

  test('nobody both gives roles and approves releases by one role, and no reader of results sees who is asked', () => {
    const both = (one: Action, other: Action) => rolesThatMay(one).filter((role) => roleMay(role, other));
    expect(both('accounts.manage', 'releases.approve')).toEqual([]);
    expect(rolesThatMay('population.manage')).not.toContain('planner');
    expect(both('open-answers.review', 'population.manage')).toEqual([]);
  });

  test('a link and a machine of a demonstration open no accounts', () => {
    for (const kind of ['link', 'machine'] as const)
      expect(maySomewhere({ kind }, 'accounts.manage', '2026-01-01')).toBe(false);
    expect(maySomewhere({ kind: 'link' }, 'own-questions.edit', '2026-01-01')).toBe(false);
    expect(maySomewhere({ kind: 'machine' }, 'own-questions.edit', '2026-01-01')).toBe(true);
  });
});
