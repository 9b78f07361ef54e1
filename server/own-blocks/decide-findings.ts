import { checkDefinition } from '../engine/check-definition.ts';
import { directionFindings } from '../engine/checks/check-directions.ts';
import { adviseOnRangeGaps } from '../engine/checks/check-option-ranges.ts';
import { adviseOnWording } from '../engine/checks/check-wording.ts';
import { within, type Finding } from '../engine/finding.ts';
import { composeSurvey, MAX_OWN_QUESTIONS, type BlockOwner, type OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { draftCode, MAX_OPTIONS, type DraftContent, type TypedQuestion } from './draft.ts';
import { toOwnBlock, wholeNumber } from './draft-block.ts';
import { surveyParts } from './survey-parts.ts';

/** What keeps a block from being published: it could not be asked, or not of everyone. */
const BLOCKING = [
  'no_questions',
  'too_many_questions',
  'missing_translation',
  'few_options',
  'too_many_options',
  'same_label',
  'no_scale',
  'bad_most',
  'max_above_options',
  'bad_length',
  'malformed_variable',
  'variable_not_allowed',
  'unknown_variable',
  'variable_of_wrong_kind',
  'variable_looks_ahead',
  'fallback_missing',
  'variable_not_in_every_language',
] as const;
/** What a person may weigh and leave as it is. */
const ADVICE = [
  'double_barrelled',
  'leading_wording',
  'one_sided_question',
  'negation_differs',
  'negation',
  'long_sentence',
  'calendar_year',
  'numbers_differ',
  'label_direction',
  'ranges_overlap',
  'ranges_gap',
] as const;
export type DraftRule = (typeof BLOCKING)[number] | (typeof ADVICE)[number] | 'other';

/** One thing to mend in a draft. `question` null: the block's own. `field`: id of the form's field, 'text-sv'. */
export type DraftFinding = { question: string | null; field: string; rule: DraftRule; blocking: boolean };

const LONGEST_TEXT = 4000;

/** Everything to be said of a draft before it is published, in the order of the form. */
export function decideFindings(content: DraftContent, survey: Survey, owner: BlockOwner): DraftFinding[] {
  const block = toOwnBlock(content, {
    survey: survey.definition.survey,
    owner,
    version: 1,
    parts: surveyParts(survey),
  });
  const all = [
    ...ofTheWhole(content),
    ...engineFindings(block, survey).flatMap((finding) => placed(finding, block)),
    ...content.questions.flatMap((question) => (question.is === 'typed' ? ofTyped(question) : [])),
  ];
  const places = [null, ...content.questions.map(draftCode)];
  const rank = ({ question }: DraftFinding) => places.indexOf(question);
  return all.toSorted((a, b) => rank(a) - rank(b) || Number(b.blocking) - Number(a.blocking));
}

function ofTheWhole({ questions }: DraftContent): DraftFinding[] {
  if (questions.length === 0) return [found(null, 'questions', 'no_questions')];
  return questions.length > MAX_OWN_QUESTIONS ? [found(null, 'questions', 'too_many_questions')] : [];
}

/** What the checker says of the composed survey, at the own page alone; places begin at the page. */
function engineFindings(block: OwnBlock, survey: Survey): Finding[] {
  if (block.questions.length === 0) return [];
  const composed = composeSurvey(survey, [block]);
  const { definition } = composed;
  const page = `pages[${survey.definition.pages.length}].`;
  const findings = [...checkDefinition(composed), ...adviseOnWording(definition), ...adviseOnRangeGaps(definition)];
  const own = findings.flatMap(({ place, ...rest }) =>
    place.startsWith(page) ? [{ ...rest, place: place.slice(page.length) }] : [],
  );
  const directions = block.questions.flatMap((question, index) =>
    'options' in question ? within(`questions[${index}]`, directionFindings('options', question.options)) : [],
  );
  return [...own, ...directions];
}

function placed({ place, rule }: Finding, block: OwnBlock): DraftFinding[] {
  const intro = /^intro\.(\w+)$/.exec(place);
  if (intro) return [found(null, `intro-${intro[1]}`, knownRule(rule))];
  const [, index, inner = ''] = /^questions\[(\d+)\]\.(.*)$/.exec(place) ?? [];
  const question = block.questions[Number(index)];
  // Too few options are said below, at the first free field.
  if (!question || rule === 'exclusive_alone') return [];
  const text = /^(text|hint)\.(\w+)$/.exec(inner);
  if (text) return [found(question.code, `${text[1]}-${text[2]}`, knownRule(rule))];
  const label = /^options\[(\d+)\]\.label\.(\w+)$/.exec(inner);
  if (label) {
    const option = 'options' in question ? question.options[Number(label[1])] : undefined;
    const field = option?.exclusive ? `none-${label[2]}` : `option-${label[1]}-${label[2]}`;
    return [found(question.code, field, knownRule(rule))];
  }
  if (/scale$/.test(inner)) return [found(question.code, 'scale', 'no_scale')];
  if (inner === 'max') return [found(question.code, 'most', knownRule(rule))];
  return [found(question.code, 'text-fi', knownRule(rule))];
}

function ofTyped(question: TypedQuestion): DraftFinding[] {
  const { code, kind, options, most, maxLength } = question;
  const findings: DraftFinding[] = [];
  if (kind === 'single' || kind === 'multiple') {
    const alone = options.filter(({ exclusive }) => kind === 'single' || !exclusive).length;
    if (alone < 2) findings.push(found(code, `option-${alone}-fi`, 'few_options'));
    if (options.length > MAX_OPTIONS) findings.push(found(code, `option-${MAX_OPTIONS - 1}-fi`, 'too_many_options'));
  }
  if (kind === 'multiple' && most.trim() !== '' && (wholeNumber(most) ?? 0) < 2)
    findings.push(found(code, 'most', 'bad_most'));
  if (kind === 'text' && !isLength(maxLength)) findings.push(found(code, 'maxLength', 'bad_length'));
  return findings;
}

function isLength(typed: string): boolean {
  const length = wholeNumber(typed);
  return length !== null && length >= 1 && length <= LONGEST_TEXT;
}

function found(question: string | null, field: string, rule: DraftRule): DraftFinding {
  return { question, field, rule, blocking: BLOCKING.some((one) => one === rule) };
}

function knownRule(rule: string): DraftRule {
  return [...BLOCKING, ...ADVICE].find((one) => one === rule) ?? 'other';
}
