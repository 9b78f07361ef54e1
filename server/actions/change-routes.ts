import type { FastifyInstance, FastifyRequest } from 'fastify';
import { open, permissionOrKey } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer, type PageAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import type { Asked } from './action-frame.ts';
import { changesPage } from './changes-page.ts';
import type { TellingForm } from './decide-telling.ts';
import { tellChange } from './tell-change.ts';
import { tellPage } from './tell-page.ts';

/** What graduates are told of changes: the form of those who plan a degree, and the page for everyone. */
export async function changeRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const form = '/reports/:key/actions/:institution/:degree/:id/tell';
  const idOf = ({ params }: FastifyRequest) => textOf(params, 'id');
  app.get(form, permissionOrKey('actions.read', 'degree'), async (request, reply) =>
    sendAnswer(reply, await tellPage(deps, askedBy(request), idOf(request))),
  );
  app.post(form, permissionOrKey('actions.write', 'degree'), async (request, reply) =>
    sendAnswer(reply, await postTelling(deps, askedBy(request), { id: idOf(request), form: tellingOf(request.body) })),
  );
  app.get('/changes/:institution/:degree', open('public'), async (request, reply) => {
    const { codes, language } = askedBy(request);
    return sendAnswer(reply, await changesPage(deps, codes, language));
  });
}

function askedBy(request: FastifyRequest): Asked {
  const codes = { institution: textOf(request.params, 'institution'), degree: textOf(request.params, 'degree') };
  if (!Object.values(codes).every((code) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(code)))
    throw new HttpError(404, 'no such degree');
  return { language: requestLanguage(request), key: textOf(request.params, 'key'), codes };
}

async function postTelling(
  deps: Deps,
  asked: Asked,
  { id, form }: { id: string; form: TellingForm },
): Promise<PageAnswer> {
  const outcome = await tellChange(deps, { ...asked.codes, id, form });
  switch (outcome.kind) {
    case 'saved': {
      const { institution, degree } = asked.codes;
      return redirect(`/reports/${asked.key}/actions/${institution}/${degree}?lang=${asked.language}#a-${id}`);
    }
    case 'unknown':
      throw new HttpError(404, 'no such action');
    case 'refused':
      return tellPage(deps, asked, id, { form, problems: outcome.problems, isLate: false });
    case 'conflict':
      return tellPage(deps, asked, id, { form, problems: [], isLate: true });
    default:
      return outcome satisfies never;
  }
}

function tellingOf(body: unknown): TellingForm {
  const text = (name: string) => textOf(body, name).replace(/\r\n/g, '\n').trim().slice(0, 10_000);
  const revision = Number(textOf(body, 'revision'));
  return {
    deed: text('deed') === 'take_back' ? 'take_back' : 'show',
    texts: { fi: text('text_fi'), sv: text('text_sv'), en: text('text_en') },
    approvedBy: text('approved_by'),
    isApproved: text('approved') === '1',
    namesAreFine: text('names_are_fine') === '1',
    revision: Number.isInteger(revision) && revision >= 0 ? revision : 0,
  };
}
