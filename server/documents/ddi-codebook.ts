import { withoutPerson } from '../engine/fill-texts.ts';
import { registerList } from '../engine/register-lists.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { Survey } from '../engine/survey.ts';
import { PERSON_COLUMNS } from '../responses-import/person-columns.ts';
import { answerVariables, category, variableId } from './ddi-variables.ts';
import { inLanguages } from './in-languages.ts';
import { CODEBOOK_TEXTS } from './texts/codebook-texts.ts';
import { element, writeXml, type XmlElement } from './xml.ts';

/**
 * A survey version as a DDI-Codebook 2.5 document: the study, and one variable for each column of
 * responses.csv with its question, categories, range, universe and routing, in every language.
 * Made of the definition alone, so the same version always gives the same document.
 *
 * @example writeFile('amk-career-2.xml', ddiCodebook(survey))
 */
export function ddiCodebook(asWritten: Survey): string {
  const survey = withoutPerson(asWritten);
  const root = {
    xmlns: 'ddi:codebook:2_5',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation':
      'ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd',
    version: '2.5',
    'xml:lang': 'fi',
  };
  return writeXml(element('codeBook', root, [study(survey), data(survey)]));
}

function study({ id, definition }: Survey): XmlElement {
  const { title, version, published } = definition;
  const titles = element('titlStmt', {}, [
    element('titl', { 'xml:lang': 'fi' }, [title.fi]),
    element('parTitl', { 'xml:lang': 'sv' }, [title.sv]),
    element('parTitl', { 'xml:lang': 'en' }, [title.en]),
    element('IDNo', {}, [id]),
  ]);
  const versions = element('verStmt', {}, [
    element('version', { date: published ?? undefined, type: published === null ? 'draft' : 'published' }, [
      String(version),
    ]),
  ]);
  const everyone = inLanguages('universe', (language) => CODEBOOK_TEXTS[language].everyone);
  return element('stdyDscr', {}, [
    element('citation', {}, [titles, versions]),
    element('stdyInfo', {}, [element('sumDscr', {}, everyone)]),
  ]);
}

function data(survey: Survey): XmlElement {
  return element('dataDscr', {}, [
    ...pageGroups(survey),
    ...scaleGroups(survey),
    ...PERSON_COLUMNS.map((column) => personVariable(survey, column)),
    ...answerVariables(survey),
  ]);
}

/** The pages of the questionnaire. */
function pageGroups(survey: Survey): XmlElement[] {
  return survey.definition.pages.flatMap((page) => {
    const ids = page.questions.flatMap((question) => typeOf(question).columns(question).map(variableId));
    const attributes = { ID: `G.${page.code}`, name: page.code, type: 'section', var: ids.join(' ') };
    return ids.length > 0 ? element('varGrp', attributes, inLanguages('labl', page.title)) : [];
  });
}

/** The scales, each with the variables that are answered on it. */
function scaleGroups(survey: Survey): XmlElement[] {
  const onScale = [...survey.questions.values()].flatMap((question) => {
    if (question.kind === 'scale') return [{ scale: question.scale, column: question.code }];
    if (question.kind !== 'pair') return [];
    const columns = typeOf(question).columns(question);
    return [question.importance, question.development].map(({ scale }, part) => ({
      scale,
      column: columns[part] ?? '',
    }));
  });
  return survey.definition.scales.flatMap(({ code, options }) => {
    const ids = onScale.filter(({ scale }) => scale === code).map(({ column }) => variableId(column));
    const attributes = { ID: `S.${code}`, name: code, type: 'other', otherType: 'scale', var: ids.join(' ') };
    const steps = inLanguages('labl', (language) =>
      options.map((step) => `${step.code} ${step.label[language]}`).join(', '),
    );
    return ids.length > 0 ? element('varGrp', attributes, steps) : [];
  });
}

/** What the register knows of the person: in the file, but not asked. */
function personVariable(survey: Survey, column: (typeof PERSON_COLUMNS)[number]): XmlElement {
  const codes = column === 'institution' || column === 'degree' ? registerList(survey, column).codes : [];
  const format = column === 'submitted_on' ? { category: 'date', formatname: 'YYYY-MM-DD' } : {};
  const isCoded = codes.length > 0;
  const type = isCoded ? 'code' : column === 'submitted_on' ? 'datetime' : 'text';
  return element('var', { ID: variableId(column), name: column, representationType: type }, [
    ...inLanguages('labl', (language) => CODEBOOK_TEXTS[language].personColumns[column], { level: 'variable' }),
    ...inLanguages('universe', (language) => CODEBOOK_TEXTS[language].everyone),
    ...codes.map((code) => category(code)),
    ...(column === 'submitted_on' ? [] : inLanguages('codInstr', (language) => CODEBOOK_TEXTS[language].register)),
    element('varFormat', { type: 'character', ...format }),
  ]);
}
