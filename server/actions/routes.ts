import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer, type PageAnswer } from '../http/page-answer.ts';
import { acceptedLanguage, languageFrom } from '../http/request-language.ts';
import type { Asked } from './action-frame.ts';
import { historyPage, logPage } from './action-pages.ts';
import { addPage, editPage, shownAgain, type FormTarget } from './form-pages.ts';
import type { ActionForm } from './decide-action.ts';
import { saveAction } from './save-action.ts';

const READ = permissionOrKey('actions.read', 'degree');
const WRITE = permissionOrKey('actions.write', 'degree');

type Params = { key: string; institution: string; degree: string; id: string };
type Handler = (asked: Asked, request: FastifyRequest<{ Params: Params }>) => Promise<PageAnswer>;

/**
 * The action log of a degree. In a demonstration who holds the link to the reports reads and writes it:
 * its forms cannot be posted from elsewhere, since nobody else knows the key in the address.
 */
export async function actionRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const home = '/reports/:key/actions/:institution/:degree';
  const get = (path: string, handler: Handler) =>
    app.get<{ Params: Params }>(home + path, READ, (request, reply) => answer(deps, { request, reply, handler }));
  const post = (path: string, handler: Handler) =>
    app.post<{ Params: Params }>(home + path, WRITE, (request, reply) => answer(deps, { request, reply, handler }));

  get('', async (asked) => logPage(deps, asked));
  get('/add', async (asked, { query }) =>
    addPage(deps, asked, {
      item: textOf(query, 'item').slice(0, 100),
      release: textOf(query, 'release').slice(0, 100),
    }),
  );
  post('/add', async (asked, { body }) => postAction(deps, asked, { form: formOf(body), target: { kind: 'add' } }));
  get('/:id/edit', async (asked, { params }) => editPage(deps, asked, params.id));
  post('/:id/edit', async (asked, { body, params }) => {
    const revision = Number(textOf(body, 'revision'));
    if (!Number.isInteger(revision) || revision < 1) throw new HttpError(400, 'no revision');
    return postAction(deps, asked, { form: formOf(body), target: { kind: 'edit', id: params.id, revision } });
  });
  get('/:id/history', async (asked, { params }) => historyPage(deps, asked, params.id));
}

async function answer(
  deps: Deps,
  { request, reply, handler }: { request: FastifyRequest<{ Params: Params }>; reply: FastifyReply; handler: Handler },
): Promise<FastifyReply> {
  const { key, institution, degree } = request.params;
  if (![institution, degree].every((code) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(code)))
    throw new HttpError(404, 'no such degree');
  const language = languageFrom(textOf(request.query, 'lang')) ?? acceptedLanguage(request.headers['accept-language']);
  return sendAnswer(reply, await handler({ language, key, codes: { institution, degree } }, request));
}

async function postAction(
  deps: Deps,
  asked: Asked,
  { form, target }: { form: ActionForm; target: FormTarget },
): Promise<PageAnswer> {
  const outcome = await saveAction(deps, { ...asked.codes, form, ...target });
  switch (outcome.kind) {
    case 'saved': {
      const { institution, degree } = asked.codes;
      return redirect(`/reports/${asked.key}/actions/${institution}/${degree}?lang=${asked.language}#a-${outcome.id}`);
    }
    case 'unknown':
      throw new HttpError(404, 'no such action');
    case 'refused':
      return shownAgain(deps, asked, { form, problems: outcome.problems, target, theirs: null });
    case 'conflict':
      return shownAgain(deps, asked, { form, problems: [], target, theirs: outcome.theirs });
    default:
      return outcome satisfies never;
  }
}

function formOf(body: unknown): ActionForm {
  const text = (name: string) => textOf(body, name).replace(/\r\n/g, '\n').trim().slice(0, 10_000);
  return {
    title: text('title'),
    item: text('item'),
    release: text('release'),
    on: text('on'),
    body: text('body'),
    decision: text('decision'),
    reason: text('reason'),
    what: text('what'),
    role: text('role'),
    due: text('due'),
    measure: text('measure'),
    forStudents: text('for_students') === '1',
    savedBy: text('saved_by'),
    namesAreFine: text('names_are_fine') === '1',
  };
}
