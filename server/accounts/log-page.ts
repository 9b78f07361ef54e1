import { z } from 'zod';
import { selectStaffEvents } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { dayWords, placeWords } from './grant-words.ts';
import { roleFrom } from './permissions.ts';
import { staffFrame, type StaffFrame } from './staff-frame.ts';
import { selectPeople } from './store.ts';
import { accountTexts, type AccountTexts } from './texts/index.ts';

const MOST_LINES = 300;
type Line = { day: string; what: string; who: string; more: string };
const logView = defineView<StaffFrame & { lines: readonly Line[] }>('accounts/views/log');

const detailSchema = z.object({
  person: z.string().optional(),
  by: z.string().nullish(),
  role: z.string().optional(),
  institution: z.string().optional(),
  degree: z.string().optional(),
  sessions: z.number().optional(),
});

/** What was done with accounts, newest first. */
export async function logPage(deps: Pick<Deps, 'db' | 'surveys'>, language: Language): Promise<PageAnswer> {
  const t = accountTexts(language);
  const names = new Map((await selectPeople(deps.db)).map(({ id, name, email }) => [id, `${name} (${email})`]));
  const events = await selectStaffEvents(deps.db, MOST_LINES);
  const lines = events.map(({ on_date, kind, detail }): Line => {
    const facts = detailSchema.safeParse(detail).data ?? {};
    const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? '') : '');
    const role = roleFrom(facts.role ?? '');
    const place = { institution: facts.institution ?? '', degree: facts.degree ?? '' };
    const about = role ? [t.roles[role], placeWords(place, { language, surveys: deps.surveys })] : [];
    const [actor, subject] = facts.by ? [nameOf(facts.by), nameOf(facts.person)] : [nameOf(facts.person), ''];
    return {
      day: dayWords(on_date, language),
      what: kindWords(t, kind),
      who: actor,
      more: [subject, ...about].filter((word) => word !== '').join(', '),
    };
  });
  return page(logView, { ...staffFrame(language, t.log.title), lines });
}

function kindWords({ log }: AccountTexts, kind: string): string {
  return Object.entries(log.kinds).find(([name]) => name === kind)?.[1] ?? kind;
}
