import { expect, test } from '@jest/globals';
import { decideApproval, type ApprovalFacts } from './decide-approval.ts';

const reason = { fi: 'Syy', sv: 'Skäl', en: 'Reason' };
const facts: ApprovalFacts = { hash: 'h', seen: 'h', person: 'a', edition: 1, reason: {}, approvals: [] };

test.each([
  ['a first edition needs no reason', {}, { kind: 'allowed', reason: {} }],
  ['and stores none that was sent all the same', { reason }, { kind: 'allowed', reason: {} }],
  ['no draft', { hash: null }, { kind: 'no_draft' }],
  ['a draft that was built anew since it was seen', { hash: 'other' }, { kind: 'changed' }],
  ['twice by one person', { approvals: [{ person: 'a', reason: {} }] }, { kind: 'already' }],
  ['a later edition without a reason', { edition: 2 }, { kind: 'needs_reason' }],
  ['with a reason in two languages', { edition: 2, reason: { ...reason, sv: ' ' } }, { kind: 'needs_reason' }],
  ['with a reason in each', { edition: 2, reason }, { kind: 'allowed', reason }],
  [
    'the second one approves the words of the first',
    { edition: 2, reason: { fi: 'x', sv: 'x', en: 'x' }, approvals: [{ person: 'b', reason }] },
    { kind: 'allowed', reason },
  ],
] satisfies [string, Partial<ApprovalFacts>, object][])('%s', (_name, change, decision) => {
  expect(decideApproval({ ...facts, ...change })).toEqual(decision);
});
