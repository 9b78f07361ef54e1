import type { SurveyDefinition } from '../../server/engine/definition.ts';
import { compileSurvey, type Survey } from '../../server/engine/survey.ts';
import type { Text } from '../../server/engine/text.ts';
import { loadSurveys, type Surveys } from '../../survey-definitions/index.ts';

// A fourth version of the career survey whose texts hold variables: of the register, with and without words
// instead, and of answers to a choice, several choices, a scale, a list, a number and an open text.
const before = loadSurveys();
const second = before.find('amk-career', 2);
if (!second) throw new Error('The survey of this version is gone.');

export const withVariables: Survey = compileSurvey(edited(second.definition), second.lists);
/** The register after this version was added. */
export const surveysWithVariables: Surveys = {
  ...before,
  all: [...before.all, { file: 'v4.ts', survey: withVariables }],
  find: (survey, version) => (survey === 'amk-career' && version === 4 ? withVariables : before.find(survey, version)),
};

function edited(published: SurveyDefinition): SurveyDefinition {
  const next = structuredClone(published);
  next.version = 4;
  const page = (code: string) => {
    const found = next.pages.find((one) => one.code === code);
    if (!found) throw new Error(`no page ${code}`);
    return found;
  };
  const write = (code: string, place: 'text' | 'hint', text: Text) => {
    const question = next.pages.flatMap(({ questions }) => questions).find((one) => one.code === code);
    if (!question) throw new Error(`no question ${code}`);
    Object.assign(question, { [place]: text });
  };
  page('now').intro = inAll(
    'Tutkinto {degree|tutkintosi}, {institution}, vuosi {graduation_year|tuntematon}.',
    'Examen {degree|din examen}, {institution}, år {graduation_year|okänt}.',
    'Degree {degree|your degree}, {institution}, year {graduation_year|unknown}.',
  );
  page('job').intro = sameIn(
    '1:{answer:main_activity|*} 2:{answer:other_activities|*} 3:{answer:activity_meaningful|*}',
  );
  write('career_path', 'text', sameIn('Region <{answer:job_region|*}> of {degree|+}?'));
  write('skill_digital', 'text', sameIn('Digital {answer:job_sector|*}'));
  write('pay', 'text', sameIn('Wishes ({answer:open_wishes|*}) pay'));
  write('pay', 'hint', sameIn('Hint [{answer:open_wishes|*}] {answer:would_recommend|*}'));
  write('consent_info', 'text', sameIn('Info {answer:job_start|*} {answer:open_strengths|*}'));
  return next;
}

function inAll(fi: string, sv: string, en: string): Text {
  return { fi, sv, en };
}

function sameIn(text: string): Text {
  return { fi: `${text} fi`, sv: `${text} sv`, en: `${text} en` };
}
