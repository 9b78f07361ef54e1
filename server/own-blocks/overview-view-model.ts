import { MAX_OWN_QUESTIONS, type BlockOwner } from '../engine/own-block.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { fullDate } from '../responses/dates.ts';
import { isSameOwner, type SurveyFacts } from './load-block.ts';
import { blockPath, inLanguage, ownerName } from './own-names.ts';
import { ownTexts } from './texts/index.ts';

type Choice = { value: string; label: string };
export type OverviewSurvey = {
  name: string;
  title: string;
  institutions: readonly Choice[];
  degrees: readonly Choice[];
  blocks: readonly { href: string; owner: string; lines: readonly string[] }[];
};
export type OverviewView = { title: string; lead: string; surveys: readonly OverviewSurvey[] };

/** What the first page of own questions prints: whose questions to open, and what there is, of what somebody may edit. */
export function toOverview(
  surveys: readonly { survey: Survey; facts: SurveyFacts }[],
  language: Language,
  mayEdit: (place: { institution: string; degree: string }) => boolean,
): OverviewView {
  const isTheirs = ({ value }: Choice) => mayEdit({ institution: value, degree: '' });
  const t = ownTexts(language).overview;
  return {
    title: t.title,
    lead: t.lead(MAX_OWN_QUESTIONS),
    surveys: surveys.map(({ survey, facts }) => ({
      name: survey.definition.survey,
      title: survey.definition.title[language],
      institutions: choicesOf(survey, 'institution', language).filter(isTheirs),
      degrees: choicesOf(survey, 'degree', language),
      blocks: ownersOf(facts)
        .filter(({ institution, degree }) => mayEdit({ institution, degree: degree ?? '' }))
        .map((owner) => ({
          href: inLanguage(blockPath(survey.definition.survey, owner), language),
          owner: ownerName(survey, owner, language),
          lines: linesOf(facts, owner, language),
        })),
    })),
  };
}

function choicesOf(survey: Survey, column: 'institution' | 'degree', language: Language): Choice[] {
  const collator = new Intl.Collator(language);
  return registerList(survey, column)
    .codes.map(({ code, label }) => ({ value: code, label: label[language] }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
}

function ownersOf({ drafts, blocks }: SurveyFacts): BlockOwner[] {
  const all = [...blocks.map(({ block }) => block.owner), ...drafts.map(({ owner }) => owner)];
  const key = ({ institution, degree }: BlockOwner) => `${institution} ${degree ?? ''}`;
  return all
    .filter((owner, index) => all.findIndex((other) => isSameOwner(other, owner)) === index)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function linesOf({ drafts, blocks, asked }: SurveyFacts, owner: BlockOwner, language: Language): string[] {
  const t = ownTexts(language).overview;
  const draft = drafts.find((one) => isSameOwner(one.owner, owner));
  const versions = blocks.filter(({ block }) => isSameOwner(block.owner, owner));
  return [
    ...(draft ? [t.draft(fullDate(draft.saved_on, language))] : []),
    ...versions.map(({ block: { version }, published_on }) => {
      const rounds = asked.filter((one) => isSameOwner(one.owner, owner) && one.version === version);
      const line = t.version(version, fullDate(published_on, language));
      return rounds.length > 0 ? `${line}, ${t.asks(rounds.map((one) => one.round_id).join(', '))}` : line;
    }),
  ];
}
