import { firstPeople, laterEdition } from '../disclosure/later-edition.ts';
import type { SafePopulation } from '../disclosure/safe-table.ts';
import { composeSurvey, type OwnBlock } from '../engine/own-block.ts';
import { typeOf } from '../engine/question-types/index.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import { inSteps } from './in-steps.ts';
import type { CountedResponse } from './release-counter.ts';
import { fileHash, type ReleaseContent } from './release-files.ts';
import { tablesCsvSteps } from './tables-csv.ts';

/** Where those who were added belong: not who they are, and nothing of what they answered. */
export type AddedPlaces = {
  add: (response: Pick<CountedResponse, 'institution' | 'degree' | 'background'>) => void;
  /** Whether anybody was added to a population. */
  hasMore: (population: SafePopulation) => boolean;
};

type Place = { institution: string; degree: string; field: string; value: (split: string) => string };

/** Notes the groups of late answers while they are counted. */
export function addedPlaces(survey: Survey): AddedPlaces {
  const fieldOf = new Map(registerList(survey, 'degree').codes.map(({ code, group }) => [code, group ?? '']));
  const places: Place[] = [];
  return {
    add: ({ institution, degree, background }) => {
      const value = (split: string): string => background[split] ?? '';
      places.push({ institution, degree, field: fieldOf.get(degree) ?? '', value });
    },
    hasMore: (population) => places.some((place) => belongs(place, population)),
  };
}

function belongs({ institution, degree, field, value }: Place, population: SafePopulation): boolean {
  const { members, split, split_value } = population;
  if (split !== '' && value(split) !== split_value) return false;
  if (members.length > 0) return members.includes(`${institution}-${degree}`);
  const fits = (code: string, own: string): boolean => code === '' || code === own;
  return fits(population.institution, institution) && fits(population.degree, degree) && fits(population.field, field);
}

/** The content of an edition that counts everybody for the first time. */
export function firstContent(content: ReleaseContent): ReleaseContent {
  return { ...content, people: firstPeople(content) };
}

export type LaterCommand = {
  survey: Survey;
  blocks: readonly OwnBlock[];
  period: string;
  /** The first edition, and the late answers alone, as they came out of the counter. */
  before: ReleaseContent;
  added: ReleaseContent;
  places: Pick<AddedPlaces, 'hasMore'>;
};

/** The content of an edition with late answers: `server/disclosure/later-edition.ts` says what it may count anew. */
export async function laterContent(command: LaterCommand): Promise<ReleaseContent> {
  const { survey, blocks, period, before, added, places } = command;
  const asked = composeSurvey(survey, blocks);
  const aggregations = new Map(
    [...asked.questions].map(([code, question]) => [code, typeOf(question).aggregate(asked, question)] as const),
  );
  const first_tables = fileHash(await inSteps(tablesCsvSteps({ survey, period }, before.table)));
  const { renewed, ...edition } = laterEdition({ aggregations, before, added, hasMore: places.hasMore });
  return { ...edition, later: { first_tables, cells: renewed } };
}
