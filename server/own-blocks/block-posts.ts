import type { BlockPage } from './block-pages.ts';
import { postNewQuestion } from './new-question-page.ts';
import { postBlock } from './post-block.ts';
import { postIntro } from './post-intro.ts';
import { postPublish } from './post-publish.ts';
import { postQuestion } from './post-question.ts';

/** What the pages of a block post to. */
export const BLOCK_POSTS: Readonly<Record<string, BlockPage>> = {
  '': postBlock,
  '/intro': postIntro,
  '/publish': postPublish,
  '/question/new': postNewQuestion,
  '/question/:named': postQuestion,
};
