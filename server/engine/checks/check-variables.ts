import { asAdvice, type Finding } from '../finding.ts';
import { hasLooseBrace, pipesIn, REGISTER_VARIABLES } from '../pipe-text.ts';
import type { Survey } from '../survey.ts';
import { LANGUAGES, type Language } from '../text.ts';
import { readTexts, type ReadText } from './read-texts.ts';

/** Variables in texts: known, answered on an earlier page, with a fallback, the same in all languages. */
export function checkVariables(survey: Survey): Finding[] {
  return readTexts(survey.definition).flatMap((read) => [
    ...LANGUAGES.flatMap((language) => checkOne(survey, read, language)),
    ...checkAlike(read),
  ]);
}

/** Variables of the register without a fallback: "[degree]" stands there where a text is shown without a person. */
export function adviseOnFallbacks(survey: Survey): Finding[] {
  const findings = readTexts(survey.definition).flatMap(({ place, text }) =>
    LANGUAGES.flatMap((language) =>
      pipesIn(text[language])
        .filter(({ name, fallback }) => isRegister(name) && fallback === null)
        .map(({ name }) => ({
          place: `${place}.${language}`,
          rule: 'fallback_advised',
          message: `Results and forms on paper know no person and can only show a sign such as [degree] there. Write words that read well instead: {${name}|…}.`,
        })),
    ),
  );
  return asAdvice(findings);
}

function checkOne(survey: Survey, { place: outer, role, text }: ReadText, language: Language): Finding[] {
  const place = `${outer}.${language}`;
  const pipes = pipesIn(text[language]);
  const findings: Finding[] = [];
  if (hasLooseBrace(text[language])) {
    const message = 'A brace belongs to no variable. Write {name} or {name|fallback}, or take the brace away.';
    findings.push({ place, rule: 'malformed_variable', message });
  }
  if (pipes.length > 0 && (role === 'label' || role === 'title')) {
    const message =
      'Labels and titles stand in results and tables, where no variable is filled in. Use variables in questions, hints and introductions.';
    findings.push({ place, rule: 'variable_not_allowed', message });
  }
  return [...findings, ...pipes.flatMap(({ name, fallback }) => checkPipe(survey, place, name, fallback))];
}

function checkPipe(survey: Survey, place: string, name: string, fallback: string | null): Finding[] {
  if (isRegister(name)) return [];
  if (!name.startsWith('answer:')) {
    const message = `There is no variable {${name}}. Use one of: ${REGISTER_VARIABLES.join(', ')}, answer:<question>.`;
    return [{ place, rule: 'unknown_variable', message }];
  }
  const code = name.slice('answer:'.length);
  const question = survey.questions.get(code);
  if (!question) {
    return [{ place, rule: 'unknown_variable', message: `There is no question "${code}". Correct the code.` }];
  }
  return [
    ...(question.kind === 'info' || question.kind === 'pair' ? [ofWrongKind(place, code, question.kind)] : []),
    ...((survey.pageOf.get(code) ?? 0) >= pageOfPlace(place) ? [looksAhead(place, code)] : []),
    ...(fallback?.trim() ? [] : [withoutFallback(place, code)]),
  ];
}

function ofWrongKind(place: string, code: string, kind: string): Finding {
  const message = `"${code}" is of kind ${kind}, which has no answer in a few words. Name another question.`;
  return { place, rule: 'variable_of_wrong_kind', message };
}

function looksAhead(place: string, code: string): Finding {
  const message = `"${code}" is asked on the same or a later page, so its answer is not known here. Move one of the two.`;
  return { place, rule: 'variable_looks_ahead', message };
}

function withoutFallback(place: string, code: string): Finding {
  const message = `Any question may be left out, and then nothing stands here. Write {answer:${code}|words instead}.`;
  return { place, rule: 'fallback_missing', message };
}

function checkAlike({ place, text }: ReadText): Finding[] {
  const names = LANGUAGES.map((language) => new Set(pipesIn(text[language]).map(({ name }) => name)));
  const all = new Set(names.flatMap((each) => [...each]));
  return LANGUAGES.flatMap((language, index) =>
    [...all]
      .filter((name) => !names[index]?.has(name))
      .map((name) => ({
        place: `${place}.${language}`,
        rule: 'variable_not_in_every_language',
        message: `{${name}} is missing in "${language}". Write it in every language, or in none.`,
      })),
  );
}

/** The index of the page that a place lies on; texts outside pages come before all of them. */
function pageOfPlace(place: string): number {
  return Number(/^pages\[(\d+)\]/u.exec(place)?.[1] ?? 0);
}

function isRegister(name: string): boolean {
  return REGISTER_VARIABLES.some((variable) => variable === name);
}
