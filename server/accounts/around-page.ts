import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import type { Around } from '../http/render.ts';
import type { Visitor } from './decide-access.ts';
import { formToken } from './sessions.ts';
import { accountTexts } from './texts/index.ts';

/** What stands around a page of staff: who has signed in, and the token of its forms. */
export function aroundPage(keys: Deps['keys'], visitor: Visitor, language: Language): Around {
  const t = accountTexts(language);
  switch (visitor.kind) {
    case 'nobody':
    case 'link':
      return { formToken: null, notice: null, bar: null };
    case 'machine':
      return { formToken: null, notice: t.frame.machine, bar: null };
    case 'halfway':
      return { formToken: formToken(keys, visitor.sessionId), notice: null, bar: null };
    case 'person': {
      const links = [{ href: `/staff?lang=${language}`, label: visitor.person.name }];
      const signOut = { action: `/staff/sign-out?lang=${language}`, label: t.frame.signOut };
      const bar = { label: t.frame.signedIn, links, signOut };
      return { formToken: formToken(keys, visitor.sessionId), notice: null, bar };
    }
    default:
      return visitor satisfies never;
  }
}
