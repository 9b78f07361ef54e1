import { composeSurvey, isAskedOf, type OwnBlock } from './own-block.ts';
import type { Survey } from './survey.ts';

/** Where somebody studied: decides which own questions they are asked. */
export type Place = { institution: string; degree: string };

/** What a round asks: everybody the common survey, and people of some institutions own questions besides. */
export type AskedSurveys = {
  common: Survey;
  blocks: readonly OwnBlock[];
  /** The common survey with the own questions of every owner: what columns a file may have. Nobody is asked all of it. */
  all: Survey;
  /** What people of a degree at an institution are asked. */
  of: (place: Place) => Survey;
};

/**
 * The surveys of a round by place, each composed once.
 *
 * @example askedSurveys(survey, []).of({ institution: 'X0101', degree: '671101' }) === survey
 */
export function askedSurveys(common: Survey, blocks: readonly OwnBlock[]): AskedSurveys {
  const composed = new Map<string, Survey>();
  return {
    common,
    blocks,
    all: composeSurvey(common, blocks),
    of(place) {
      const key = `${place.institution}/${place.degree}`;
      const known = composed.get(key);
      if (known) return known;
      const survey = composeSurvey(
        common,
        blocks.filter((block) => isAskedOf(block, place)),
      );
      composed.set(key, survey);
      return survey;
    },
  };
}
