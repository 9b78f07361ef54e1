import type { Condition } from './condition.ts';
import type { Page, SurveyDefinition } from './definition.ts';
import type { Question } from './question.ts';

/** Code of the answer that asks for the page once more. */
export const ONCE_MORE = 'yes';

/** Code of the n-th time of a question or page: the first keeps its own. Example: timesCode('job_pay', 2) → 'job_pay_2'. */
export function timesCode(code: string, time: number): string {
  return time === 1 ? code : `${code}_${time}`;
}

/** Code of the question at the end of the n-th time that asks for one more. Example: moreCode('jobs', 1) → 'jobs_more_1'. */
export function moreCode(page: string, time: number): string {
  return `${page}_more_${time}`;
}

/** Whether a code is that of a question which asks for one more time. Example: 'jobs_more_1'. */
export function asksOnceMore(code: string): boolean {
  return /_more_\d+$/.test(code);
}

/**
 * A definition in which a page that repeats stands as often as it may be asked, one level deep. Each time has
 * its own questions with codes of their own, so that whatever reads a survey (walk, review, files, tally)
 * knows questions and nothing of repeats. A time but the first is asked of those who wanted one more; the last
 * one does not ask. A core that ends with the page ends with its last time.
 *
 * @example expandRepeats(definition).pages.map(({ code }) => code) // ['now', 'jobs', 'jobs_2', 'jobs_3', 'skills']
 */
export function expandRepeats(definition: SurveyDefinition): SurveyDefinition {
  const { core, pages } = definition;
  if (!pages.some(({ repeat }) => repeat)) return definition;
  const last = pages.find(({ code, repeat }) => repeat && code === core?.lastPage);
  const ending = core && last?.repeat ? { core: { ...core, lastPage: timesCode(last.code, last.repeat.max) } } : {};
  return { ...definition, ...ending, pages: pages.flatMap(timesOf) };
}

function timesOf({ repeat, ...page }: Page): Page[] {
  if (!repeat) return [page];
  return Array.from({ length: repeat.max }, (_, index) => {
    const time = index + 1;
    const questions = page.questions.map((question) => ({ ...question, code: timesCode(question.code, time) }));
    return {
      ...page,
      code: timesCode(page.code, time),
      title: time === 1 ? page.title : numbered(page.title, time),
      ...(time === 1 ? {} : { showIf: wanted(page, time) }),
      questions: time === repeat.max ? questions : [...questions, oneMore(page.code, repeat, time)],
    };
  });
}

function numbered(title: Page['title'], time: number): Page['title'] {
  return { fi: `${title.fi} ${time}`, sv: `${title.sv} ${time}`, en: `${title.en} ${time}` };
}

function wanted(page: Omit<Page, 'repeat'>, time: number): Condition {
  const more: Condition = { kind: 'any_of', question: moreCode(page.code, time - 1), options: [ONCE_MORE] };
  return page.showIf ? { kind: 'all', conditions: [page.showIf, more] } : more;
}

function oneMore(page: string, { another, yes, no }: NonNullable<Page['repeat']>, time: number): Question {
  return {
    kind: 'single',
    code: moreCode(page, time),
    text: another,
    background: true,
    options: [
      { code: ONCE_MORE, label: yes },
      { code: 'no', label: no },
    ],
  };
}
