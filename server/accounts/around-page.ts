import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import type { Around } from '../http/render.ts';
import type { Visitor } from './decide-access.ts';
import { formToken } from './sessions.ts';
import { linksOf } from './staff-links.ts';
import { accountTexts } from './texts/index.ts';

type Place = { language: Language; today: string; path: string };

/** What stands around a page of staff: the pages of their roles, who has signed in, and the token of the page's forms. */
export function aroundPage(keys: Deps['keys'], visitor: Visitor, place: Place): Around {
  const t = accountTexts(place.language);
  switch (visitor.kind) {
    case 'nobody':
    case 'link':
      return { formToken: null, notice: null, bar: null };
    case 'machine': {
      const links = marked(linksOf(visitor, place.language, place.today), place.path);
      return { formToken: null, notice: t.frame.machine, bar: { label: t.frame.pages, links, signOut: null } };
    }
    case 'halfway':
      return { formToken: formToken(keys, visitor.sessionId), notice: null, bar: null };
    case 'person': {
      const { language } = place;
      const links = [
        { href: `/staff?lang=${language}`, label: t.frame.start },
        ...linksOf(visitor, language, place.today),
        { href: `/staff/account?lang=${language}`, label: visitor.person.name },
      ];
      const signOut = { action: `/staff/sign-out?lang=${language}`, label: t.frame.signOut };
      const bar = { label: t.frame.pages, links: marked(links, place.path), signOut };
      return { formToken: formToken(keys, visitor.sessionId), notice: null, bar };
    }
    default:
      return visitor satisfies never;
  }
}

/** Marks the link whose pages the open one belongs to. */
function marked(links: readonly { href: string; label: string }[], path: string) {
  const belongs = links.filter(({ href }) => isBelow(path, pathOf(href)));
  const nearest = belongs.toSorted((a, b) => pathOf(b.href).length - pathOf(a.href).length)[0];
  return links.map(({ href, label }) => ({ href, label, current: href === nearest?.href }));
}

function pathOf(href: string): string {
  return href.replace(/\?.*$/, '');
}

/** The start page has no pages below it: they are other links. */
function isBelow(path: string, of: string): boolean {
  return path === of || (of !== '/staff' && path.startsWith(`${of}/`));
}
