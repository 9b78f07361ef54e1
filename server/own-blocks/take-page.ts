import { page, type PageAnswer } from '../http/page-answer.ts';
import { kindWords, shown } from './editor-view-model.ts';
import { loadBlock } from './load-block.ts';
import { ownerName } from './own-names.ts';
import { ownFrame } from './own-frame.ts';
import { takeableQuestions, type Takeable } from './takeable.ts';
import { takeView, type TakePage } from './views.ts';
import { backLink, linkTo, type OwnDeps, type OwnVisit } from './visit.ts';

/** Published questions of other owners, to be taken as they are. */
export async function takePage(deps: OwnDeps, visit: OwnVisit): Promise<PageAnswer> {
  const { place, language, t } = visit;
  const facts = await loadBlock(deps.db, place);
  const groups = new Map<string, Takeable[]>();
  for (const takeable of takeableQuestions(facts).values()) {
    const owner = ownerName(place.survey, takeable.owner, language);
    groups.set(owner, [...(groups.get(owner) ?? []), takeable]);
  }
  const rowOf = ({ question }: Takeable): TakePage['groups'][number]['questions'][number] => ({
    code: question.code,
    text: shown(question.text, language).text,
    kind: kindWords(question.kind, language),
    options: 'options' in question ? question.options.map(({ label }) => shown(label, language).text) : [],
  });
  return page(takeView, {
    ...ownFrame(language, t.take.title),
    action: linkTo(visit, ''),
    back: backLink(visit),
    groups: [...groups].map(([owner, questions], index) => ({
      id: `owner-${index + 1}`,
      owner,
      questions: questions.map(rowOf),
    })),
  });
}
