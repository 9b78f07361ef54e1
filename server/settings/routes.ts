import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import { placesOf } from '../accounts/places.ts';
import { revokeApiToken } from '../api/tokens.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer, type PageAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { SETTING_LANGUAGES, type TypedSettings } from './decide-settings.ts';
import { saveSettings } from './save-settings.ts';
import { settingsPage, type SettingsPlace } from './settings-page.ts';
import { makeToken, revokePage, tokensPage } from './tokens-page.ts';

const FIELDS = [
  ...SETTING_LANGUAGES.flatMap((language) => [`name_${language}`, `reply_${language}`]),
  ...['contact_name', 'contact_email', 'contact_phone'],
];
const TOKENS = requirePermission('tokens.manage', 'nation');

/** Senders, what mail providers see of them, whom graduates may ask; and tokens of programs. */
export async function settingsRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const common = (request: FastifyRequest): SettingsPlace => ({
    institution: '',
    canEdit: request.may('messages.edit', { institution: '', degree: '' }),
    places: placesOf(request.visitor, 'messages.edit', deps),
  });
  const ofInstitution = (request: FastifyRequest): SettingsPlace => ({
    institution: textOf(request.params, 'institution'),
    canEdit: true,
    places: [],
  });
  app.get('/settings', requirePermission('messages.edit', 'some'), (request, reply) =>
    show(deps, request, reply, common(request)),
  );
  app.post('/settings', requirePermission('messages.edit', 'nation'), (request, reply) =>
    save(deps, request, reply, common(request)),
  );
  app.get('/settings/:institution', requirePermission('messages.edit', 'institution'), (request, reply) =>
    show(deps, request, reply, ofInstitution(request)),
  );
  app.post('/settings/:institution', requirePermission('messages.edit', 'institution'), (request, reply) =>
    save(deps, request, reply, ofInstitution(request)),
  );
  addTokens(app, deps);
}

function addTokens(app: FastifyInstance, deps: Deps): void {
  const nameOf = (request: FastifyRequest) => textOf(request.params, 'token').slice(0, 40);
  app.get('/settings/tokens', TOKENS, async (request, reply) => {
    const revoked = textOf(request.query, 'done') === 'revoked';
    return sendAnswer(reply, await tokensPage(deps, requestLanguage(request), { revoked }));
  });
  app.post('/settings/tokens', TOKENS, async (request, reply) => {
    const field = (name: string) => textOf(request.body, name).trim().slice(0, 100);
    const typed = {
      name: field('name'),
      scope: field('scope'),
      institution: field('institution'),
      expires: field('expires'),
    };
    const made = await makeToken(deps, requestLanguage(request), { typed, by: actorOf(request) });
    reply.header('Cache-Control', 'no-store');
    return sendAnswer(reply, made);
  });
  app.get('/settings/tokens/:token/revoke', TOKENS, async (request, reply) =>
    sendAnswer(reply, found(await revokePage(deps, requestLanguage(request), nameOf(request)))),
  );
  app.post('/settings/tokens/:token/revoke', TOKENS, async (request, reply) => {
    const isDone = await revokeApiToken(deps, nameOf(request), actorOf(request));
    if (!isDone) throw new HttpError(404, 'no such token');
    return sendAnswer(reply, redirect(`/settings/tokens?done=revoked&lang=${requestLanguage(request)}`));
  });
}

async function show(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  place: SettingsPlace,
): Promise<FastifyReply> {
  const saved = textOf(request.query, 'done') === 'saved';
  return sendAnswer(reply, found(await settingsPage(deps, { language: requestLanguage(request), place, saved })));
}

async function save(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  place: SettingsPlace,
): Promise<FastifyReply> {
  const language = requestLanguage(request);
  const typed: TypedSettings = Object.fromEntries(
    FIELDS.map((name) => [name, textOf(request.body, name).slice(0, 300)]),
  );
  const { institution } = place;
  const shown = { language, place, saved: false };
  if (!(await settingsPage(deps, shown))) throw new HttpError(404, 'no such institution');
  const problems = await saveSettings(deps, { institution, typed, by: actorOf(request) });
  if (problems.length > 0) return sendAnswer(reply, found(await settingsPage(deps, { ...shown, typed, problems })));
  const path = institution === '' ? '/settings' : `/settings/${institution}`;
  return sendAnswer(reply, redirect(`${path}?done=saved&lang=${language}`));
}

/** Who does it, for the log. */
function actorOf({ visitor }: FastifyRequest): string | null {
  return visitor.kind === 'person' ? visitor.person.id : null;
}

function found(answer: PageAnswer | null): PageAnswer {
  if (!answer) throw new HttpError(404, 'no such institution or token');
  return answer;
}
