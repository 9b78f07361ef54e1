import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import { maySomewhere } from '../accounts/decide-access.ts';
import { todayOf } from '../accounts/sessions.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { importStartPage } from './import-start-page.ts';
import { peoplePath } from './people-frame.ts';
import { keepFile, receiveFile, type FileProblem, type ReceivedFile } from './receive-file.ts';
import { visitOf, type PopulationParts } from './visit.ts';

const MANAGE = requirePermission('population.manage', 'some');
const LIMITS = { files: 1, fields: 10, fieldSize: 10_000, parts: 12, fileSize: Infinity };

declare module 'fastify' {
  interface FastifyRequest {
    /** A file that came with a form, until an import keeps it; or why it was not taken. */
    receivedFile: ReceivedFile | FileProblem | null;
  }
}

/** The form with a file of people: the file is written down as it arrives, the form is then as every other. */
export async function uploadRoutes(app: FastifyInstance, parts: PopulationParts): Promise<void> {
  const { deps, files } = parts;
  app.decorateRequest('receivedFile', null);
  app.removeContentTypeParser('multipart/form-data');
  await app.register(multipart, { limits: LIMITS });
  app.addHook('preValidation', async (request) => takeForm(parts, request));
  // What no import has kept is nobody's.
  app.addHook('onResponse', async ({ receivedFile }) => {
    if (receivedFile !== null && typeof receivedFile !== 'string') files.remove(receivedFile.id);
  });
  app.post('/rounds/:round/population/import', MANAGE, async (request, reply) => {
    const visit = await visitOf(deps, request);
    if (visit.round.isFrozen) return sendAnswer(reply, redirect(peoplePath(visit)));
    const file = request.receivedFile ?? 'none';
    if (typeof file === 'string') return sendAnswer(reply, await importStartPage(deps, visit, { problem: file }));
    const owner = { roundId: visit.round.id, institutions: visit.places, by: visit.by };
    const outcome = await keepFile(deps, files, { file, owner });
    request.receivedFile = null;
    if (outcome.kind === 'kept') return sendAnswer(reply, redirect(peoplePath(visit, `/import/${outcome.id}/columns`)));
    return sendAnswer(reply, await importStartPage(deps, visit, { problem: outcome.problem }));
  });
}

/** Fields become the body, as of any form. A file is taken from those alone who may bring one. */
async function takeForm({ deps, files }: PopulationParts, request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return;
  const isTaken = maySomewhere(request.visitor, 'population.manage', todayOf(deps));
  const fields: [string, string][] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.push([part.fieldname, part.value]);
      } else if (isTaken && part.fieldname === 'file' && part.filename !== '' && request.receivedFile === null) {
        request.receivedFile = await receiveFile(deps, files, { name: part.filename, stream: part.file });
        part.file.resume(); // what was too large is not kept, but the form has to end
      } else {
        part.file.resume();
      }
    }
  } catch {
    request.receivedFile = 'broken_off';
  }
  request.body = Object.fromEntries(fields);
}
