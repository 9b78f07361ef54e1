import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { requirePermission } from '../accounts/access.ts';
import { formOf, textOf } from '../http/form.ts';
import { redirect, sendAnswer, type PageAnswer } from '../http/page-answer.ts';
import { postColumns, showColumns } from './columns-answers.ts';
import * as answers from './import-answers.ts';
import { importStartPage } from './import-start-page.ts';
import { openImport, type ImportVisit } from './import-visit.ts';
import { emptyFile, mendFile } from './mend-file.ts';
import { peoplePath } from './people-frame.ts';
import { visitOf, type PopulationParts } from './visit.ts';

const MANAGE = requirePermission('population.manage', 'some');
const BASE = '/rounds/:round/population/import';

type Handler = (at: ImportVisit) => Promise<PageAnswer>;

/** The pages that bring people into a round, but for the form that takes the file. */
export async function importRoutes(app: FastifyInstance, parts: PopulationParts): Promise<void> {
  const { deps } = parts;
  app.get(BASE, MANAGE, async (request, reply) => {
    const visit = await visitOf(parts.deps, request);
    if (visit.round.isFrozen) return sendAnswer(reply, redirect(peoplePath(visit)));
    return sendAnswer(reply, await importStartPage(deps, visit, { done: textOf(request.query, 'done') }));
  });
  app.get(`${BASE}/template.csv`, MANAGE, async (_request, reply) => sendCsv(reply, 'people.csv', emptyFile()));
  const at = (handler: Handler) => async (request: FastifyRequest, reply: FastifyReply) =>
    sendAnswer(reply, await handler(await importOf(parts, request)));
  app.get(`${BASE}/:id/columns`, MANAGE, at(showColumns));
  app.post(`${BASE}/:id/columns`, MANAGE, at(postColumns));
  app.get(`${BASE}/:id`, MANAGE, at(answers.showImport));
  app.post(`${BASE}/:id`, MANAGE, at(answers.postChoice));
  app.get(`${BASE}/:id/confirm`, MANAGE, at(answers.showConfirm));
  app.post(`${BASE}/:id/confirm`, MANAGE, at(answers.postConfirm));
  app.post(`${BASE}/:id/undo`, MANAGE, at(answers.postUndo));
  app.get(`${BASE}/:id/rejected.csv`, MANAGE, async (request, reply) => {
    const { upload, visit } = await importOf(parts, request);
    return sendCsv(reply, 'rows-to-mend.csv', Readable.from(mendFile(deps, upload, visit.language)));
  });
}

function sendCsv(reply: FastifyReply, name: string, content: string | Readable): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(content);
}

async function importOf(parts: PopulationParts, request: FastifyRequest): Promise<ImportVisit> {
  const visit = await visitOf(parts.deps, request);
  return openImport(parts, visit, { id: textOf(request.params, 'id'), form: formOf(request.body) });
}
