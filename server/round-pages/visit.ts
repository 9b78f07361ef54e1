import type { Place, Visitor } from '../accounts/decide-access.ts';
import type { Action } from '../accounts/permissions.ts';
import { todayOf } from '../accounts/sessions.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { requestLanguage } from '../http/request-language.ts';
import { readerOf, type Reader, type ServiceRoute } from './reader.ts';

/** A request for a page of rounds: nothing of it is trusted. */
export type Visit = { reader: Reader; language: Language; params: unknown; query: unknown; body: unknown };

type Request = {
  visitor: Visitor;
  may: (action: Action, place: Place) => boolean;
  params: unknown;
  query: unknown;
  body: unknown;
  headers: Parameters<typeof requestLanguage>[0]['headers'];
  server: { declaredAccess: readonly ServiceRoute[] };
};

/** Who asks for what. */
export function visitOf(request: Request, deps: Pick<Deps, 'surveys' | 'now'>): Visit {
  const { params, query, body, server } = request;
  const reader = readerOf(request, deps, { routes: server.declaredAccess, today: todayOf(deps) });
  return { reader, language: requestLanguage(request), params, query, body };
}
