import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { aSurvey, definitionInput } from '../../test/support/build-definition.ts';
import { structureFaults } from '../../test/support/pdf-structure.ts';
import { LANGUAGES } from '../engine/text.ts';
import { printPaperForm } from './print-paper-form.ts';

const { all } = loadSurveys();

describe('printed paper form', () => {
  test.each(all.map(({ survey }) => survey))('$id is printed in every language', async (survey) => {
    for (const language of LANGUAGES) {
      const pdf = await printPaperForm(survey, language);
      expect(await structureFaults(new Uint8Array(pdf))).toEqual([]);
      const text = pdf.toString('latin1');
      expect(text).toMatch(/BaseFont\/[A-Z]{6}\+DejaVuSans\b|BaseFont \/[A-Z]{6}\+DejaVuSans\b/);
      expect(text).not.toMatch(/LibertinusSerif|NewComputerModern/); // what a missing font falls back to
    }
  });

  test('text that looks like commands of the typesetter stays text', async () => {
    const hostile = '#read("/etc/passwd") $x$ *b* _i_ \\ = @a <l> #panic("no")';
    const texts = { fi: hostile, sv: hostile, en: hostile };
    const survey = aSurvey((definition) => {
      definition.title = texts;
      for (const page of definition.pages) {
        page.title = texts;
        page.intro = texts;
        for (const question of page.questions) question.text = texts;
      }
    });
    const pdf = (await printPaperForm(survey, 'fi')).toString('utf8');
    expect(pdf).toContain('#read("/etc/passwd") $x$ *b* _i_'); // the title, in the metadata
    expect(pdf).not.toContain('root:');
  });

  test('every type of question has its place', async () => {
    const kinds = new Set(definitionInput().pages.flatMap(({ questions }) => questions.map(({ kind }) => kind)));
    expect(kinds.size).toBe(10);
    expect((await printPaperForm(aSurvey(), 'en')).byteLength).toBeGreaterThan(10_000);
  });

  test('the same version gives the same form', async () => {
    const [one, other] = [await printPaperForm(aSurvey(), 'sv'), await printPaperForm(aSurvey(), 'sv')];
    expect(one.equals(other)).toBe(true);
  });
});
