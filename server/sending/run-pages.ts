import { LANGUAGES, type Language } from '../engine/text.ts';
import { openChannels } from '../jobs/open-channels.ts';
import { finishTime } from '../messages/finish-time.ts';
import { CHANNELS } from '../messages/plan-schema.ts';
import { scheduleStep, type Refusal, type Scheduled } from '../messages/schedule-step.ts';
import { namesOfDegrees, smsParts } from './run-facts.ts';
import { momentWords, numberWords } from './format.ts';
import { kindName, languageName } from './plan-words.ts';
import {
  defineView,
  page,
  sendingFrame,
  type PageAnswer,
  isUnavailable,
  unavailablePage,
  type Fault,
  type SendingFrame,
} from './sending-frame.ts';
import { perMinuteOf } from './simulation-page.ts';
import { goTo, linkTo, wordIn, type SendingDeps, type SendingPage, type SendingVisit } from './visit.ts';

type Row = { label: string; count: string };
type RunModel = SendingFrame & {
  heading: string;
  step: string;
  back: string;
  lines: readonly string[];
  sum: readonly Row[];
  target: string;
  languages: readonly Row[];
  degrees: readonly Row[];
  samples: readonly { heading: string; lang: Language; subject: string; text: string }[];
  next: string | null;
};
const runView = defineView<RunModel>('sending/views/dry-run');
type ConfirmModel = SendingFrame & {
  heading: string;
  step: string;
  back: string;
  lead: string;
  languagesLine: string;
  action: string;
  typed: string;
  fault: string | null;
};
const confirmView = defineView<ConfirmModel>('sending/views/confirm');

const codeOf = ({ params }: SendingVisit) => wordIn(params, 'step');
const pathOf = (visit: SendingVisit) => `/plan/steps/${codeOf(visit)}`;

/** Whom a step would write to and whom not: the sum is the target population. */
export const dryRunPage: SendingPage = async (deps, visit) => {
  const outcome = await runStep(deps, visit, null);
  if (!('run' in outcome) || outcome.kind === 'nobody') return refusedPage(visit, outcome);
  const { t, language } = visit;
  const { run, round, step } = outcome;
  const path = `${pathOf(visit)}/dry-run`;
  const title = `${t.run.title}: ${kindName(t, step.code)}`;
  const names = namesOfDegrees(round.survey, language);
  const sorted = (counts: Readonly<Record<string, number>>, nameOf: (code: string) => string): Row[] =>
    Object.entries(counts)
      .toSorted(([, one], [, other]) => other - one)
      .map(([code, people]) => ({ label: nameOf(code), count: numberWords(people, language) }));
  return page(runView, {
    ...sendingFrame(visit, title, { side: 'plan', path, invented: round.invented }),
    heading: t.run.title,
    step: kindName(t, step.code),
    back: linkTo(visit, pathOf(visit)),
    lines: await runLines(deps, visit, outcome),
    sum: [
      { label: t.run.gets, count: numberWords(run.recipients, language) },
      ...sorted(run.leftOut, (reason) => t.reasons[reason] ?? reason),
    ],
    target: numberWords(run.target, language),
    languages: sorted(run.byLanguage, (code) => languageName(t, code)),
    degrees: sorted(run.byDegree, (code) => names.get(code) ?? code),
    samples: samplesOf(visit, run.samples),
    next: run.recipients > 0 ? linkTo(visit, `${pathOf(visit)}/confirm`) : null,
  });
};

/** How many, from when until when, and what is paid for. */
async function runLines(deps: SendingDeps, { t, language }: SendingVisit, scheduled: Scheduled): Promise<string[]> {
  const { run, round, startsAt, step } = scheduled;
  const pace = { perMinute: perMinuteOf(deps), zone: round.time_zone };
  const finish = finishTime(startsAt, Object.values(run.byDomain), pace);
  const lines = [
    t.run.recipients(numberWords(run.recipients, language)),
    t.step.startsAt(momentWords(startsAt, round.time_zone, language)),
  ];
  if (step.channel === 'letter') return [...lines, t.run.letters(numberWords(run.recipients, language))];
  lines.push(t.run.finish(momentWords(finish, round.time_zone, language)));
  if (step.channel === 'mail') return lines;
  return [...lines, t.run.parts(numberWords(await smsParts(deps, scheduled), language))];
}

function samplesOf({ t }: SendingVisit, samples: Scheduled['run']['samples']): RunModel['samples'] {
  const numbered = new Map<string, number>();
  return samples.map(({ language: lang, subject, text }) => {
    const number = (numbered.get(lang) ?? 0) + 1;
    numbered.set(lang, number);
    return { heading: t.run.sample(t.languages[lang], String(number)), lang, subject, text };
  });
}

/** The number is typed here, on a page of its own. */
export const confirmPage: SendingPage = async (deps, visit) => {
  const outcome = await runStep(deps, visit, null);
  if (!('run' in outcome) || outcome.kind === 'nobody') return refusedPage(visit, outcome);
  return showConfirm(visit, outcome, null);
};

/** Schedules the step if the number is that of its messages, and says what is in the way if not. */
export const postConfirm: SendingPage = async (deps, visit) => {
  const typed = wordIn(visit.form, 'count', 20).replace(/[\s\u00a0\u202f,.]/g, '');
  if (!/^\d{1,9}$/.test(typed)) {
    const outcome = await runStep(deps, visit, null);
    if (!('run' in outcome) || outcome.kind === 'nobody') return refusedPage(visit, outcome);
    return showConfirm(visit, outcome, visit.t.confirm.notANumber);
  }
  const outcome = await runStep(deps, visit, Number(typed));
  if (outcome.kind === 'scheduled') return goTo(visit, pathOf(visit), { done: 'scheduled' });
  if (outcome.kind !== 'count_differs' && outcome.kind !== 'dry_run') return refusedPage(visit, outcome);
  const [was = '', is = ''] = [Number(typed), outcome.run.recipients].map((one) => numberWords(one, visit.language));
  return showConfirm(visit, outcome, visit.t.confirm.differs(was, is));
};

async function runStep(deps: SendingDeps, visit: SendingVisit, confirm: number | null) {
  const { roundId, sender, by } = visit;
  const open = openChannels(deps);
  const channels = CHANNELS.filter((channel) => channel in open);
  return scheduleStep(deps, { roundId, sender, by, step: codeOf(visit), confirm, channels });
}

function showConfirm(visit: SendingVisit, { run, step, round, startsAt }: Scheduled, fault: string | null): PageAnswer {
  const { t, language } = visit;
  const path = `${pathOf(visit)}/confirm`;
  const errors: Fault[] = fault === null ? [] : [{ href: '#count', message: fault }];
  const languages = LANGUAGES.filter((one) => (run.byLanguage[one] ?? 0) > 0).map(
    (one) => `${t.languages[one]} ${numberWords(run.byLanguage[one] ?? 0, language)}`,
  );
  const model: ConfirmModel = {
    ...sendingFrame(visit, t.confirm.title, { side: 'plan', path, invented: round.invented, errors }),
    heading: t.confirm.title,
    step: kindName(t, step.code),
    back: linkTo(visit, `${pathOf(visit)}/dry-run`),
    lead: t.confirm.lead[step.channel](
      numberWords(run.recipients, language),
      momentWords(startsAt, round.time_zone, language),
    ),
    languagesLine: t.confirm.languages(languages.join(', ')),
    action: linkTo(visit, path),
    typed: wordIn(visit.form, 'count', 20),
    fault,
  };
  return page(confirmView, model, fault === null ? 200 : 422);
}

const refusedView = defineView<SendingFrame & { heading: string; lines: readonly string[]; back: string }>(
  'sending/views/refused',
);

/** Why a step cannot be scheduled. */
function refusedPage(visit: SendingVisit, outcome: Refusal): PageAnswer | null {
  const { t } = visit;
  const here = { side: 'plan', path: pathOf(visit) } as const;
  const say = (line: string) => {
    const heading = kindName(t, codeOf(visit));
    const frame = sendingFrame(visit, heading, {
      ...here,
      errors: [{ href: linkTo(visit, pathOf(visit)), message: line }],
    });
    return page(refusedView, { ...frame, heading, lines: [line], back: linkTo(visit, pathOf(visit)) }, 409);
  };
  if (isUnavailable(outcome)) return unavailablePage(visit, outcome, here);
  switch (outcome.kind) {
    case 'unknown_step':
      return null;
    case 'blocked':
      return say(t.step.blocked);
    case 'nobody':
      return say(t.run.nobody);
    case 'not_tested':
    case 'channel_off':
    case 'no_base_url':
    case 'scheduled_before':
    case 'no_plan':
      return say(t.confirm[outcome.kind]);
    default:
      return outcome satisfies never;
  }
}
