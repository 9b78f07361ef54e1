import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import { HttpError } from '../http/errors.ts';
import { formOf, textOf } from '../http/form.ts';
import { redirect, sendAnswer, type PageAnswer } from '../http/page-answer.ts';
import { noteSearch } from './note-search.ts';
import { peoplePath, type Visit } from './people-frame.ts';
import { peoplePage } from './people-page.ts';
import * as answers from './person-answers.ts';
import { visitOf, type PopulationParts } from './visit.ts';

const MANAGE = requirePermission('population.manage', 'some');
const BASE = '/rounds/:round/population';

type Handler = (request: FastifyRequest, visit: Visit) => Promise<PageAnswer>;

/** Who is asked in a round, and one person. */
export async function peopleRoutes(app: FastifyInstance, parts: PopulationParts): Promise<void> {
  const { deps } = parts;
  const handle = (handler: Handler) => async (request: FastifyRequest, reply: FastifyReply) =>
    sendAnswer(reply, await handler(request, await visitOf(parts.deps, request)));
  app.get(
    BASE,
    MANAGE,
    handle((request, visit) => peoplePage(deps, visit, { query: formOf(request.query) })),
  );
  app.post(
    `${BASE}/search`,
    MANAGE,
    handle((request, visit) =>
      peoplePage(deps, visit, {
        query: {},
        search: textOf(request.body, 'search').trim().slice(0, 254),
        onFound: (people) => noteSearch(deps, visit, people),
      }),
    ),
  );
  app.get(
    `${BASE}/search`,
    MANAGE,
    handle(async (_request, visit) => redirect(peoplePath(visit))),
  );
  for (const [path, show] of Object.entries(answers.PERSON_PAGES))
    app.get(
      `${BASE}/:person${path}`,
      MANAGE,
      handle((request, visit) => one(parts, request, visit, show)),
    );
  for (const [path, post] of Object.entries(answers.PERSON_POSTS))
    app.post(
      `${BASE}/:person${path}`,
      MANAGE,
      handle((request, visit) => one(parts, request, visit, post)),
    );
}

async function one(
  parts: PopulationParts,
  request: FastifyRequest,
  visit: Visit,
  answer: answers.PersonAnswer,
): Promise<PageAnswer> {
  const at = await answers.openPerson(parts, visit, {
    address: textOf(request.params, 'person'),
    form: formOf(request.body),
    done: textOf(request.query, 'done'),
  });
  if (!at) throw new HttpError(404, 'no such person');
  return answer(at);
}
