import type { PageAnswer } from '../http/page-answer.ts';
import { languageFrom } from '../http/request-language.ts';
import { editorPage } from './editor-page.ts';
import { introPage } from './intro-page.ts';
import { newQuestionPage } from './new-question-page.ts';
import { previewPage, previewPart } from './preview-pages.ts';
import { publishPage } from './publish-page.ts';
import { questionPage } from './question-page.ts';
import { takePage } from './take-page.ts';
import type { OwnDeps, OwnVisit } from './visit.ts';

/** `named`: what stands in the address for ':named'. Null: there is no such page. */
export type BlockPage = (
  deps: OwnDeps,
  visit: OwnVisit,
  named: string,
) => PageAnswer | null | Promise<PageAnswer | null>;

/** The pages of a block by what follows its address. */
export const BLOCK_PAGES: Readonly<Record<string, BlockPage>> = {
  '': (deps, visit) => editorPage(deps, visit),
  '/intro': introPage,
  '/take': takePage,
  '/publish': (deps, visit) => publishPage(deps, visit),
  '/question/new': (_deps, visit) => newQuestionPage(visit),
  '/question/:named': questionPage,
  '/preview': (_deps, visit) => previewPage(visit),
  '/preview/:named': (deps, visit, named) => {
    const language = languageFrom(named);
    return language && previewPart(deps, visit, language);
  },
};
