import type { PaperBlock, PaperRow } from '../documents/paper-blocks.ts';
import { paperForm, type PaperPage } from '../documents/paper-form.ts';
import type { Question } from '../engine/question.ts';
import { listOf, type Survey } from '../engine/survey.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { DEFINITION_TEXTS, type DefinitionTexts } from './texts/index.ts';
import { compareLink, versionFacts } from './versions-view-model.ts';

type Link = { href: string; label: string };
type Choice = { name: string; label: string; code: string };
/** Something to be read in the questionnaire, in its order. */
export type BlockView =
  | { kind: 'info'; text: string }
  | {
      kind: 'question';
      id: string;
      number: number;
      code: string;
      text: string;
      hint: string | null;
      /** How it is answered, in words, or what can be chosen. */
      answer: string | null;
      options: readonly Choice[];
    }
  | { kind: 'table'; scale: string; groups: readonly TableGroup[] };
type TableGroup = {
  number: number | null;
  id: string | null;
  text: string | null;
  rows: readonly (PaperRow & { id: string | null })[];
};
export type QuestionnaireView = {
  t: DefinitionTexts['questionnaire'];
  heading: string;
  facts: readonly string[];
  downloads: readonly (Link & { language: Language | null })[];
  compare: readonly Link[];
  pages: readonly {
    id: string;
    title: string;
    intro: string | null;
    routing: string | null;
    sections: readonly { routing: string | null; blocks: readonly BlockView[] }[];
  }[];
  background: readonly { code: string; label: string }[];
};

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { fi: 'suomi', sv: 'svenska', en: 'English' };

/**
 * A version as it is read: the same numbers, letters and routing as on the paper form, so that the two can
 * be held side by side. `others`: versions to compare with.
 */
export function toQuestionnaireView(survey: Survey, others: readonly Survey[], language: Language): QuestionnaireView {
  const { questionnaire: t } = DEFINITION_TEXTS[language];
  const { definition } = survey;
  const { pages } = paperForm(survey, language);
  return {
    t,
    heading: t.title(definition.title[language], definition.version),
    facts: versionFacts(survey, language),
    downloads: downloadsOf(survey, t),
    compare: others.map((other) =>
      other.definition.version < definition.version
        ? compareLink(other, survey, language)
        : compareLink(survey, other, language),
    ),
    pages: pages.map((page, index) => pageView(survey, page, definition.pages[index]?.code ?? '', language)),
    background: definition.background.map(({ code, label }) => ({ code, label: label[language] })),
  };
}

function downloadsOf({ definition }: Survey, t: DefinitionTexts['questionnaire']): QuestionnaireView['downloads'] {
  const folder = `/definitions/${definition.survey}/${definition.version}`;
  return [
    ...LANGUAGES.map((language) => ({
      href: `${folder}/paper-${language}.pdf`,
      label: `${t.paper}: ${LANGUAGE_NAMES[language]}`,
      language,
    })),
    { href: `${folder}/codebook.xml`, label: t.codebook, language: null },
    { href: `${folder}/definition.json`, label: t.definition, language: null },
    { href: `${folder}/definition.schema.json`, label: t.schema, language: null },
  ];
}

function pageView(survey: Survey, page: PaperPage, code: string, language: Language) {
  return {
    id: `part-${code}`,
    title: page.title,
    intro: page.intro,
    routing: page.routing,
    sections: page.sections.map(({ routing, blocks }) => ({
      routing,
      blocks: blocks.map((block) => blockView(survey, block, language)),
    })),
  };
}

function blockView(survey: Survey, block: PaperBlock, language: Language): BlockView {
  switch (block.kind) {
    case 'info':
      return block;
    case 'table': {
      const { questionnaire: t } = DEFINITION_TEXTS[language];
      const steps = block.steps.map(({ code, label }) => `${code} = ${label}`).join(', ');
      return { kind: 'table', scale: `${t.scale}: ${steps}`, groups: block.groups.map(groupView) };
    }
    case 'question': {
      const { number, code, text, hint, answer } = block;
      const choices = answer.kind === 'options' ? answer.options : [];
      const options = choices.map((option) => ({ name: option.letter, label: option.label, code: option.code }));
      const question = survey.questions.get(code);
      const note =
        answer.kind === 'options' ? answer.note : question ? answerInWords(survey, question, language) : null;
      return { kind: 'question', id: `q-${code}`, number, code, text, hint, answer: note, options };
    }
    default:
      return block satisfies never;
  }
}

/** A pair is one anchor, at its heading; another question on a scale is its row. */
function groupView({ number, text, rows }: Extract<PaperBlock, { kind: 'table' }>['groups'][number]): TableGroup {
  const [first] = rows;
  return {
    number,
    text,
    id: text === null || first === undefined ? null : `q-${first.code.split('.').join('-')}`,
    rows: rows.map((row) => ({ ...row, id: text === null ? `q-${row.code}` : null })),
  };
}

/** How a question without printed options is answered. */
function answerInWords(survey: Survey, question: Question, language: Language): string | null {
  const { questionnaire: t } = DEFINITION_TEXTS[language];
  const format = formatsOf(language);
  switch (question.kind) {
    case 'codelist':
      return t.fromList(format.count(listOf(survey, question.list).codes.length));
    case 'number':
      return t.number(question.unit[language], format.count(question.min), format.count(question.max));
    case 'year_month':
      return t.month(question.fromYear, question.toYear);
    case 'text':
      return t.text(format.count(question.maxLength));
    case 'nps':
      return t.steps(question.low[language], question.high[language]);
    case 'single':
    case 'multiple':
    case 'scale':
    case 'pair':
    case 'info':
      return null;
    default:
      return question satisfies never;
  }
}
