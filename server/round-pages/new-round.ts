import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { typedDates, type TypedDates } from '../rounds/decide-dates.ts';
import { loadRounds } from '../rounds/load-rounds.ts';
import { nextDates } from '../rounds/next-dates.ts';
import { newestVersion, roundIdFor } from '../rounds/recurrences.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { roundName } from './round-frame.ts';

/** A round as a form holds it. `version`: 'amk-career.v2'. */
export type NewRound = { id: string; version: string; cohort: string; dates: TypedDates };

/** What a new round begins with. */
export type Start = {
  name: string;
  zone: string;
  /** The earlier round that it is like; null = none. */
  from: string | null;
  offered: NewRound;
};

type NewDeps = Pick<Deps, 'db' | 'now' | 'surveys'>;
const ZONE = 'Europe/Helsinki';
const EVERYONE = { all: true, institutions: [] };
const NO_DAY = { day: '', month: '', year: '' };

/** The earlier rounds and the surveys that a round can begin with. `named` goes into the address. */
export async function startChoices(deps: NewDeps, language: Language) {
  const rounds = (await loadRounds(deps, EVERYONE)).map(({ row }) => ({
    named: row.id,
    name: `${roundName(deps, row, language)} (${row.id})`,
  }));
  const surveys = surveysOf(deps).map((survey) => ({
    named: `survey:${survey}`,
    name: titleOf(deps, survey, language),
  }));
  return { rounds, surveys };
}

/** What `named` begins a round with: an earlier round, or a survey. Null for anything else. */
export async function startOf(deps: NewDeps, named: string, language: Language): Promise<Start | null> {
  const survey = surveysOf(deps).find((one) => `survey:${one}` === named);
  if (survey !== undefined) return blankStart(deps, survey, language);
  const found = (await loadRounds(deps, EVERYONE)).find(({ row }) => row.id === named);
  if (!found) return null;
  const { row } = found;
  const { dates } = nextDates(row, row.time_zone, deps.now());
  const year = Number(zonedDay(dates.opens_at, row.time_zone).slice(0, 4));
  const later = year - Number(zonedDay(row.opens_at, row.time_zone).slice(0, 4));
  const version = newestVersion(deps, row.survey) ?? row.version;
  return {
    name: roundName(deps, row, language),
    zone: row.time_zone,
    from: row.id,
    offered: {
      id: await freeId(deps, row.survey, year),
      version: `${row.survey}.v${version}`,
      cohort: String(Number(row.cohort) + later),
      dates: typedDates(dates, row.time_zone),
    },
  };
}

async function blankStart(deps: NewDeps, survey: string, language: Language): Promise<Start> {
  const year = Number(zonedDay(deps.now(), ZONE).slice(0, 4));
  const moment = { ...NO_DAY, fold: '' };
  return {
    name: titleOf(deps, survey, language),
    zone: ZONE,
    from: null,
    offered: {
      id: await freeId(deps, survey, year),
      version: `${survey}.v${newestVersion(deps, survey) ?? ''}`,
      cohort: '',
      dates: {
        opens: { ...moment, time: '09:00' },
        closes: { ...moment, time: '23:59' },
        tolerance: '24',
        reports: NO_DAY,
      },
    },
  };
}

/** The published versions, the newest of each survey first. */
export function publishedVersions({ surveys }: Pick<Deps, 'surveys'>, language: Language) {
  return surveys.all
    .filter(({ survey }) => survey.definition.published !== null)
    .map(({ survey: { id, definition } }) => ({
      value: id,
      label: `${definition.title[language]}, ${definition.version}`,
    }))
    .toReversed();
}

async function freeId(deps: NewDeps, survey: string, year: number): Promise<string> {
  const taken = new Set((await loadRounds(deps, EVERYONE)).map(({ row }) => row.id));
  for (let number = 1; ; number += 1) {
    const id = roundIdFor(survey, year, number);
    if (!taken.has(id)) return id;
  }
}

function surveysOf({ surveys }: Pick<Deps, 'surveys'>): string[] {
  const names = surveys.all.flatMap(({ survey: { definition } }) =>
    definition.published === null ? [] : [definition.survey],
  );
  return [...new Set(names)];
}

/** The name of a survey, as its newest version has it. */
export function titleOf({ surveys }: Pick<Deps, 'surveys'>, survey: string, language: Language): string {
  const versions = surveys.all.filter(({ survey: one }) => one.definition.survey === survey);
  return versions.at(-1)?.survey.definition.title[language] ?? survey;
}
