import { MAX_OWN_QUESTIONS } from '../engine/own-block.ts';
import type { Language, Text } from '../engine/text.ts';
import { fullDate } from '../responses/dates.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { fixedFrom } from './decide-asking.ts';
import type { DraftFinding } from './decide-findings.ts';
import { draftCode, isBlank, type DraftQuestion } from './draft.ts';
import { toFindingsView, type FindingsView } from './findings-view-model.ts';
import { isSameOwner, type BlockFacts } from './load-block.ts';
import { blockPath, inLanguage, ownerName } from './own-names.ts';
import type { SurveyRound } from './store.ts';
import { ownTexts } from './texts/index.ts';

export type QuestionRow = {
  code: string;
  number: number;
  kind: string;
  text: string;
  /** The language of the text; null where it is the page's, or where there is none. */
  lang: Language | null;
  options: readonly string[];
  notes: readonly string[];
  editHref: string | null;
  isFirst: boolean;
  isLast: boolean;
};
export type RoundRow = {
  id: string;
  words: string;
  asks: string;
  /** Versions to choose from; empty once the round has opened. */
  choices: readonly { value: string; label: string; checked: boolean }[];
};
export type EditorView = {
  heading: string;
  surveyTitle: string;
  action: string;
  /** Whether there is a draft to edit; else the last version is shown, or nothing yet. */
  editable: boolean;
  common: { parts: readonly string[]; href: string };
  questions: readonly QuestionRow[];
  questionsTitle: string;
  removed: readonly { code: string; text: string }[];
  full: boolean;
  intro: string | null;
  findings: FindingsView | null;
  latest: number | null;
  versions: readonly string[];
  rounds: readonly RoundRow[];
  links: Readonly<Record<'all' | 'add' | 'take' | 'intro' | 'preview' | 'publish', string>>;
};

type Facts = BlockFacts & { language: Language; now: Date; findings: readonly DraftFinding[] };

/** What the page of a block prints. */
export function toEditorView(facts: Facts): EditorView {
  const { survey, owner, name, language, start, versions, draft } = facts;
  const t = ownTexts(language);
  const base = blockPath(name, owner);
  const { content } = start;
  const editable = draft !== null || versions.length === 0;
  const to = (place: string) => inLanguage(`${base}${place}`, language);
  return {
    heading: t.editor.title(ownerName(survey, owner, language)),
    surveyTitle: survey.definition.title[language],
    action: to(''),
    editable,
    common: {
      parts: survey.definition.pages.map((page) =>
        t.editor.part(page.title[language], page.questions.filter(({ kind }) => kind !== 'info').length),
      ),
      href: inLanguage(`/definitions/${name}/${survey.definition.version}`, language),
    },
    questions: content.questions.map((question, index) => rowOf(question, index, facts)),
    questionsTitle: t.editor.questions(content.questions.length, MAX_OWN_QUESTIONS),
    removed: editable
      ? content.removed.map((question) => ({ code: draftCode(question), text: wordsOf(question, language).text }))
      : [],
    full: content.questions.length >= MAX_OWN_QUESTIONS,
    intro: isBlank(content.intro) ? null : shown(content.intro, language).text,
    findings: draft ? toFindingsView(facts.findings, { content, base, language }) : null,
    latest: versions.at(-1)?.block.version ?? null,
    versions: versions.map(({ block, published_on }) =>
      t.overview.version(block.version, fullDate(published_on, language)),
    ),
    rounds: facts.rounds.map((round) => roundRow(round, facts)),
    links: {
      all: inLanguage('/own-questions', language),
      add: to('/question/new'),
      take: to('/take'),
      intro: to('/intro'),
      preview: to('/preview'),
      publish: to('/publish'),
    },
  };
}

/** A round in words: 'autumn-2026 (graduates of 2021), opens 1 October 2026'. */
export function roundWords(round: SurveyRound, now: Date, language: Language): string {
  const t = ownTexts(language).editor;
  const day = fullDate(zonedDay(round.opens_at, round.time_zone), language);
  return round.opens_at > now ? t.round(round.id, round.cohort, day) : t.opened(round.id, round.cohort, day);
}

/** A text as a list shows it: in the page's language, else in another, else that there is none. */
export function shown(text: Text, language: Language): { text: string; lang: Language | null } {
  const other = ([language, 'fi', 'sv', 'en'] as const).find((one) => text[one].trim() !== '');
  if (other === undefined) return { text: ownTexts(language).noWords, lang: null };
  return { text: text[other], lang: other === language ? null : other };
}

function rowOf(question: DraftQuestion, index: number, facts: Facts): QuestionRow {
  const { language, start, name, owner, survey } = facts;
  const t = ownTexts(language);
  const code = draftCode(question);
  const { kind, options } = question.is === 'taken' ? { options: [], ...question.question } : question;
  const listed = kind === 'single' || kind === 'multiple' ? options : [];
  const from = question.is === 'taken' ? facts.blocks.find(({ block }) => isTakenFrom(block, code, facts)) : undefined;
  return {
    code,
    number: index + 1,
    kind: kindWords(kind, language),
    ...wordsOf(question, language),
    options: listed.map(({ label }) => shown(label, language).text),
    notes: [
      t.editor.code(code),
      ...(question.is === 'typed' && question.replaces !== null ? [t.editor.newCode] : []),
      ...(question.is === 'taken' ? [t.editor.taken(from ? ownerName(survey, from.block.owner, language) : '–')] : []),
    ],
    editHref: question.is === 'typed' ? inLanguage(`${blockPath(name, owner)}/question/${code}`, language) : null,
    isFirst: index === 0,
    isLast: index === start.content.questions.length - 1,
  };
}

/** A kind in words. Kinds that own questions cannot have are never shown. */
export function kindWords(kind: string, language: Language): string {
  const { kinds } = ownTexts(language);
  return Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? kind;
}

function isTakenFrom(block: BlockFacts['blocks'][number]['block'], code: string, { owner }: Facts): boolean {
  return !isSameOwner(block.owner, owner) && block.questions.some((question) => question.code === code);
}

function wordsOf(question: DraftQuestion, language: Language): { text: string; lang: Language | null } {
  return shown(question.is === 'taken' ? question.question.text : question.text, language);
}

function roundRow(round: SurveyRound, facts: Facts): RoundRow {
  const { language, now, asked, owner, versions } = facts;
  const t = ownTexts(language).editor;
  const asks = asked.find((one) => one.round_id === round.id && isSameOwner(one.owner, owner))?.version ?? null;
  const choices = [
    { value: '', label: t.noVersion, checked: asks === null },
    ...versions.map(({ block: { version } }) => ({
      value: String(version),
      label: t.versionOption(version),
      checked: asks === version,
    })),
  ];
  return {
    id: round.id,
    words: roundWords(round, now, language),
    asks: asks === null ? t.asksNone : t.asksVersion(asks),
    choices: fixedFrom(round) > now && versions.length > 0 ? choices : [],
  };
}
