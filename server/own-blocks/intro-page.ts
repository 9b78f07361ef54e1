import type { Text } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { decideFindings } from './decide-findings.ts';
import { isBlank } from './draft.ts';
import { toFieldFindings } from './findings-view-model.ts';
import { loadBlock, type BlockFacts } from './load-block.ts';
import { formFrame } from './own-frame.ts';
import { textGroup } from './question-form-view-model.ts';
import { introView, type Theirs } from './views.ts';
import { backLink, linkTo, statusOf, type OwnDeps, type OwnVisit } from './visit.ts';

/** The page of a block's introduction. */
export async function introPage(deps: OwnDeps, visit: OwnVisit): Promise<PageAnswer> {
  const facts = await loadBlock(deps.db, visit.place);
  return showIntro(visit, { facts, intro: facts.start.content.intro, theirs: [] });
}

type Shown = { facts: BlockFacts; intro: Text; theirs: readonly Theirs[] };

/** The form of the introduction; with what someone else saved meanwhile, where the two differ. */
export function showIntro(visit: OwnVisit, { facts, intro, theirs }: Shown): PageAnswer {
  const { place, language, t } = visit;
  const { content, revision } = facts.start;
  const all = isBlank(intro) ? [] : decideFindings({ ...content, intro }, place.survey, place.owner);
  const findings = all.filter(({ question, field }) => question === null && field.startsWith('intro-'));
  const isConflict = theirs.length > 0;
  const title = isConflict ? `${t.errorPrefix}: ${t.form.introTitle}` : t.form.introTitle;
  const model = {
    ...formFrame(language, title, { action: linkTo(visit, '/intro'), enterLabel: t.form.saveAndBack }),
    heading: t.form.introTitle,
    status: isConflict ? null : statusOf(visit),
    revision: String(revision),
    back: backLink(visit),
    theirs,
    intro: textGroup('intro', intro, {
      findings,
      language,
      legend: t.form.introTitle,
      hint: t.form.introLead,
      rows: 3,
    }),
    findings: toFieldFindings(findings, language),
  };
  return page(introView, model, isConflict ? 409 : 200);
}
