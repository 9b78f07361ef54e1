import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { currentGrants, type Visitor } from './decide-access.ts';
import { roleMay, type Action } from './permissions.ts';
import { registerNames } from './register-names.ts';
import { todayOf } from './sessions.ts';

/** For which institution somebody acts: '' = for all of them. */
export type Acting = {
  institution: string;
  name: string;
  /** Everything that they may act for, by the pages that offer a choice. */
  choices: readonly { institution: string; name: string }[];
};

type Asked = {
  action: Action;
  /** The institution that the address names; '' = none. */
  wanted: string;
  language: Language;
  /** What the whole is called. */
  network: string;
};

/**
 * For which institution a visitor acts on a page of a round: the one that the address names, if it is theirs; else
 * all of them, or their own. Null = what they ask for does not exist for them.
 */
export function actingFor(
  deps: Pick<Deps, 'surveys' | 'now'>,
  {
    visitor,
    may,
  }: { visitor: Visitor; may: (action: Action, place: { institution: string; degree: string }) => boolean },
  { action, wanted, language, network }: Asked,
): Acting | null {
  const names = registerNames(deps.surveys, 'institution');
  const nameOf = (institution: string) =>
    institution === '' ? network : (names.get(institution)?.[language] ?? institution);
  const isNational = may(action, { institution: '', degree: '' });
  const own = visitor.kind === 'person' ? ownInstitutions(visitor, action, todayOf(deps)) : [];
  const places = [...(isNational ? [''] : []), ...own];
  const institution = wanted === '' ? places[0] : wanted;
  if (institution === undefined || !may(action, { institution, degree: '' })) return null;
  if (institution !== '' && !names.has(institution)) return null;
  const choices = [...new Set([...places, institution])].map((one) => ({ institution: one, name: nameOf(one) }));
  return { institution, name: nameOf(institution), choices };
}

function ownInstitutions({ person }: Extract<Visitor, { kind: 'person' }>, action: Action, today: string): string[] {
  const grants = currentGrants(person, today).filter(({ role, degree }) => degree === '' && roleMay(role, action));
  return [...new Set(grants.flatMap(({ institution }) => (institution === '' ? [] : [institution])))].sort();
}
