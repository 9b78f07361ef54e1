import { loadMaps } from '../../survey-definitions/comparability.ts';
import type { Target } from '../disclosure/catalogue.ts';
import type { PooledRound, Window } from '../disclosure/window-catalogue.ts';
import type { ToldRelease } from '../disclosure/told-release.ts';
import type { ComparabilityMap } from '../comparability/comparability-schema.ts';
import { codeIn, relationOf } from '../comparability/relation-of.ts';
import type { Answers } from '../engine/answer.ts';
import type { Survey } from '../engine/survey.ts';
import { createReleaseCounter, type CountedResponse } from './release-counter.ts';
import { asDeclared } from './split-variables.ts';

/** What an earlier release says of itself and shows, as it is read from its files or from the database. */
export type ToldFigures = ToldRelease & {
  windows: readonly Window[];
  /** Respondents by population, and answers by cell and population, as far as they are shown. */
  respondents: ReadonlyMap<string, number>;
  /** Divisions by facts of the register that it shows. */
  splits: readonly string[];
};

/** A round before as it is counted once more, in today's words. */
export type PooledCounter = {
  add: (response: CountedResponse) => void;
  round: (own: { period: string; name: string; told: ToldFigures }) => PooledRound;
};

/** Thrown where a round does not count what its release shows: then nothing may be taken together with it. */
export class OtherPeopleError extends Error {}

/**
 * Counts the responses of a round before for windows, under the questions of `survey`, the version of the release
 * that is built. A question is pooled where its declared relation continues; others are not counted.
 */
export function createPooledCounter(survey: Survey, { asked, targets, splits }: PooledFacts): PooledCounter {
  const codes = continuedQuestions(
    survey,
    asked,
    loadMaps().map(({ map }) => map),
  );
  const counter = createReleaseCounter(survey, targets, [], { splits: asDeclared(asked, new Set(splits)) });
  return {
    add: (response) => counter.add({ ...response, answers: renamed(response.answers, codes) }),
    round: ({ period, name, told }) => {
      const { catalogue, tally } = counter.counted();
      const figures = inWordsOfToday(told, codes);
      for (const { key, atoms } of catalogue.populations) {
        const shown = told.respondents.get(key);
        const counted = atoms.reduce((sum, atom) => sum + tally.respondents(catalogue.atoms[atom]?.key ?? ''), 0);
        if (shown !== undefined && shown !== counted) {
          throw new OtherPeopleError(`the release of ${period} shows ${shown} respondents of ${key}, not ${counted}`);
        }
      }
      return {
        period,
        name,
        catalogue,
        targets,
        respondents: tally.respondents,
        counts: tally.item,
        told: figures,
        windows: told.windows,
        isPooled: (question) => codes.has(question),
      };
    },
  };
}

export type PooledFacts = {
  /** The survey as the round asked it. */
  asked: Survey;
  targets: readonly Target[];
  /** Divisions that the round's release shows. */
  splits: readonly string[];
};

/** Questions of today → their codes in an earlier version, where the same is asked of the same people. */
function continuedQuestions(
  survey: Survey,
  asked: Survey,
  maps: readonly ComparabilityMap[],
): ReadonlyMap<string, string> {
  const [now, then] = [survey.definition.version, asked.definition.version];
  const older = maps.filter((map) => map.survey === survey.definition.survey);
  return new Map(
    [...survey.questions.keys()].flatMap((code): [string, string][] => {
      if (now === then) return [[code, code]];
      const item = codeIn(older, { version: now, item: code }, then);
      if (item === null || !asked.questions.has(item)) return [];
      const ends = [
        { version: then, item },
        { version: now, item: code },
      ] as const;
      const [from, to] = now > then ? ends : [ends[1], ends[0]];
      return relationOf(older, from, to).kind === 'continues' ? [[code, item]] : [];
    }),
  );
}

function renamed(answers: Answers, codes: ReadonlyMap<string, string>): Answers {
  const found: Record<string, Answers[string]> = {};
  for (const [code, item] of codes) {
    const answer = answers[item];
    if (answer !== undefined) found[code] = answer;
  }
  return found;
}

/** The same figures under the codes of today; of questions that do not continue none. */
function inWordsOfToday({ populations, exact, bounded }: ToldRelease, codes: ReadonlyMap<string, string>): ToldRelease {
  const today = new Map([...codes].map(([code, item]) => [item, code]));
  const named = (told: ToldRelease['exact']): ToldRelease['exact'] =>
    new Map(
      [...told].flatMap(([id, keys]) => {
        const [item = ''] = id.split(/[./]/);
        const code = today.get(item);
        return code === undefined ? [] : [[code + id.slice(item.length), keys] as const];
      }),
    );
  return { populations, exact: named(exact), bounded: named(bounded) };
}
