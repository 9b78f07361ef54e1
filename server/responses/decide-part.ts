import type { Background } from '../engine/condition.ts';
import type { Survey } from '../engine/survey.ts';
import { walk } from '../engine/walk.ts';
import { pageIndexOf } from './decide-page-save.ts';
import type { StoredResponse } from './decide-state.ts';

type Facts = { survey: Survey; background: Background; response: Pick<StoredResponse, 'answers'> | null; part: string };

/**
 * Which page an address '/part/n' opens: that one, when the person is asked it and has begun; else the
 * first that they are asked. Someone without answers begins at the beginning.
 */
export function decidePart({ survey, background, response, part }: Facts): { pageIndex: number; isAsked: boolean } {
  const { pages } = walk(survey, response?.answers ?? {}, background);
  const first = pages[0] ?? 0;
  const wanted = pageIndexOf(survey, part);
  const isOpen = wanted !== null && pages.includes(wanted) && (response !== null || wanted === first);
  return isOpen ? { pageIndex: wanted, isAsked: true } : { pageIndex: first, isAsked: false };
}
