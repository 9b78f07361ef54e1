import { z } from 'zod';
import { registerNames } from '../accounts/register-names.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { fullDate } from '../responses/dates.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import { loadHistory, type RoundEvent } from '../rounds/load-history.ts';
import type { Reader } from './reader.ts';
import { roundFrame, roundHead, type RoundFrame, type RoundHead } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

type Line = { day: string; what: string; more: string; who: string };
const historyView = defineView<RoundFrame & { heading: string; head: RoundHead; lines: readonly Line[] }>(
  'round-pages/views/history',
);

const detailSchema = z.object({
  reason: z.string().optional().catch(undefined),
  opens: z.string().optional().catch(undefined),
  closes: z.string().optional().catch(undefined),
  until: z.string().nullish().catch(null),
  institution: z.string().optional().catch(undefined),
  takes_part: z.boolean().optional().catch(undefined),
  from: z.string().optional().catch(undefined),
  version: z.number().nullish().catch(null),
  messages: z.number().optional().catch(undefined),
  step: z.string().optional().catch(undefined),
});

/** What was done with a round, newest first. Of institutions a coordinator reads their own. */
export async function historyPage(
  deps: Pick<Deps, 'db' | 'now' | 'surveys'>,
  { reader, facts, language }: { reader: Reader; facts: RoundFacts; language: Language },
): Promise<PageAnswer> {
  const t = roundTexts(language);
  const kinds = Object.keys(t.history.kinds);
  const events = await loadHistory(deps, { roundId: facts.row.id, kinds });
  const isTheirs = ({ detail }: RoundEvent) => {
    const { institution } = detailSchema.parse(detail);
    return reader.all || institution === undefined || reader.institutions.includes(institution);
  };
  return page(historyView, {
    ...roundFrame(language, t.history.title),
    heading: t.history.title,
    head: roundHead(deps, facts, language),
    lines: events.filter(isTheirs).map((event) => lineOf(deps, event, language)),
  });
}

function lineOf(
  { surveys }: Pick<Deps, 'surveys'>,
  { day, kind, detail, count, who }: RoundEvent,
  language: Language,
): Line {
  const { history: t, tasks } = roundTexts(language);
  const facts = detailSchema.parse(detail);
  const names =
    facts.institution === undefined ? undefined : registerNames(surveys, 'institution').get(facts.institution);
  const place = facts.institution === undefined ? '' : (names?.[language] ?? facts.institution);
  const more = [
    place,
    facts.takes_part === undefined ? '' : facts.takes_part ? tasks.takesPart : tasks.takesNoPart,
    facts.opens !== undefined && facts.closes !== undefined ? t.times(facts.opens, facts.closes) : '',
    facts.until ? t.until(facts.until) : '',
    facts.from === undefined ? '' : t.like(facts.from),
    facts.step ?? '',
    facts.version ? t.version(facts.version) : '',
    facts.messages === undefined ? '' : t.messages(facts.messages),
    facts.reason ? t.reason(facts.reason) : '',
    count > 1 ? t.counted(count) : '',
  ];
  return {
    day: fullDate(day, language),
    what: Object.entries(t.kinds).find(([name]) => name === kind)?.[1] ?? kind,
    more: more.filter((words) => words !== '').join(', '),
    who: who ?? t.command,
  };
}
