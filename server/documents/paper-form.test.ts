import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { aSurvey } from '../../test/support/build-definition.ts';
import { LANGUAGES } from '../engine/text.ts';
import type { PaperBlock } from './paper-blocks.ts';
import { paperForm, type PaperForm } from './paper-form.ts';
import { letterOf } from './paper-routing.ts';
import { typeOf } from '../engine/question-types/index.ts';

const surveys = loadSurveys();
const second = surveys.find('amk-career', 2);
if (!second) throw new Error('amk-career 2 is part of the program');

const blocksIn = (form: PaperForm) => form.pages.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks));
const codesIn = (block: PaperBlock) => {
  if (block.kind === 'info') return [];
  return block.kind === 'question' ? [block.code] : block.groups.flatMap(({ rows }) => rows.map(({ code }) => code));
};

/** The numbers printed in a form, in the order of its sheets. */
function numbersIn(form: PaperForm): number[] {
  return blocksIn(form)
    .flatMap((block): (number | null)[] => {
      if (block.kind === 'question') return [block.number];
      if (block.kind === 'info') return [];
      return block.groups.flatMap(({ number, rows }) => [number, ...rows.map((row) => row.number)]);
    })
    .filter((number) => number !== null);
}

describe('paper form', () => {
  test.each(surveys.all.map(({ survey }) => survey))('$id: every question once, numbered without a gap', (survey) => {
    for (const language of LANGUAGES) {
      const form = paperForm(survey, language);
      const numbers = numbersIn(form);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      const columns = [...survey.questions.values()].flatMap((question) => typeOf(question).columns(question));
      expect(blocksIn(form).flatMap(codesIn)).toEqual(columns);
    }
  });

  test('a page for some says for whom, and where the others go on', () => {
    expect(paperForm(second, 'en').pages[1]?.routing).toBe(
      'Answer questions 4–10 only if in question 1 you chose one of these: a–g. Otherwise go to question 11.',
    );
    expect(paperForm(second, 'fi').pages[1]?.routing).toBe(
      'Vastaa kysymyksiin 4–10 vain, jos valitsit kysymyksessä 1 jonkin näistä: a–g. Muuten siirry kysymykseen 11.',
    );
    expect(paperForm(second, 'sv').pages[1]?.routing).toBe(
      'Svara på frågorna 4–10 bara om du i fråga 1 valde något av dessa: a–g. Gå annars till fråga 11.',
    );
  });

  test('a single question has its own instruction; steps of a scale are named as printed', () => {
    expect(paperForm(second, 'en').pages[2]?.sections[0]?.routing).toBe(
      'Answer question 11 only if in question 8 you chose one of these: 1–3. Otherwise go to question 12.',
    );
  });

  test('with nothing left to answer, the others go to the end', () => {
    const survey = aSurvey((definition) => {
      const last = definition.pages.at(-1);
      if (last) last.showIf = { kind: 'answered', question: 'activity' };
    });
    expect(paperForm(survey, 'en').pages.at(-1)?.routing).toMatch(
      /only if you answered question 1\. Otherwise go to the end of the form\.$/,
    );
  });

  test('neighbours on one scale share a table; both parts of a pair stand under its name', () => {
    const studies = paperForm(second, 'sv').pages[5]?.sections[0]?.blocks ?? [];
    expect(studies.map(({ kind }) => kind)).toEqual(['table', 'table', 'question', 'question', 'question']);
    const skills = paperForm(second, 'en').pages[3]?.sections[0]?.blocks[0];
    expect(skills).toMatchObject({ kind: 'table', steps: Array.from({ length: 6 }, () => expect.anything()) });
    expect(skills?.kind === 'table' && skills.groups[0]).toMatchObject({
      number: 17,
      text: 'Analytical thinking',
      rows: [
        { code: 'skill_analytical.importance', cannotSay: 'I don’t need this in my work' },
        { code: 'skill_analytical.development', cannotSay: 'I don’t know' },
      ],
    });
  });

  test('long lists are written by hand, short ones printed in columns', () => {
    const answers = new Map(
      blocksIn(paperForm(second, 'fi')).flatMap((block) =>
        block.kind === 'question' ? [[block.code, block.answer] as const] : [],
      ),
    );
    expect(answers.get('first_job_country')).toEqual({ kind: 'write' });
    expect(answers.get('job_region')).toMatchObject({ kind: 'options', columns: 2 });
    expect(answers.get('pay')).toEqual({ kind: 'number', boxes: 5, decimals: 0, unit: 'euroa kuukaudessa' });
  });

  test('letters go on after z', () => {
    expect([0, 25, 26, 27, 52].map(letterOf)).toEqual(['a', 'z', 'aa', 'ab', 'ba']);
  });
});
