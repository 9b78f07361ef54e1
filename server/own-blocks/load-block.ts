import type { Surveys } from '../../survey-definitions/index.ts';
import type { Db } from '../db/schema/index.ts';
import type { BlockOwner, OwnBlock } from '../engine/own-block.ts';
import type { Question } from '../engine/question.ts';
import { registerList } from '../engine/register-lists.ts';
import { findCode, type Survey } from '../engine/survey.ts';
import { draftCode, emptyContent, type Draft } from './draft.ts';
import { draftOf } from './draft-block.ts';
import { selectDrafts, type OwnedDraft } from './draft-store.ts';
import { selectAsked, selectBlocks, selectSurveyRounds } from './store.ts';
import type { AskedBlock, PublishedBlock, SurveyRound } from './store.ts';

/** Whose block of which survey. The survey is its latest published version: own questions go with every version. */
export type BlockPlace = { survey: Survey; name: string; owner: BlockOwner };

/** Everything of own questions of a survey. */
export type SurveyFacts = {
  drafts: readonly OwnedDraft[];
  blocks: readonly PublishedBlock[];
  rounds: readonly SurveyRound[];
  asked: readonly AskedBlock[];
};

/** A place with everything that its pages and decisions look at. */
export type BlockFacts = BlockPlace &
  SurveyFacts & {
    /** The draft; null where there is none. */
    draft: OwnedDraft | null;
    /** What an edit begins with: the draft, or the last version, or nothing. */
    start: Draft;
    /** Published versions of this owner, the first first. */
    versions: readonly PublishedBlock[];
    published: ReadonlyMap<string, Question>;
    usedCodes: ReadonlySet<string>;
  };

/** Drafts of different versions never have the same revision, so that an old page is noticed. */
const REVISIONS_OF_VERSION = 100_000;

/** The latest published version of each survey. */
export function askedSurveys({ all }: Pick<Surveys, 'all'>): Survey[] {
  const latest = new Map<string, Survey>();
  for (const { survey } of all) {
    const { survey: name, version, published } = survey.definition;
    if (published !== null && version > (latest.get(name)?.definition.version ?? 0)) latest.set(name, survey);
  }
  return [...latest.values()];
}

/** The place that an address names, or null where there is no such survey, institution or degree. */
export function findPlace(
  surveys: Pick<Surveys, 'all'>,
  named: { survey: string; institution: string; degree: string },
): BlockPlace | null {
  const survey = askedSurveys(surveys).find(({ definition }) => definition.survey === named.survey);
  if (!survey || !findCode(registerList(survey, 'institution'), named.institution)) return null;
  const degree = named.degree === '' ? null : named.degree;
  if (degree !== null && !findCode(registerList(survey, 'degree'), degree)) return null;
  return { survey, name: named.survey, owner: { institution: named.institution, degree } };
}

/** Loads all own questions of a survey. */
export async function loadSurveyFacts(db: Db, survey: string): Promise<SurveyFacts> {
  return {
    drafts: await selectDrafts(db, survey),
    blocks: await selectBlocks(db, survey),
    rounds: await selectSurveyRounds(db, survey),
    asked: await selectAsked(db, survey),
  };
}

/** Loads what the pages of a block and decisions on it need. */
export async function loadBlock(db: Db, place: BlockPlace): Promise<BlockFacts> {
  const facts = await loadSurveyFacts(db, place.name);
  const draft = facts.drafts.find(({ owner }) => isSameOwner(owner, place.owner)) ?? null;
  const versions = facts.blocks.filter(({ block }) => isSameOwner(block.owner, place.owner));
  const published = new Map(
    facts.blocks
      .toSorted((a, b) => a.block.version - b.block.version)
      .flatMap(({ block }) => block.questions.map((question) => [question.code, question] as const)),
  );
  const drafted = facts.drafts.flatMap(({ content }) => [...content.questions, ...content.removed].map(draftCode));
  return {
    ...place,
    ...facts,
    draft,
    start: draft ?? startOf(versions.at(-1)?.block),
    versions,
    published,
    usedCodes: new Set([...published.keys(), ...drafted]),
  };
}

/** Whether two owners are the same. */
export function isSameOwner(one: BlockOwner, other: BlockOwner): boolean {
  return one.institution === other.institution && one.degree === other.degree;
}

/** Whether two blocks may be asked of one person: an institution's and that of one of its degrees. */
export function isRelated(one: BlockOwner, other: BlockOwner): boolean {
  return one.institution === other.institution && (one.degree === null) !== (other.degree === null);
}

function startOf(last: OwnBlock | undefined): Draft {
  const revision = (last?.version ?? 0) * REVISIONS_OF_VERSION;
  return { revision, content: last ? draftOf(last, revision) : emptyContent(revision) };
}
