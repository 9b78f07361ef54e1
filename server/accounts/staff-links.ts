import type { Language } from '../engine/text.ts';
import { SIGNED_IN } from './access.ts';
import { maySomewhere, type Visitor } from './decide-access.ts';
import type { Action } from './permissions.ts';
import { accountTexts } from './texts/index.ts';

export type StaffLink = { href: string; label: string; what: string };

/** The pages that somebody's roles open today, in the order of the work. */
export function linksOf(visitor: Visitor, language: Language, today: string): StaffLink[] {
  const { account: t, pages } = accountTexts(language);
  const all: readonly [Action, string, string, string][] = [
    ['rounds.read', '/rounds', t.rounds, pages.rounds],
    ['own-questions.edit', '/own-questions', t.ownQuestions, pages.ownQuestions],
    ['releases.read', '/releases', t.releases, pages.releases],
    ['reports.read', `/reports/${SIGNED_IN}`, t.reports, pages.reports],
    ['open-answers.review', '/open-answers', t.openAnswers, pages.openAnswers],
    ['accounts.manage', '/staff/users', t.users, pages.users],
    ['feedback.answer', '/feedback', t.feedback, pages.feedback],
    ['messages.edit', '/settings', t.settings, pages.settings],
    ['tokens.manage', '/settings/tokens', t.tokens, pages.tokens],
    ['audit.read', '/staff/log', t.log, pages.log],
  ];
  return all
    .filter(([action]) => maySomewhere(visitor, action, today))
    .map(([, path, label, what]) => ({ href: `${path}?lang=${language}`, label, what }));
}
