import { definitionHash } from '../definitions/definition-hash.ts';
import type { Window } from '../disclosure/window-catalogue.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { PRODUCT_VERSION } from './product-version.ts';

/** What names a release in its files: the same for a round in the database and for the same data in files. */
export type ReleaseMeta = {
  survey: Survey;
  definitionHash: string;
  /** Own questions that are asked besides, by institution and degree. */
  blocks?: readonly OwnBlock[];
  /** Year of graduation of those who were asked, '2020', or '2019-2020' when several. */
  period: string;
  /** Several rounds that it shows together, besides its own. */
  windows?: readonly MetaWindow[];
  /** Version of the product that built it. */
  codeVersion: string;
};

/** A window, and the other rounds that had a release when it was built: their figures bind it. */
export type MetaWindow = Window & { beside: readonly string[] };

/** What names a release that this version of the product builds. */
export function makeMeta(named: Pick<ReleaseMeta, 'survey' | 'blocks' | 'period' | 'windows'>): ReleaseMeta {
  return { ...named, definitionHash: definitionHash(named.survey.definition), codeVersion: PRODUCT_VERSION };
}

/** As in the column `release`: 'amk-career.v2.2020'. */
export function releaseName({ survey, period }: Pick<ReleaseMeta, 'survey' | 'period'>): string {
  return `${survey.id}.${period}`;
}

/** '2020' of one graduation year, '2019-2020' of several, 'none' without people. Years as 'YYYY' or dates. */
export function periodOf(graduations: Iterable<string>): string {
  let [first, last] = ['9999', ''];
  for (const graduation of graduations) {
    const year = graduation.slice(0, 4);
    if (year < first) first = year;
    if (year > last) last = year;
  }
  if (last === '') return 'none';
  return first === last ? first : `${first}-${last}`;
}
