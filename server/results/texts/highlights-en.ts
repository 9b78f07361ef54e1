// The few sentences that say what stands out. What they may say is tested over all of them.
export const enHighlights = {
  title: 'Highlights',
  tooFew: 'There are too few answers to look for differences. This does not mean there are none.',
  notComparable: 'The comparison group is too small. Only this degree’s own gaps are looked at, without comparison.',
  none: 'No result differs clearly from the comparison group.',
  elsewhere: 'Elsewhere in the field',
  /** Titles: what, and to which side of the rest of the field it lies. */
  development: {
    larger: (name: string) => `${name}: rated development in studies higher than elsewhere in the field`,
    smaller: (name: string) => `${name}: rated development in studies lower than elsewhere in the field`,
  },
  gap: {
    larger: (name: string) => `${name}: gap between work and studies larger than elsewhere in the field`,
    smaller: (name: string) => `${name}: gap between work and studies smaller than elsewhere in the field`,
  },
  mean: {
    larger: (name: string) => `“${name}”: mean higher than elsewhere in the field`,
    smaller: (name: string) => `“${name}”: mean lower than elsewhere in the field`,
  },
  share: {
    larger: (name: string) => `${name}: share larger than elsewhere in the field`,
    smaller: (name: string) => `${name}: share smaller than elsewhere in the field`,
  },
  ownGap: (name: string) => `${name}: importance in work rated higher than development in studies`,
  points: (points: string) => `${points} percentage points`,
  compared: (own: string, other: string, difference: string) => `${own}, elsewhere ${other}. Difference ${difference}`,
  interval: (range: string) => `(95% interval ${range}).`,
  ownGapIs: (gap: string, range: string) => `Gap ${gap} (95% interval ${range}).`,
  beside: (other: string) => `Elsewhere ${other}.`,
  withoutComparison: 'Without comparison.',
  counted: (own: string, other: string) => `Answers ${own} and ${other}.`,
  countedOwn: (own: string) => `Answers ${own}.`,
  method: (compared: string) =>
    `Compared with the rest of the field: ${compared} figures. Highlights are differences that are hardly due to chance.`,
  moreClear: (clear: string) => `A clear difference was found in ${clear}; the clearest are shown.`,
  methodLink: 'How highlights are made',
  all: 'All comparisons',
  caption: (rule: string) =>
    `All comparisons with the rest of the field (one’s own answers left out), rule ${rule}. In brackets the 95% interval.`,
  columns: {
    measure: 'What is compared',
    item: 'Item',
    difference: 'Difference',
    answers: 'Answers, this degree',
    otherAnswers: 'Answers, elsewhere',
  },
  measures: {
    development: 'Developed in studies (mean)',
    gap: 'Gap, importance minus development',
    mean: 'Statement (mean)',
    share: 'Share',
  },
};
export type HighlightTexts = typeof enHighlights;
