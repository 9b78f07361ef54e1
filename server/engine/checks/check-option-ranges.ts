import type { SurveyDefinition } from '../definition.ts';
import { asAdvice, type Finding } from '../finding.ts';
import { LANGUAGES, type Text } from '../text.ts';
import { rangeInLabel, type LabelRange } from './range-in-label.ts';

type Placed = { place: string; range: LabelRange; words: string };

/** Options whose labels are ranges of numbers that overlap: "1–4 years" and "4–10 years". */
export function checkOptionRanges(definition: SurveyDefinition): Finding[] {
  return neighbours(definition).flatMap(([before, after]) => {
    if (before.range.to < after.range.from) return [];
    const message = `"${after.words}" and "${before.words}" overlap, so some answers fit both. Let each number be in one.`;
    return [{ place: after.place, rule: 'ranges_overlap', message }];
  });
}

/** Options whose labels leave out whole numbers between them. */
export function adviseOnRangeGaps(definition: SurveyDefinition): Finding[] {
  const findings = neighbours(definition).flatMap(([before, after]) => {
    if (after.range.from - before.range.to < 1.5) return [];
    const message = `Between "${before.words}" and "${after.words}" there are numbers that fit neither. Close the gap.`;
    return [{ place: after.place, rule: 'ranges_gap', message }];
  });
  return asAdvice(findings);
}

/** Labels that are ranges, each with the one that follows in order of number. */
function neighbours(definition: SurveyDefinition): [Placed, Placed][] {
  return definition.pages.flatMap((page, index) =>
    page.questions.flatMap((question, at) => {
      const place = `pages[${index}].questions[${at}]`;
      return 'options' in question ? ofLabels(`${place}.options`, question.options) : [];
    }),
  );
}

function ofLabels(place: string, labelled: readonly { label: Text }[]): [Placed, Placed][] {
  return LANGUAGES.flatMap((language) => {
    const ranges = labelled
      .flatMap(({ label }, index): Placed[] => {
        const range = rangeInLabel(label[language], language);
        return range ? [{ place: `${place}[${index}].label.${language}`, range, words: label[language] }] : [];
      })
      .toSorted((one, other) => one.range.from - other.range.from);
    return ranges.slice(1).map((after, index): [Placed, Placed] => [ranges[index] ?? after, after]);
  });
}
