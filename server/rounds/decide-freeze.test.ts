import { describe, expect, test } from '@jest/globals';
import { anOwnBlock, DEGREE, INSTITUTION } from '../../test/support/own-blocks.ts';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { composeSurvey } from '../engine/own-block.ts';
import { decideFreeze, keptParts } from './decide-freeze.ts';

const round = { closes_at: new Date('2026-10-31T22:00:00Z'), tolerance_hours: 24, freeze_step: 0 };

describe('whether a round may be frozen', () => {
  test('not while late pages may still be saved, and from then on', () => {
    const earliest = new Date('2026-11-01T22:00:00Z');
    expect(decideFreeze(round, new Date('2026-10-01T00:00:00Z'))).toEqual({ kind: 'too_early', earliest });
    expect(decideFreeze(round, new Date('2026-11-01T21:59:59.999Z'))).toEqual({ kind: 'too_early', earliest });
    expect(decideFreeze(round, earliest)).toEqual({ kind: 'go', from: 1 });
  });

  test('goes on after the steps that are done, and ends', () => {
    const later = new Date('2026-12-01T00:00:00Z');
    expect(decideFreeze({ ...round, freeze_step: 3 }, later)).toEqual({ kind: 'go', from: 4 });
    expect(decideFreeze({ ...round, freeze_step: 5 }, later)).toEqual({ kind: 'frozen_already' });
  });
});

test.each(loadSurveys().all.map(({ survey }) => [survey.id, survey] as const))(
  'of %s no text stays with other answers, and nothing is lost',
  (_id, survey) => {
    const kept = keptParts(survey, []);
    const kindOf = (code: string) => survey.questions.get(code)?.kind;
    expect(kept.texts.map(kindOf).filter((kind) => kind !== 'text')).toEqual([]);
    expect(kept.answers.map(kindOf)).not.toContain('text');
    const asked = [...survey.questions.values()].filter(({ kind }) => kind !== 'info').map(({ code }) => code);
    expect([...kept.answers, ...kept.texts].sort()).toEqual(asked.sort());
    expect(kept.background).toEqual(expect.arrayContaining(['institution', 'degree']));
    expect(kept.background).toEqual(expect.arrayContaining([...kept.splits]));
  },
);

test('own questions are kept as the common ones are, each once', () => {
  const [first] = loadSurveys().all;
  if (!first) throw new Error('no survey');
  const blocks = [anOwnBlock(INSTITUTION), anOwnBlock(DEGREE), { ...anOwnBlock(INSTITUTION), owner: DEGREE }];
  expect(keptParts(first.survey, blocks)).toEqual(keptParts(composeSurvey(first.survey, blocks), []));
  const kept = keptParts(first.survey, blocks);
  expect(kept.texts.filter((code) => code.startsWith('own_'))).toEqual(['own_x0101_all_text', 'own_x0101_671112_text']);
  expect(kept.answers.filter((code) => code.startsWith('own_'))).toHaveLength(8);
});

test('background that no release divides by does not stay', () => {
  const [first] = loadSurveys().all;
  if (!first) throw new Error('no survey');
  const { definition } = first.survey;
  const other = { ...definition.background[0], code: 'nationality' } as (typeof definition.background)[number];
  const survey = { ...first.survey, definition: { ...definition, background: [...definition.background, other] } };
  expect(keptParts(survey, [])).toEqual(keptParts(first.survey, []));
});
