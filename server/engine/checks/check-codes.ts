import type { SurveyDefinition } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { isComposed, isOwnCode, OWN_PREFIX } from '../own-block.ts';
import type { Question } from '../question.ts';
import { typeOf } from '../question-types/index.ts';
import type { Survey } from '../survey.ts';
import { repeatedCodes } from './repeated-codes.ts';

/** Columns of responses.csv that are not answers, a name that every JavaScript object has, names of the page's buttons. */
const RESERVED = [
  ...['person_key', 'institution', 'degree', 'submitted_on', 'constructor'],
  ...['nav', 'lang', 'clear', 'search', 'revision'],
];

type Placed = { question: Question; place: string };

/**
 * Codes of pages and questions: each once, none reserved, no two that need the same column or field. Codes
 * of own questions are left to these: a common definition has none.
 */
export function checkCodes(survey: Survey): Finding[] {
  const { definition } = survey;
  const placed = definition.pages.flatMap((page, index) =>
    page.questions.map((question, at) => ({ question, place: `pages[${index}].questions[${at}].code` })),
  );
  return [
    ...repeatedCodes('pages', definition.pages, 'page'),
    ...repeatedQuestions(placed),
    ...reservedCodes(placed),
    ...(isComposed(survey) ? [] : ownCodes(definition, placed)),
    ...sharedColumns(placed),
  ];
}

function repeatedQuestions(placed: readonly Placed[]): Finding[] {
  const first = new Map<string, string>();
  return placed.flatMap(({ question: { code }, place }) => {
    const earlier = first.get(code);
    if (earlier === undefined) {
      first.set(code, place);
      return [];
    }
    const message = `The question code "${code}" is already used at ${earlier}. A code names one question of the whole survey: give one of the two another code.`;
    return [{ place, rule: 'duplicate_code', message }];
  });
}

function reservedCodes(placed: readonly Placed[]): Finding[] {
  return placed.flatMap(({ question: { code }, place }) => {
    if (!RESERVED.includes(code)) return [];
    const message = `"${code}" is reserved (${RESERVED.join(', ')}). Give the question another code.`;
    return [{ place, rule: 'reserved_code', message }];
  });
}

function ownCodes({ pages }: SurveyDefinition, placed: readonly Placed[]): Finding[] {
  const all = [
    ...pages.map(({ code }, index) => ({ code, place: `pages[${index}].code` })),
    ...placed.map(({ question: { code }, place }) => ({ code, place })),
  ];
  return all.flatMap(({ code, place }) => {
    if (!isOwnCode(code)) return [];
    const message = `"${code}" begins with "${OWN_PREFIX}", as only the own questions of an institution do. Give it another code.`;
    return [{ place, rule: 'own_code', message }];
  });
}

function sharedColumns(placed: readonly Placed[]): Finding[] {
  const owner = new Map<string, string>();
  return placed.flatMap(({ question, place }) => {
    const type = typeOf(question);
    const names = [...new Set([...type.columns(question), ...type.fields(question)])];
    return names.flatMap((name) => {
      const other = owner.get(name) ?? question.code;
      owner.set(name, other);
      if (other === question.code) return [];
      const message = `The questions "${other}" and "${question.code}" both need the column "${name}". Give one of the two another code.`;
      return [{ place, rule: 'column_collision', message }];
    });
  });
}
