import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { publicFrame } from '../http/frame.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import type { Frame } from '../http/frame.ts';
import { dayAndMonth, lastMoment } from '../responses/dates.ts';
import { listInWords } from '../responses/list-in-words.ts';
import { contactLines } from './notice-sections.ts';
import { institutionNamed, loadNotice } from './notice.ts';
import { selectOpenRounds } from './store.ts';
import { TRUST } from './texts/index.ts';

type Link = { href: string; label: string };
type GenuinePage = Frame & {
  t: (typeof TRUST)[Language];
  heading: string;
  rounds: readonly string[];
  signs: readonly string[];
  contacts: readonly string[];
  links: readonly Link[];
};
const genuineView = defineView<GenuinePage>('trust/views/genuine');

/**
 * The page of one institution by which a message can be checked without its link. It tells what the
 * institution itself has said, and whether a survey of it is open now; nothing of any graduate.
 */
export async function institutionPage(
  deps: Pick<Deps, 'db' | 'config' | 'surveys' | 'now'>,
  institution: string,
  language: Language,
): Promise<PageAnswer> {
  const named = institutionNamed(deps.surveys, institution);
  if (!named) return redirect(`/genuine?lang=${language}`);
  const t = TRUST[language];
  const notice = await loadNotice(deps, institution);
  const rounds = await selectOpenRounds(deps.db, institution, deps.now());
  const heading = t.title(named.label[language]);
  const { baseUrl } = deps.config;
  return page(genuineView, {
    ...publicFrame({ language, title: heading }),
    styles: ['answer.css'],
    invented: named.invented === true,
    t,
    heading,
    rounds: rounds.map(({ opens_at, closes_at, time_zone }) =>
      t.open(dayAndMonth(opens_at, time_zone, language), dayAndMonth(lastMoment(closes_at), time_zone, language)),
    ),
    signs: [
      ...(baseUrl ? [t.linkStart(`${baseUrl}/v/`)] : []),
      ...(notice ? [t.senders(listInWords(notice.senders, language))] : []),
    ],
    contacts: notice ? contactLines(notice, language) : [],
    links: [
      ...(notice ? [{ href: notice.page, label: t.page }] : []),
      { href: `/genuine?lang=${language}`, label: t.general },
    ],
  });
}
