import { describe, expect, test } from '@jest/globals';
import { checkDefinition } from '../server/engine/check-definition.ts';
import type { CodeList } from '../server/engine/code-list.ts';
import { lastCorePage } from '../server/engine/core.ts';
import type { Question, QuestionOf } from '../server/engine/question.ts';
import { compileSurvey, listOf, scaleOf, type Survey } from '../server/engine/survey.ts';
import { LANGUAGES, textSchema, type Text } from '../server/engine/text.ts';
import { codesOn, successorsOf } from '../server/engine/codes-in-time.ts';
import { loadSurveys } from './index.ts';

const surveys = loadSurveys();
const version = (number: number): Survey => {
  const survey = surveys.find('amk-career', number);
  if (!survey) throw new Error(`no version ${number}`);
  return survey;
};
const questionsOf = (survey: Survey): Question[] => [...survey.questions.values()];
const ofKind = <K extends Question['kind']>(survey: Survey, kind: K): QuestionOf<K>[] =>
  questionsOf(survey).filter((question): question is QuestionOf<K> => question.kind === kind);
const list = (name: string): CodeList => listOf(version(2), name);
const weighsIn = (question: Question): question is Question & { funding: { of: number; per: number } } =>
  'funding' in question && question.funding !== undefined;

describe.each([1, 2, 3])('version %i', (number) => {
  const survey = version(number);

  test('passes the checker without a finding', () => {
    expect(checkDefinition(survey)).toEqual([]);
  });

  test('has seven pages, version 3 those of other jobs as well, and the skills are in a random order', () => {
    const others = number === 3 ? ['', '_2', '_3', '_4', '_5'].map((time) => `other_job${time}`) : [];
    expect(survey.definition.pages.map(({ code }) => code)).toEqual([
      'now',
      'job',
      'career',
      'skills_1',
      'skills_2',
      'studies',
      ...others,
      'pay_and_background',
    ]);
    const shuffled = survey.definition.pages.filter(({ shuffle }) => shuffle);
    expect(shuffled.map(({ code }) => code)).toEqual(['skills_1', 'skills_2']);
    expect(shuffled.flatMap(({ questions }) => questions).every(({ kind }) => kind === 'pair')).toBe(true);
  });

  test('uses every kind of question', () => {
    const kinds = new Set(questionsOf(survey).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'codelist',
      'info',
      'multiple',
      'nps',
      'number',
      'pair',
      'scale',
      'single',
      'text',
      'year_month',
    ]);
    expect(ofKind(survey, 'scale').some(({ cannotSay }) => cannotSay)).toBe(true);
    expect(ofKind(survey, 'scale').some(({ cannotSay }) => !cannotSay)).toBe(true);
    expect(ofKind(survey, 'multiple').some(({ max, options }) => max && options.some((o) => o.exclusive))).toBe(true);
  });

  test('asks 14 skills and 13 main activities', () => {
    expect(ofKind(survey, 'pair')).toHaveLength(14);
    const activity = ofKind(survey, 'single').find(({ code }) => code === 'main_activity');
    expect(activity?.options).toHaveLength(13);
  });

  test('has four funding statements of weight one and six skills of a sixth', () => {
    const weights = questionsOf(survey)
      .filter(weighsIn)
      .map(({ kind, funding: { of, per } }) => `${kind} ${of}/${per}`);
    expect(weights.sort()).toEqual([...Array<string>(6).fill('pair 1/6'), ...Array<string>(4).fill('scale 1/1')]);
  });

  test('a pair has two scales of the same scores, so that its gap has a meaning', () => {
    const scores = (code: string): number[] => scaleOf(survey, code).options.map(({ score }) => score);
    for (const { importance, development } of ofKind(survey, 'pair')) {
      expect(scores(importance.scale)).toEqual(scores(development.scale));
    }
  });

  test('texts are short sentences without calendar years or exclamation marks', () => {
    for (const [place, text] of askedTexts(survey)) {
      for (const language of LANGUAGES) {
        expect({ place, bad: /!|\b(?:19|20)\d\d\b/.test(text[language]) }).toEqual({ place, bad: false });
        const longest = Math.max(...text[language].split(/[.?:]\s/).map((part) => part.trim().split(/\s+/).length));
        expect({ place, language, tooLong: longest > 15 }).toEqual({ place, language, tooLong: false });
      }
    }
  });
});

describe('classifications', () => {
  test('institutions are real or invented, and the invented say so in every language', () => {
    const { codes } = list('institutions');
    const invented = codes.filter((entry) => entry.invented);
    const real = codes.filter((entry) => !entry.invented);
    expect(real.filter(({ replacedBy }) => !replacedBy)).toHaveLength(24);
    expect(invented).toHaveLength(24);
    for (const { code, label } of invented) {
      expect(code).toMatch(/^X01\d\d$/);
      expect([label.fi, label.sv, label.en].map((name) => /\((\w+)\)$/.exec(name)?.[1])).toEqual([
        'esimerkki',
        'exempel',
        'example',
      ]);
    }
  });

  test('institutions that merged lead to what they became, and are offered no more', () => {
    const institutions = list('institutions');
    const merged = institutions.codes.filter(({ replacedBy }) => replacedBy);
    const today = codesOn(institutions, '2026-11-01').map(({ code }) => code);
    expect(merged.map(({ code }) => `${code} → ${successorsOf(institutions, code).join(' ')}`).sort()).toEqual([
      '02470 → 10126',
      '02505 → 10108',
      '02506 → 10118',
      '02538 → 10108',
      '02608 → 10118',
      '02609 → 10126',
    ]);
    for (const { code, replacedBy = [] } of merged) {
      expect(today).not.toContain(code);
      expect(today).toEqual(expect.arrayContaining(replacedBy));
    }
  });

  test('degrees cover the fields and both levels', () => {
    const { codes } = list('degrees');
    expect(codes.length).toBeGreaterThanOrEqual(36);
    expect(codes.filter(({ level }) => level === '71').length).toBeGreaterThanOrEqual(8);
    expect(codes.every(({ level }) => level === '62' || level === '71')).toBe(true);
    expect(new Set(codes.map(({ group }) => group)).size).toBeGreaterThanOrEqual(9);
  });

  test('a code looks official only where it is', () => {
    const official: Record<string, RegExp> = { institutions: /^\d{5}$/, degrees: /^[67]\d{5}$/, regions: /^\d\d$/ };
    for (const [name, pattern] of Object.entries(official)) {
      for (const { code, own, invented } of list(name).codes) {
        expect({ code, official: pattern.test(code) }).toEqual({ code, official: !own && !invented });
      }
    }
  });

  test('fields, regions and countries are complete, countries in order of code', () => {
    expect(list('fields').codes.map(({ code }) => Number(code))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(list('regions').codes).toHaveLength(20);
    const countries = list('countries').codes.map(({ code }) => code);
    expect(countries.length).toBeGreaterThanOrEqual(190);
    expect(countries).toEqual([...countries].sort());
    expect(countries).toContain('FI');
  });

  test('codes are unique and groups are declared', () => {
    for (const { codes, groups } of surveys.lists.values()) {
      expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
      const declared = groups?.map(({ code }) => code) ?? [];
      for (const { group } of codes) if (group !== undefined) expect(declared).toContain(group);
    }
  });

  test('every list that a survey names exists', () => {
    for (const { survey } of surveys.all) {
      const named = [...ofKind(survey, 'codelist'), ...survey.definition.background].flatMap((part) =>
        'list' in part ? [part.list] : [],
      );
      expect(named.length).toBeGreaterThan(0);
      for (const name of named) expect([...surveys.lists.keys()]).toContain(name);
    }
  });
});

describe('from version 1 to version 2', () => {
  const [before, after] = [version(1), version(2)];

  test('exactly four questions differ: one new, one dropped, one reworded, one on another scale', () => {
    expect(changes(before, after)).toEqual({
      dropped: ['job_remote'],
      added: ['job_ai_use'],
      changed: { job_in_field: ['scale'], unemployment_spells: ['text'] },
    });
    const inField = [before, after].map((survey) =>
      ofKind(survey, 'scale').find(({ code }) => code === 'job_in_field'),
    );
    expect(scaleOf(before, inField[0]?.scale ?? '').options).toHaveLength(6);
    expect(scaleOf(after, inField[1]?.scale ?? '').options).toHaveLength(5);
  });

  test('the comparison of this test sees a difference in a scale, a page and a hint', () => {
    const { definition, lists } = structuredClone({ definition: after.definition, lists: new Map(after.lists) });
    const [, job] = definition.pages;
    const [sector, region] = job?.questions ?? [];
    const label = definition.scales.find(({ code }) => code === 'satisfaction')?.options[0]?.label;
    if (!job || !sector || region?.kind !== 'codelist' || !label) throw new Error('the survey has changed');
    label.sv = 'ganska missnöjd';
    region.hint = { fi: 'a', sv: 'b', en: 'c' };
    job.questions.shift();
    definition.pages[0]?.questions.push(sector);
    expect(changes(after, compileSurvey(definition, lists)).changed).toEqual({
      career_satisfaction: ['options'],
      degree_satisfaction: ['options'],
      job_region: ['hint'],
      job_sector: ['page'],
    });
  });

  test('pages and background are otherwise the same', () => {
    const frame = (survey: Survey): unknown =>
      survey.definition.pages.map(({ code, title, intro, showIf, shuffle }) => ({
        code,
        title,
        intro,
        showIf,
        shuffle,
      }));
    expect(frame(after)).toEqual(frame(before));
    expect(after.definition.background).toEqual(before.definition.background);
  });
});

describe('version 3 against version 2', () => {
  const [before, after] = [version(2), version(3)];

  test('adds other jobs and one option, drops nothing and changes nothing else', () => {
    const { dropped, added, changed } = changes(before, after);
    const times = [1, 2, 3, 4, 5].map((time) => (time === 1 ? '' : `_${time}`));
    const asked = ['kind', 'length', 'in_field', 'region'].map((what) => `other_job_${what}`);
    const codes = times.flatMap((time) => asked.map((code) => code + time));
    const more = [1, 2, 3, 4].map((time) => `other_job_more_${time}`);
    expect([dropped, [...added].sort(), changed]).toEqual([
      [],
      ['other_jobs', ...codes, ...more].sort(),
      { career_path: ['options'] },
    ]);
  });

  test('its core holds every question of the funding indicator, and other jobs come after it', () => {
    const last = lastCorePage(after);
    const funded = questionsOf(after).filter(weighsIn);
    expect(funded).toHaveLength(10);
    for (const { code } of funded) expect(after.pageOf.get(code)).toBeLessThanOrEqual(last ?? -1);
    expect(after.pageOf.get('other_job_kind')).toBeGreaterThan(last ?? Infinity);
  });
});

type Changes = { dropped: string[]; added: string[]; changed: Record<string, string[]> };

function changes(before: Survey, after: Survey): Changes {
  const [old, young] = [before, after].map((survey) => [...survey.questions.keys()]);
  const differing = [...before.questions].flatMap(([code, question]) => {
    const other = after.questions.get(code);
    const parts = other ? differences(described(before, question), described(after, other)) : [];
    return parts.length > 0 ? [[code, parts] as const] : [];
  });
  return {
    dropped: (old ?? []).filter((code) => !after.questions.has(code)),
    added: (young ?? []).filter((code) => !before.questions.has(code)),
    changed: Object.fromEntries(differing),
  };
}

/** A question with its page and, where it keeps its scale, the words of the scale. */
function described(survey: Survey, question: Question): Record<string, unknown> {
  const page = survey.pageOf.get(question.code) ?? 0;
  const options = question.kind === 'scale' ? { options: scaleOf(survey, question.scale).options } : {};
  return { ...options, ...question, page: survey.definition.pages[page]?.code };
}

function differences(left: Record<string, unknown>, right: Record<string, unknown>): string[] {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const parts = keys.filter((key) => JSON.stringify(left[key]) !== JSON.stringify(right[key]));
  return parts.includes('scale') ? parts.filter((part) => part !== 'options') : parts;
}

/** Everything that is read by a respondent. Bands are not: they are classes of answers. */
function askedTexts(survey: Survey): [string, Text][] {
  const found: [string, Text][] = [];
  const walk = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = textSchema.safeParse(value);
    if (text.success) found.push([place, text.data]);
    else for (const [key, part] of Object.entries(value)) if (key !== 'bands') walk(part, `${place}.${key}`);
  };
  walk(survey.definition, survey.id);
  return found;
}
