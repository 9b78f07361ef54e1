import type { SurveyDefinitionInput } from '../../server/engine/definition.ts';
import { words } from './words.ts';

type PageInput = SurveyDefinitionInput['pages'][number];
type ConditionInput = NonNullable<PageInput['showIf']>;

const works: ConditionInput = { kind: 'any_of', question: 'activity', options: ['employed', 'entrepreneur'] };
const cannotSay = words('cannot say');

/** Pages of the definition in build-definition.ts, made anew for each caller. */
export function testPages(): PageInput[] {
  return [now(), work(), match(), skills(), studies(), pay()];
}

function now(): PageInput {
  return {
    code: 'now',
    title: words('now'),
    intro: words('you can leave out any question'),
    questions: [
      { kind: 'info', code: 'welcome', text: words('welcome') },
      {
        kind: 'single',
        code: 'activity',
        text: words('what do you do'),
        options: options('employed', 'entrepreneur', 'studying', 'unemployed', 'other'),
      },
      {
        kind: 'multiple',
        code: 'further',
        text: words('studied since'),
        options: [...options('degree', 'course', 'licence'), { code: 'none', label: words('none'), exclusive: true }],
        max: 2,
      },
    ],
  };
}

function work(): PageInput {
  return {
    code: 'work',
    title: words('work'),
    showIf: works,
    questions: [
      { kind: 'codelist', code: 'place', text: words('where'), list: 'places', resultsBy: 'group' },
      { kind: 'text', code: 'job', text: words('job title'), maxLength: 40 },
      {
        kind: 'year_month',
        code: 'started',
        text: words('since when'),
        fromYear: 2015,
        toYear: 2024,
        bands: [band('y15', 2015, 2018), band('y18', 2018, 2020), band('y20', 2020, 2022), band('y22', 2022, 2025)],
      },
      {
        kind: 'number',
        code: 'staff',
        text: words('how many people'),
        showIf: { kind: 'any_of', question: 'activity', options: ['entrepreneur'] },
        unit: words('people'),
        min: 0,
        max: 500,
        decimals: 0,
        plausible: { from: 0, to: 100 },
        bands: [band('s0', 0, 1), band('s1', 1, 5), band('s5', 5, 20), band('s20', 20, 501)],
        roundTo: 1,
      },
    ],
  };
}

function match(): PageInput {
  return {
    code: 'match',
    title: words('match'),
    showIf: { kind: 'all', conditions: [works, { kind: 'not', condition: { kind: 'answered', question: 'staff' } }] },
    questions: [
      {
        kind: 'scale',
        code: 'uses_skills',
        text: words('i use my skills'),
        scale: 'agreement',
        cannotSay,
        funding: { of: 1, per: 1 },
      },
      { kind: 'scale', code: 'level', text: words('the level fits'), scale: 'agreement', funding: { of: 1, per: 1 } },
    ],
  };
}

function skills(): PageInput {
  const pair = (code: string): PageInput['questions'][number] => ({
    kind: 'pair',
    code,
    text: words(code),
    importance: { text: words('how important'), scale: 'extent', cannotSay },
    development: { text: words('how much studies developed it'), scale: 'extent' },
    funding: { of: 1, per: 6 },
  });
  return {
    code: 'skills',
    title: words('skills'),
    shuffle: true,
    questions: [
      { kind: 'info', code: 'skills_intro', text: words('from two sides') },
      pair('teamwork'),
      pair('languages'),
      pair('projects'),
      { kind: 'text', code: 'skills_other', text: words('which others'), maxLength: 2000 },
      pair('law'),
    ],
  };
}

function studies(): PageInput {
  return {
    code: 'studies',
    title: words('studies'),
    questions: [
      {
        kind: 'scale',
        code: 'satisfied',
        text: words('how satisfied'),
        scale: 'satisfaction',
        funding: { of: 1, per: 1 },
      },
      {
        kind: 'nps',
        code: 'recommend',
        text: words('would you recommend'),
        low: words('not likely'),
        high: words('likely'),
      },
      {
        kind: 'multiple',
        code: 'reasons',
        text: words('why below your level'),
        showIf: { kind: 'at_most', question: 'level', value: 3 },
        options: options('pay', 'place', 'no_other'),
      },
      {
        kind: 'scale',
        code: 'registration',
        text: words('registration went well'),
        showIf: { kind: 'background', variable: 'field', values: ['11'] },
        scale: 'agreement',
      },
    ],
  };
}

function pay(): PageInput {
  return {
    code: 'pay',
    title: words('pay'),
    questions: [
      {
        kind: 'number',
        code: 'salary',
        text: words('monthly pay'),
        showIf: { kind: 'any', conditions: [works, { kind: 'at_least', question: 'recommend', value: 9 }] },
        sensitive: true,
        unit: { fi: '€/kk', sv: '€/mån', en: '€/month' },
        min: 0,
        max: 50_000,
        decimals: 2,
        plausible: { from: 300, to: 25_000 },
        bands: [
          band('to2000', 0, 2000),
          band('to3000', 2000, 3000),
          band('to4000', 3000, 4000),
          band('from4000', 4000, 50_001),
        ],
        roundTo: 50,
      },
      { kind: 'text', code: 'greetings', text: words('anything else'), maxLength: 2000 },
    ],
  };
}

function options(...codes: string[]) {
  return codes.map((code) => ({ code, label: words(code) }));
}

function band(code: string, from: number, below: number) {
  return { code, label: words(`${from} to ${below}`), from, below };
}
