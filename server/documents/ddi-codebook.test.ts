import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { responseColumns } from '../engine/parse-response-row.ts';
import { compileSurvey } from '../engine/survey.ts';
import { ddiCodebook } from './ddi-codebook.ts';

const { all, find } = loadSurveys();
const second = find('amk-career', 2);
if (!second) throw new Error('amk-career 2 is part of the program');
const xml = ddiCodebook(second);

function variable(name: string, document = xml): string {
  const found = document.split('<var ').find((part) => part.includes(` name="${name}"`));
  if (found === undefined) throw new Error(`no variable ${name}`);
  return found.split('</var>')[0] ?? '';
}

describe('DDI codebook', () => {
  test.each(all.map(({ survey }) => survey))('$id: one variable a column of responses.csv, in its order', (survey) => {
    const names = [...ddiCodebook(survey).matchAll(/<var ID="[^"]+" name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['person_key', 'institution', 'degree', 'submitted_on', ...responseColumns(survey)]);
  });

  test.each(all.map(({ survey }) => survey))('$id: ids are unique, and every reference has its target', (survey) => {
    const document = ddiCodebook(survey);
    const ids = [...document.matchAll(/ ID="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...document.matchAll(/ (?:var|qstn)="([^"]+)"/g)].flatMap(([, list]) =>
      (list ?? '').split(' '),
    );
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('the title of the study is there in three languages, with the version and its day', () => {
    expect(xml).toContain('<titl xml:lang="fi">Uraseurantakysely</titl>');
    expect(xml).toContain('<parTitl xml:lang="sv">Karriäruppföljningsenkät</parTitl>');
    expect(xml).toContain('<parTitl xml:lang="en">Graduate career survey</parTitl>');
    expect(xml).toContain('<version date="2025-08-15" type="published">2</version>');
  });

  test('categories carry their labels in three languages; "cannot say" is missing', () => {
    const job = variable('job_ai_use');
    expect(job).toContain('<catValu>5</catValu>\n        <labl xml:lang="fi">päivittäin</labl>');
    expect(job).toContain('<labl xml:lang="sv">dagligen</labl>');
    expect(job).toMatch(/<catgry missing="Y">\s*<catValu>_dk<\/catValu>/);
  });

  test('routing is said in words, in the universe and for machines', () => {
    const reasons = variable('mismatch_reasons');
    expect(reasons).toContain('<backward qstn="Q.job_matches_level"/>');
    expect(reasons).toContain(
      'Vastaa vain, jos valitsit kysymyksessä job_matches_level jonkin näistä: 1 (täysin eri mieltä), 2 (eri mieltä), 3 (hieman eri mieltä).',
    );
    expect(reasons).toMatch(/<universe xml:lang="sv">De som detta gäller: .*av annan åsikt/);
    expect(variable('main_activity')).toContain('<universe xml:lang="en">Everyone who answers.</universe>');
  });

  test('a pair has a variable for each part, with the words of both', () => {
    const part = variable('skill_learning.development');
    expect(part).toContain('<preQTxt xml:lang="en">Ability to learn new things</preQTxt>');
    expect(part).toContain('<qstnLit xml:lang="en">How much did your studies develop this?</qstnLit>');
    expect(part).toContain('Scores that means are made of: 1 = 1, 2 = 2');
  });

  test('several choices say how they are stored and which option stands alone', () => {
    const reasons = variable('mismatch_reasons');
    expect(reasons).toContain('Codes of the options chosen, joined with |. At most 3 options.');
    expect(reasons).toMatch(/<catgry excls="true">\s*<catValu>none</);
    expect(reasons).toMatch(/<catgry excls="false">\s*<catValu>pay</);
  });

  test('a number has its range and unit', () => {
    const pay = variable('pay');
    expect(pay).toContain('measUnit="euros a month"');
    expect(pay).toContain('<range UNITS="INT" min="0" max="50000"/>');
  });

  test('texts that look like XML stay text', () => {
    const title = { fi: '</titl><!-- & "x"', sv: ']]>', en: '<b>' };
    const survey = compileSurvey({ ...second.definition, title }, second.lists);
    const document = ddiCodebook(survey);
    expect(document).toContain('<titl xml:lang="fi">&lt;/titl&gt;&lt;!-- &amp; &quot;x&quot;</titl>');
    expect(document).toContain('<parTitl xml:lang="en">&lt;b&gt;</parTitl>');
  });
});
