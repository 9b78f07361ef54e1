import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Surveys } from '../../survey-definitions/index.ts';
import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { languageLinks, publicFrame, type Frame } from '../http/frame.ts';
import { textOf } from '../http/form.ts';
import { defineView, render } from '../http/render.ts';
import { requestLanguage } from '../http/request-language.ts';
import { DEFINITION_FILES, definitionFile } from './definition-files.ts';
import { findVersion, showDiff, showQuestionnaire, showVersions } from './show-definitions.ts';
import { DEFINITION_TEXTS, type DefinitionTexts } from './texts/index.ts';

type DefinitionFrame = Frame & { texts: DefinitionTexts };
type VersionsPage = DefinitionFrame & { versions: ReturnType<typeof showVersions>; isUnknown: boolean };
type DiffPage = DefinitionFrame & { diff: ReturnType<typeof showDiff>; other: string };
type QuestionnairePage = DefinitionFrame & { questionnaire: ReturnType<typeof showQuestionnaire> };

const versionsView = defineView<VersionsPage>('definitions/views/versions');
const diffView = defineView<DiffPage>('definitions/views/diff');
const questionnaireView = defineView<QuestionnairePage>('definitions/views/questionnaire');

/** Nothing here is about a person. */
const PUBLIC = { config: { access: 'public' } } as const;

/**
 * What surveys ask, for anybody: a questionnaire is public, and nothing of a person is here. Versions, what
 * changed from one to another, and each as it is read and as files.
 */
export async function definitionRoutes(app: FastifyInstance, { surveys }: Pick<Deps, 'surveys'>): Promise<void> {
  app.get('/definitions', PUBLIC, async (request, reply) => sendVersions(request, reply, surveys, 200));
  app.get('/definitions/:survey', PUBLIC, async (request, reply) => {
    const name = textOf(request.params, 'survey');
    if (!surveys.all.some(({ survey }) => survey.definition.survey === name))
      return sendVersions(request, reply, surveys, 404);
    return reply.redirect(`/definitions?lang=${requestLanguage(request)}#${name}`, 303);
  });
  app.get('/definitions/:survey/:from', PUBLIC, async (request, reply) => {
    const survey = versionIn(surveys, request, 'from');
    if (!survey) return sendVersions(request, reply, surveys, 404);
    const language = requestLanguage(request);
    const questionnaire = showQuestionnaire(surveys, survey, language);
    const frame = definitionFrame(language, questionnaire.heading);
    return render(reply, questionnaireView, { ...frame, questionnaire });
  });
  for (const name of Object.keys(DEFINITION_FILES)) {
    app.get(`/definitions/:survey/:from/${name}`, PUBLIC, async (request, reply) => {
      const survey = versionIn(surveys, request, 'from');
      const file = survey && (await definitionFile(survey, name));
      if (!file) return sendVersions(request, reply, surveys, 404);
      reply.header('Content-Disposition', `attachment; filename="${file.name}"`);
      return reply.type(file.type).send(file.content);
    });
  }
  app.get('/definitions/:survey/:from/:to', PUBLIC, async (request, reply) => {
    const [from, to] = [versionIn(surveys, request, 'from'), versionIn(surveys, request, 'to')];
    if (!from || !to) return sendVersions(request, reply, surveys, 404);
    return sendDiff(request, reply, from, to);
  });
}

async function sendDiff(request: FastifyRequest, reply: FastifyReply, from: Survey, to: Survey): Promise<FastifyReply> {
  const language = requestLanguage(request);
  const everything = textOf(request.query, 'show') === 'all';
  const kept = everything ? '&show=all' : '';
  const [before, after] = [from.definition, to.definition];
  if (before.version > after.version) {
    // A comparison runs forward in time.
    return reply.redirect(
      `/definitions/${before.survey}/${after.version}/${before.version}?lang=${language}${kept}`,
      303,
    );
  }
  const diff = showDiff(from, to, { language, everything });
  const frame = definitionFrame(language, diff.heading, kept);
  return render(reply, diffView, { ...frame, diff, other: `?lang=${language}${everything ? '' : '&show=all'}` });
}

/** The list; also the answer to a version that does not exist. The page repeats nothing of its address. */
async function sendVersions(
  request: FastifyRequest,
  reply: FastifyReply,
  surveys: Surveys,
  status: 200 | 404,
): Promise<FastifyReply> {
  const language = requestLanguage(request);
  const frame = definitionFrame(language, DEFINITION_TEXTS[language].list.title);
  const versions = showVersions(surveys, language);
  return render(reply, versionsView, { ...frame, versions, isUnknown: status === 404 }, status);
}

function versionIn(surveys: Surveys, request: FastifyRequest, name: 'from' | 'to'): Survey | undefined {
  return findVersion(surveys, textOf(request.params, 'survey'), textOf(request.params, name));
}

/** `kept`: what the language links keep of the address. */
function definitionFrame(language: Language, title: string, kept = ''): DefinitionFrame {
  return {
    ...publicFrame({ language, title }),
    choices: languageLinks(language, (other) => `?lang=${other}${kept}`),
    styles: ['definitions.css'],
    texts: DEFINITION_TEXTS[language],
  };
}
