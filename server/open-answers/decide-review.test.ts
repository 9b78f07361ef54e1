import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideReview, samePerson, UNREVIEWED, type ReviewFacts } from './decide-review.ts';
import { joinSpans, placesOf, redact, REMOVED } from './redact.ts';

const body = 'Ask Matti at once';
const facts = (more: Partial<ReviewFacts>): ReviewFacts => ({
  body,
  marks: [],
  current: UNREVIEWED,
  isReleased: false,
  by: 'Aila',
  choice: 'approve',
  spans: [],
  reason: '',
  ...more,
});
const name = { span: [4, 9], kinds: ['person'] } as const;
const decide = (more: Partial<ReviewFacts>) => decideReview(facts(more));
const stateOf = (more: Partial<ReviewFacts>) => {
  const decision = decide(more);
  return decision.kind === 'set' ? decision.review.state : decision.problem;
};

describe('a decision on a text', () => {
  test('one reviewer approves what nothing is marked in', () => {
    expect(decide({})).toMatchObject({ kind: 'set', review: { state: 'approved', firstBy: 'Aila', secondBy: '' } });
  });

  test('what is marked waits for a second pair of eyes, and a rare word alone does not', () => {
    expect(stateOf({ marks: [name] })).toBe('waiting');
    expect(stateOf({ marks: [{ span: [0, 3], kinds: ['rare'] }] })).toBe('approved');
  });

  test('what has parts removed waits, marked or not, and the log has the number of parts alone', () => {
    const decision = decide({ choice: 'redact', spans: [[4, 9]], reason: 'a name' });
    expect(decision).toMatchObject({ kind: 'set', review: { state: 'waiting', spans: [[4, 9]] } });
    expect(decision).toMatchObject({ event: { what: 'redacted', reason: 'a name', removedParts: 1 } });
  });

  test('only somebody else agrees, and keeps what the first removed', () => {
    const current = { state: 'waiting', spans: [[4, 9]], reason: 'a name', firstBy: 'Aila', secondBy: '' } as const;
    expect(stateOf({ current, choice: 'agree', by: ' aila ' })).toBe('same_reviewer');
    expect(decide({ current, choice: 'agree', by: 'Eino' })).toMatchObject({
      review: { state: 'approved', spans: [[4, 9]], firstBy: 'Aila', secondBy: 'Eino' },
    });
  });

  test('the second may decide otherwise; then the others’ agreement is needed', () => {
    const current = { state: 'waiting', spans: [[4, 9]], reason: 'a name', firstBy: 'Aila', secondBy: '' } as const;
    expect(decide({ current, choice: 'redact', by: 'Eino', spans: [[0, 9]], reason: 'all of it' })).toMatchObject({
      review: { state: 'waiting', firstBy: 'Eino', spans: [[0, 9]] },
    });
    expect(stateOf({ current, choice: 'reject', by: 'Eino', reason: 'tells who' })).toBe('rejected');
  });

  test.each<[string, Partial<ReviewFacts>, string]>([
    ['nobody’s name', { by: ' ' }, 'no_name'],
    ['no choice', { choice: null }, 'no_choice'],
    ['removing nothing', { choice: 'redact', reason: 'a name' }, 'nothing_to_remove'],
    ['approving with words ticked', { spans: [[4, 9]] }, 'something_to_remove'],
    ['removing without a reason', { choice: 'redact', spans: [[4, 9]] }, 'no_reason'],
    ['rejecting without a reason', { choice: 'reject' }, 'no_reason'],
    ['a reason with the removed words', { choice: 'redact', spans: [[4, 9]], reason: 'names matti' }, 'reason_repeats'],
    ['agreeing to nothing', { choice: 'agree' }, 'nothing_to_agree'],
    ['taking back nothing', { choice: 'undo' }, 'nothing_to_undo'],
    ['a released text', { isReleased: true, choice: 'undo' }, 'released'],
    ['a text decided already', { current: { ...UNREVIEWED, state: 'rejected' } }, 'decided_already'],
  ])('is refused: %s', (_what, more, problem) => {
    expect(decide(more)).toEqual({ kind: 'refused', problem });
  });

  test.each(['waiting', 'approved', 'rejected'] as const)('can be taken back: %s', (state) => {
    expect(stateOf({ current: { ...UNREVIEWED, state }, choice: 'undo' })).toBe('open');
  });
});

test('two ways to type a name are one person', () => {
  expect(samePerson('Åsa  Öberg', 'asa öberg')).toBe(true);
  expect(samePerson('Aila', 'Eila')).toBe(false);
});

describe('removing', () => {
  test('leaves one sign for each part', () => {
    expect(redact(body, [[4, 9]])).toBe(`Ask ${REMOVED} at once`);
    expect(
      redact(body, [
        [4, 7],
        [7, 9],
        [0, 2],
      ]),
    ).toBe(`${REMOVED}k ${REMOVED} at once`);
  });

  test('typed words are found whatever their letters and spaces', () => {
    expect(placesOf('Matti  Mäki and matti mäki', 'matti mäki')).toHaveLength(2);
    expect(placesOf(body, '(')).toBeNull();
    expect(placesOf(body, '  ')).toBeNull();
  });

  test('no removed letter is left, and all others are, in order', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 })));
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), spans, (text, all) => {
        const kept = [...text].length >= 0 ? Array.from({ length: text.length }, (_, at) => at) : [];
        const out = kept.filter((at) => !all.some(([start, end]) => at >= start && at < end)).map((at) => text[at]);
        expect(redact(text, all).replaceAll(REMOVED, '')).toBe(out.join('').replaceAll(REMOVED, ''));
        for (const [index, [start]] of joinSpans(all, text.length).entries())
          expect(start).toBeGreaterThan(joinSpans(all, text.length)[index - 1]?.[1] ?? -1);
      }),
    );
  });
});
