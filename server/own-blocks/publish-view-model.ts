import type { Language } from '../engine/text.ts';
import { decideChanges, type Change, type WordChange } from './decide-changes.ts';
import type { DraftFinding } from './decide-findings.ts';
import { toOwnBlock } from './draft-block.ts';
import { kindWords, roundWords, shown } from './editor-view-model.ts';
import { toFindingsView, type FindingsView } from './findings-view-model.ts';
import { isSameOwner, type BlockFacts } from './load-block.ts';
import { blockPath, inLanguage } from './own-names.ts';
import type { SurveyRound } from './store.ts';
import { surveyParts } from './survey-parts.ts';
import { ownTexts } from './texts/index.ts';

export type ChangeRow = {
  what: string;
  kind: string;
  text: string;
  notes: readonly string[];
  words: readonly { label: string; before: string; after: string; lang: Language | null }[];
};
export type PublishView = {
  title: string;
  lead: string | null;
  action: string;
  back: string;
  previewHref: string;
  revision: string;
  changesTitle: string;
  changes: readonly ChangeRow[];
  notes: readonly string[];
  findings: FindingsView;
  rounds: readonly { id: string; value: string; label: string; hint: string | null; why: string | null }[];
  /** The button's words; null where there is nothing to publish, or something to mend first. */
  confirm: string | null;
  /** Why there is no button. */
  nothing: string | null;
};

export type PublishFacts = BlockFacts & {
  language: Language;
  now: Date;
  findings: readonly DraftFinding[];
  /** Rounds that have not opened, with why one cannot ask these questions. */
  waiting: readonly { round: SurveyRound; why: 'no_scale' | null }[];
};

/** What the page before publishing prints. */
export function toPublishView(facts: PublishFacts): PublishView {
  const { survey, owner, name, language, versions, draft, start } = facts;
  const t = ownTexts(language).publish;
  const base = blockPath(name, owner);
  const last = versions.at(-1)?.block ?? null;
  const version = (last?.version ?? 0) + 1;
  const after = toOwnBlock(start.content, { survey: name, owner, version, parts: surveyParts(survey) });
  const changes = decideChanges(last, after);
  const findings = toFindingsView(facts.findings, { content: start.content, base, language });
  const nothing = draft === null ? t.noDraft : changes.none ? t.unchanged : null;
  return {
    title: t.title,
    lead: nothing === null ? t.lead(version) : null,
    action: inLanguage(`${base}/publish`, language),
    back: inLanguage(base, language),
    previewHref: inLanguage(`${base}/preview`, language),
    revision: String(draft?.revision ?? 0),
    changesTitle: last ? t.changes(last.version) : t.contents,
    changes: draft ? changes.questions.map((change) => changeRow(change, language)) : [],
    notes: [...(last && changes.intro.length > 0 ? [t.introChanged] : []), ...(last && changes.moved ? [t.moved] : [])],
    findings: draft ? findings : { blocking: [], advice: [] },
    rounds: facts.waiting.map((waiting) => roundRow(waiting, facts)),
    confirm: nothing === null && findings.blocking.length === 0 ? t.confirm(version) : null,
    nothing,
  };
}

function changeRow(change: Change, language: Language): ChangeRow {
  const t = ownTexts(language);
  const { question } = change;
  return {
    what: t.publish.change[change.kind],
    kind: kindWords(question.kind, language),
    text: shown(question.text, language).text,
    notes: change.kind === 'changed' && change.reordered ? [t.publish.reordered] : [],
    words: change.kind === 'changed' ? change.words.map((words) => wordRow(words, language)) : [],
  };
}

function wordRow({ what, language: of, before, after }: WordChange, language: Language): ChangeRow['words'][number] {
  const t = ownTexts(language);
  const label = of === null ? t.publish.what[what] : `${t.publish.what[what]}, ${t.languages[of]}`;
  return { label, before: before || '–', after: after || '–', lang: of };
}

function roundRow({ round, why }: PublishFacts['waiting'][number], facts: PublishFacts): PublishView['rounds'][number] {
  const { language, now, asked, owner } = facts;
  const t = ownTexts(language);
  const version = asked.find((one) => one.round_id === round.id && isSameOwner(one.owner, owner))?.version;
  return {
    id: `round-${round.id}`,
    value: round.id,
    label: roundWords(round, now, language),
    hint: version === undefined ? null : t.publish.replaces(version),
    why: why && t.refused[why],
  };
}
