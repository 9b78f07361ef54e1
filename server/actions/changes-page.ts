import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { HttpError } from '../http/errors.ts';
import { publicFrame, type Frame } from '../http/frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { formatsOf } from '../results/format-figures.ts';
import { labelIn } from '../results/view-model.ts';
import { loadDegree, type DegreeCodes } from './load-degree.ts';
import { publicChanges } from './tell-change.ts';
import { changeTexts, type ChangeTexts } from './texts/changes.ts';

const changesView = defineView<
  Frame & { t: ChangeTexts['page']; place: string; changes: readonly { text: string; day: string }[] }
>('actions/views/changes');

/** What a programme tells everyone that it changed because of answers. It shows no figure and names no person. */
export async function changesPage(
  deps: Pick<Deps, 'db' | 'surveys'>,
  codes: DegreeCodes,
  language: Language,
): Promise<PageAnswer> {
  const facts = await loadDegree(deps, { ...codes, items: [] });
  if (!facts) throw new HttpError(404, 'no such degree');
  const { page: t } = changeTexts(language);
  const names = (['degree', 'institution'] as const).map((one) => labelIn(facts.survey, one, codes[one], language));
  return page(changesView, {
    ...publicFrame({ language, title: `${t.title}: ${names.join(', ')}` }),
    styles: ['answer.css'],
    invented: facts.releases.at(-1)?.invented ?? false,
    t,
    place: names.join(', '),
    changes: (await publicChanges(deps, codes)).map(({ text, savedOn }) => ({
      text: text[language],
      day: t.told(formatsOf(language).day(savedOn)),
    })),
  });
}
