import type { Frame } from '../http/frame.ts';
import { defineView } from '../http/render.ts';
import type { QuestionStanding } from './earlier-view-model.ts';
import type { EarlierTexts } from './texts/index.ts';

type Link = { href: string; label: string };
export type EarlierPage = Frame & {
  t: EarlierTexts;
  lines: readonly string[];
  questions: readonly QuestionStanding[];
  /** What the programme has told it changed; null where it has told nothing. */
  changes: Link | null;
  back: Link;
};

export const earlierView = defineView<EarlierPage>('earlier/views/earlier');
