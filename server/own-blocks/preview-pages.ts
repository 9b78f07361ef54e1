import { LANGUAGES, type Language } from '../engine/text.ts';
import { languageLinks } from '../http/frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { textIn } from '../responses/page-form.ts';
import { loadBlock } from './load-block.ts';
import { blockPath } from './own-names.ts';
import { ownFrame } from './own-frame.ts';
import { toPreview } from './preview-view-model.ts';
import { previewPartView, previewView } from './views.ts';
import { backLink, type OwnDeps, type OwnVisit } from './visit.ts';

/** The own part in three languages side by side, each in a frame as wide as a phone. */
export function previewPage(visit: OwnVisit): PageAnswer {
  const { place, language, t } = visit;
  return page(previewView, {
    ...ownFrame(language, t.preview.title),
    back: backLink(visit),
    frames: LANGUAGES.map((lang) => ({
      lang,
      href: `${blockPath(place.name, place.owner)}/preview/${lang}`,
      title: t.preview.frame(t.languages[lang]),
      alone: t.preview.alone(t.languages[lang]),
    })),
  });
}

/** The own part in one language, made of the parts of a respondent's page. It has no form: nothing can be sent. */
export async function previewPart(deps: OwnDeps, { place, query }: OwnVisit, language: Language): Promise<PageAnswer> {
  const part = toPreview(await loadBlock(deps.db, place), language);
  const frame = ownFrame(language, '');
  return page(previewPartView, {
    ...frame,
    title: part?.heading ?? frame.t.preview.title,
    brand: place.survey.definition.title[language],
    choices: languageLinks(language, (other) => `${blockPath(place.name, place.owner)}/preview/${other}`),
    part,
    framed: textIn(query, 'framed') !== '',
  });
}
