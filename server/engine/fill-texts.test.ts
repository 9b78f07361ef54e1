import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aSurvey } from '../../test/support/build-definition.ts';
import { surveysWithVariables, withVariables } from '../../test/support/survey-with-variables.ts';
import { checkDefinition } from './check-definition.ts';
import { readTexts } from './checks/read-texts.ts';
import { definitionSchema, type SurveyDefinition } from './definition.ts';
import { fillTexts, withoutPerson } from './fill-texts.ts';
import { compileSurvey } from './survey.ts';
import { LANGUAGES } from './text.ts';

/** The test survey with the same words added to every text in which the checker allows variables. */
function everywhere(words: string) {
  const { definition, lists } = aSurvey();
  const next: SurveyDefinition = structuredClone(definition);
  for (const { role, text } of readTexts(next)) {
    if (role === 'title' || role === 'label') continue;
    for (const language of LANGUAGES) text[language] += words;
  }
  return compileSurvey(definitionSchema.parse(next), lists);
}

const textsOf = (definition: SurveyDefinition) =>
  readTexts(definition).flatMap(({ place, text }) =>
    LANGUAGES.map((language) => `${place}.${language} ${text[language]}`),
  );

describe('a survey with its variables filled in', () => {
  test('has words wherever the checker allows a variable, and the rest as it was', () => {
    const plain = everywhere('');
    const filled = fillTexts(everywhere(' {degree|x}'), () => 'Nurse');
    const expected = textsOf(everywhere(' Nurse').definition);
    expect(textsOf(filled.definition)).toEqual(expected);
    expect(expected.filter((text) => text.endsWith('Nurse')).length).toBeGreaterThan(60);
    expect([filled.id, filled.pageOf, filled.lists]).toEqual([plain.id, plain.pageOf, plain.lists]);
    for (const [code, question] of filled.questions) {
      expect(filled.definition.pages[filled.pageOf.get(code) ?? -1]?.questions).toContain(question);
    }
  });

  test('without a variable is the survey itself', () => {
    const survey = aSurvey();
    expect(fillTexts(survey, () => 'never asked')).toBe(survey);
    expect(withoutPerson(survey)).toBe(survey);
  });

  test('asks for each variable with its page and language, and puts words in unread', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const survey = everywhere(' {answer:activity|none}');
        const filled = fillTexts(survey, ({ name }, { pageIndex, language }) =>
          pageIndex === 5 && language === 'sv' && name === 'answer:activity' ? words : undefined,
        );
        const salary = filled.questions.get('salary');
        const shown = words.trim() === '' ? 'none' : words;
        expect(salary?.text).toEqual({
          fi: 'monthly pay fi none',
          sv: `monthly pay sv ${shown}`,
          en: 'monthly pay en none',
        });
      }),
    );
  });
});

describe('a survey without a person', () => {
  test('shows what was written instead, or a sign in the language of the text', () => {
    const { questions, definition } = withoutPerson(withVariables);
    expect(definition.pages[0]?.intro).toEqual({
      fi: 'Tutkinto tutkintosi, [korkeakoulu], vuosi tuntematon.',
      sv: 'Examen din examen, [högskola], år okänt.',
      en: 'Degree your degree, [institution], year unknown.',
    });
    expect(questions.get('career_path')?.text.en).toBe('Region <*> of +? en');
  });

  test('a name with words instead at one place and without at another', () => {
    const { questions } = withoutPerson(everywhere(' {degree|yours} {degree}{graduation_year|}'));
    expect(questions.get('salary')?.text.fi).toBe('monthly pay fi yours [tutkinto]');
  });
});

test('the draft with variables is one that the checker lets through, and its published versions are untouched', () => {
  expect(checkDefinition(withVariables)).toEqual([]);
  for (const { survey } of surveysWithVariables.all.slice(0, -1)) expect(withoutPerson(survey)).toBe(survey);
});
