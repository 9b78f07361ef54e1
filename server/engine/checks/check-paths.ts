import type { Finding } from '../finding.ts';
import { typeOf } from '../question-types/index.ts';
import type { Survey } from '../survey.ts';
import { pathMinutes } from './path-minutes.ts';
import { offeredAnswers, walkAtRandom, type Offered, type WalkEnd } from './random-walk.ts';
import { seededNumbers } from './seeded-numbers.ts';

const WALKS = 400;

/** Questions and estimated minutes of one path. Information texts are no questions. */
export type PathLength = { questions: number; minutes: number; reading: number };
/** What random walks through a definition saw. */
export type Paths = {
  walks: number;
  /** Of them, the share that reached the end, 0–1. */
  reached: number;
  /** Different sets of questions met. */
  different: number;
  shortest: PathLength;
  longest: PathLength;
  /** Half of the walks take longer. */
  medianMinutes: number;
};

/**
 * Walks a sound definition at random and says how it went. The same seed gives the same walks. `null`
 * where no walk reached the end. The definition must have passed the checker.
 *
 * @example checkPaths(survey).paths // { walks: 400, reached: 1, different: 87, shortest: { questions: 29, … }, … }
 */
export function checkPaths(survey: Survey, seed = 1, walks = WALKS): { paths: Paths | null; findings: Finding[] } {
  const numbers = seededNumbers(seed);
  const offered = offeredAnswers(survey);
  const ends = Array.from({ length: walks }, () => walkAtRandom(survey, offered, numbers));
  const paths = summary(survey, ends);
  const findings = [
    ...refusedAnswers(survey, offered),
    ...endFindings(ends),
    ...(paths ? minuteFindings(survey, paths) : []),
  ];
  return { paths, findings };
}

function summary(survey: Survey, ends: readonly WalkEnd[]): Paths | null {
  const minutes = pathMinutes(survey);
  const sets = ends.flatMap((end) => (end.kind === 'end' ? [end.questions] : []));
  const lengths = sets
    .map((questions): PathLength => {
      const { all, reading } = minutes(questions);
      const asked = [...questions].filter((code) => survey.questions.get(code)?.kind !== 'info').length;
      return { questions: asked, minutes: all, reading };
    })
    .toSorted((one, other) => one.minutes - other.minutes);
  const [shortest, middle, longest] = [lengths[0], lengths[Math.floor(lengths.length / 2)], lengths.at(-1)];
  if (!shortest || !middle || !longest) return null;
  return {
    walks: ends.length,
    reached: sets.length / ends.length,
    different: new Set(sets.map((questions) => [...questions].join())).size,
    shortest,
    longest,
    medianMinutes: middle.minutes,
  };
}

function endFindings(ends: readonly WalkEnd[]): Finding[] {
  const share = (kind: WalkEnd['kind']): string =>
    `${Math.round((100 * ends.filter((end) => end.kind === kind).length) / ends.length)} %`;
  const found = new Map<string, Finding>();
  for (const end of ends)
    if (!found.has(end.kind)) for (const each of ofEnd(end, share(end.kind))) found.set(end.kind, each);
  return [...found.values()];
}

function ofEnd(end: WalkEnd, share: string): Finding[] {
  switch (end.kind) {
    case 'end':
      return [];
    case 'nothing_asked': {
      const message = `Of people who answer at random, ${share} are asked nothing. Let at least one question be without a condition.`;
      return [{ place: 'pages', rule: 'nothing_asked', message }];
    }
    case 'astray': {
      const message = `Of people who answer at random, ${share} go round and never reach the end. Correct the conditions.`;
      return [{ place: `pages[${end.page}]`, rule: 'end_not_reached', message }];
    }
    default:
      return end satisfies never;
  }
}

/** Answers that a question offers but that would be refused when they are stored. */
function refusedAnswers(survey: Survey, offered: Offered): Finding[] {
  return survey.definition.pages.flatMap((page, index) =>
    page.questions.flatMap((question, at) => {
      const stored = typeOf(question).stored(survey, question);
      if ((offered.get(question.code) ?? []).every((value) => stored.safeParse(value).success)) return [];
      const message = `An answer that "${question.code}" offers cannot be stored. Correct its options or limits.`;
      return [{ place: `pages[${index}].questions[${at}]`, rule: 'answer_refused', message }];
    }),
  );
}

/** The promise on the first page against the estimates: out by a factor of two is an error, otherwise advice. */
function minuteFindings({ definition: { minutes } }: Survey, { shortest, longest }: Paths): Finding[] {
  const [least, most] = [shortest.minutes, longest.minutes];
  if (most >= minutes.from && least <= minutes.to) return [];
  const wrong = least > minutes.to * 2 || most < minutes.from / 2;
  const message = `The first page promises ${minutes.from} to ${minutes.to} minutes, but paths take about ${least.toFixed(1)} to ${most.toFixed(1)} by estimate. Measure, and correct \`minutes\`.`;
  return [{ place: 'minutes', rule: 'minutes_differ', message, severity: wrong ? 'error' : 'advice' }];
}
