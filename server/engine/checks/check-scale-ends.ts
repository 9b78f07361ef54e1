import type { Scale, SurveyDefinition } from '../definition.ts';
import { asAdvice, type Finding } from '../finding.ts';
import { LANGUAGES, type Language } from '../text.ts';
import { labelDirection } from './label-direction.ts';

/** Words that a label at the very end of a scale has. */
const UTMOST: Readonly<Record<Language, RegExp>> = {
  fi: whole('täysin|erittäin|todella|äärimmäisen|ehdottomasti|selvästi|lainkaan|ollenkaan|koskaan|aina'),
  sv: whole('helt|mycket|väldigt|ytterst|absolut|betydligt|tydligt|klart|alls|aldrig|alltid'),
  en: whole('fully|completely|very|extremely|strongly|totally|entirely|definitely|clearly|at all|never|always'),
};
const CANNOT_SAY: Readonly<Record<Language, RegExp>> = {
  fi: whole('en osaa sanoa|en tiedä|en pysty arvioimaan|ei koske minua|ei kokemusta'),
  sv: whole('kan inte säga|vet inte|kan inte bedöma|gäller inte mig|ingen åsikt'),
  en: whole("don[’']t know|cannot say|can[’']t say|cannot assess|not applicable|no opinion"),
};

/** Scales that lack an end, or that count "cannot say" as a step; ends of a 0–10 question that are swapped. */
export function checkScaleEnds(definition: SurveyDefinition): Finding[] {
  return [
    ...definition.scales.flatMap(({ options }, index) => {
      const place = `scales[${index}].options`;
      return LANGUAGES.flatMap((language) => [
        ...missingEnd(place, options, language),
        ...cannotSay(place, options, language),
      ]);
    }),
    ...definition.pages.flatMap((page, index) =>
      page.questions.flatMap((question, at) =>
        question.kind === 'nps' ? swappedEnds(`pages[${index}].questions[${at}]`, question) : [],
      ),
    ),
  ];
}

/** Scales with more steps on one side than on the other. Some are meant to be so. */
export function adviseOnBalance(definition: SurveyDefinition): Finding[] {
  const findings = definition.scales.flatMap(({ code, options }, index) => {
    const read = LANGUAGES.map((language) => options.map(({ label }) => labelDirection(label[language], language)));
    const known = read.find((directions) => directions.filter((each) => each !== null).length >= options.length - 1);
    const low = known?.filter((each) => each === -1).length ?? 0;
    const high = known?.filter((each) => each === 1).length ?? 0;
    if (low === high) return [];
    const message = `The scale "${code}" has ${low} steps below its middle and ${high} above, which pulls answers to one side. Give both sides as many.`;
    return [{ place: `scales[${index}].options`, rule: 'scale_unbalanced', message }];
  });
  return asAdvice(findings);
}

function missingEnd(place: string, options: Scale['options'], language: Language): Finding[] {
  const directions = options.map(({ label }) => labelDirection(label[language], language));
  const last = options.length - 1;
  const utmost = (index: number): boolean => UTMOST[language].test(options[index]?.label[language] ?? '');
  const known = directions.filter((each) => each !== null);
  const sides = new Set(known);
  if (known.length >= 3 && sides.size === 1) {
    // All on one side: sound only where the other end is "not at all".
    const bare = sides.has(1) ? 0 : last;
    if (utmost(bare) && directions[bare] === null) return [];
    return [ofEnd(`${place}[${bare}].label.${language}`, 'All labels name one side, so the other end is missing.')];
  }
  if (sides.size < 2 || directions[0] === null || directions[last] === null) return [];
  if (utmost(0) === utmost(last)) return [];
  const weak = utmost(0) ? last : 0;
  const words = options[weak]?.label[language] ?? '';
  const reason = `"${words}" is no end: the other end of the scale goes further ("${options[last - weak]?.label[language] ?? ''}").`;
  return [ofEnd(`${place}[${weak}].label.${language}`, reason)];
}

function ofEnd(place: string, reason: string): Finding {
  return { place, rule: 'scale_end_missing', message: `${reason} Add the step that is missing, or correct the label.` };
}

function cannotSay(place: string, options: Scale['options'], language: Language): Finding[] {
  return options.flatMap(({ label }, index) => {
    if (!CANNOT_SAY[language].test(label[language])) return [];
    const message = `"${label[language]}" is no step of a scale and would count in means. Take it out and give the questions a \`cannotSay\`.`;
    return [{ place: `${place}[${index}].label.${language}`, rule: 'cannot_say_in_scale', message }];
  });
}

type Ends = { low: Readonly<Record<Language, string>>; high: Readonly<Record<Language, string>> };

function swappedEnds(place: string, { low, high }: Ends): Finding[] {
  return LANGUAGES.filter(
    (language) => labelDirection(low[language], language) === 1 || labelDirection(high[language], language) === -1,
  ).map((language) => ({
    place: `${place}.low.${language}`,
    rule: 'ends_swapped',
    message: `0 is "${low[language]}" and 10 is "${high[language]}": the ends are swapped. Let 0 be the least.`,
  }));
}

function whole(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
}
