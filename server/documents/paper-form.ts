import type { Page } from '../engine/definition.ts';
import { withoutPerson } from '../engine/fill-texts.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { paperBlocks, type PaperBlock } from './paper-blocks.ts';
import { routingLine } from './paper-routing.ts';
import { placedQuestions, type PlacedQuestion } from './question-numbers.ts';
import { PAPER_TEXTS, type PaperTexts } from './texts/paper-texts.ts';

/** Questions that stand together under one instruction, or none. */
export type PaperSection = { routing: string | null; blocks: PaperBlock[] };
export type PaperPage = { title: string; intro: string | null; routing: string | null; sections: PaperSection[] };
/** All that the sheet shows, as plain data: the typesetter's template adds nothing but looks. */
export type PaperForm = {
  language: Language;
  id: string;
  title: string;
  lines: string[];
  words: Pick<
    PaperTexts,
    'personCode' | 'codeNote' | 'institution' | 'degree' | 'writeOne' | 'month' | 'year' | 'thanks'
  >;
  pages: PaperPage[];
};

/**
 * The paper form of a survey in one language: numbered questions, options with letters and codes, and in
 * words who is to answer what. Shuffled pages stand in the order of the definition.
 *
 * @example paperForm(survey, 'sv').pages[1]?.routing // 'Svara på frågorna 4–10 bara om … Gå annars till fråga 11.'
 */
export function paperForm(asWritten: Survey, language: Language): PaperForm {
  const survey = withoutPerson(asWritten);
  const { title, minutes, pages } = survey.definition;
  const texts = PAPER_TEXTS[language];
  const { personCode, codeNote, institution, degree, writeOne, month, year, thanks } = texts;
  const placed = placedQuestions(survey);
  return {
    language,
    id: survey.id,
    title: title[language],
    lines: [texts.minutes(minutes.from, minutes.to), ...texts.howTo],
    words: { personCode, codeNote, institution, degree, writeOne, month, year, thanks },
    pages: pages.map((page) => paperPage(survey, placed, page, language)),
  };
}

function paperPage(survey: Survey, placed: readonly PlacedQuestion[], page: Page, language: Language): PaperPage {
  const asked = placed.filter((one) => one.page === page);
  const routed = { survey, placed, language };
  return {
    title: page.title[language],
    intro: page.intro?.[language] ?? null,
    routing: page.showIf ? routingLine(routed, asked, page.showIf) : null,
    sections: sectionsOf(page).map((questions) => {
      const [first] = questions;
      const own = asked.filter(({ question }) => questions.includes(question));
      const routing = first?.showIf ? routingLine(routed, own, first.showIf) : null;
      return { routing, blocks: paperBlocks(survey, questions, placed, language) };
    }),
  };
}

/** Neighbours with the same condition of their own. */
function sectionsOf({ questions }: Page): Page['questions'][] {
  const sections: Page['questions'][] = [];
  for (const question of questions) {
    const last = sections.at(-1);
    if (last && JSON.stringify(last[0]?.showIf) === JSON.stringify(question.showIf)) last.push(question);
    else sections.push([question]);
  }
  return sections;
}
