import type { Language } from '../engine/text.ts';
import { SIGNED_IN } from './access.ts';
import { maySomewhere, type StaffPerson } from './decide-access.ts';
import type { Action } from './permissions.ts';
import { accountTexts } from './texts/index.ts';

/** The pages that somebody's roles open today. */
export function linksOf(person: StaffPerson, language: Language, today: string): { href: string; label: string }[] {
  const { account: t } = accountTexts(language);
  const all: readonly [Action, string, string][] = [
    ['reports.read', `/reports/${SIGNED_IN}`, t.reports],
    ['own-questions.edit', '/own-questions', t.ownQuestions],
    ['open-answers.review', '/open-answers', t.openAnswers],
    ['accounts.manage', '/staff/users', t.users],
    ['audit.read', '/staff/log', t.log],
  ];
  const visitor = { kind: 'person', person, sessionId: '' } as const;
  return all
    .filter(([action]) => maySomewhere(visitor, action, today))
    .map(([, path, label]) => ({ href: `${path}?lang=${language}`, label }));
}
