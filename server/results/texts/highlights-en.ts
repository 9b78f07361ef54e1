// The few sentences that say what stands out. What they may say is tested over all of them.
export const enHighlights = {
  title: 'Highlights',
  tooFew: 'There are too few answers to look for differences. This does not mean there are none.',
  notComparable: 'The comparison group is too small. Only this degree’s own gaps are looked at, without comparison.',
  none: 'No result differs clearly from the comparison group.',
  /** Heads of columns. */
  elsewhere: {
    field: 'Elsewhere in the field',
    nation: 'Elsewhere in the country',
    institution: 'Elsewhere in the institution',
    degree_national: 'At other institutions',
    institution_field: 'Elsewhere in the institution’s field',
    before: 'Round before',
    at: 'At the other institution',
  },
  /** Follows a comparative. */
  than: {
    field: 'elsewhere in the field',
    nation: 'elsewhere in the country',
    institution: 'elsewhere in the institution',
    degree_national: 'at other institutions',
    institution_field: 'elsewhere in the institution’s field',
    before: 'in the round before',
    at: 'at the other institution',
  },
  /** What a degree is compared with. */
  restOf: {
    field: 'the rest of the field',
    nation: 'the rest of the country',
    institution: 'the rest of the institution',
    degree_national: 'the degree at other institutions',
    institution_field: 'the rest of the institution’s field',
    before: 'the round before',
    at: 'the other institution',
  },
  /** Titles: what, and to which side of the rest of the field it lies. */
  development: {
    larger: (name: string, than: string) => `${name}: rated development in studies higher than ${than}`,
    smaller: (name: string, than: string) => `${name}: rated development in studies lower than ${than}`,
  },
  gap: {
    larger: (name: string, than: string) => `${name}: gap between work and studies larger than ${than}`,
    smaller: (name: string, than: string) => `${name}: gap between work and studies smaller than ${than}`,
  },
  mean: {
    larger: (name: string, than: string) => `“${name}”: mean higher than ${than}`,
    smaller: (name: string, than: string) => `“${name}”: mean lower than ${than}`,
  },
  share: {
    larger: (name: string, than: string) => `${name}: share larger than ${than}`,
    smaller: (name: string, than: string) => `${name}: share smaller than ${than}`,
  },
  ownGap: (name: string) => `${name}: importance in work rated higher than development in studies`,
  points: (points: string) => `${points} percentage points`,
  compared: (own: string, other: string, difference: string) => `${own}, elsewhere ${other}. Difference ${difference}`,
  changed: (own: string, before: string, change: string) => `${own}, in the round before ${before}. Change ${change}`,
  /** Regression to the mean. */
  usual: 'A result far from the others often comes back towards them by itself.',
  interval: (range: string) => `(95% interval ${range}).`,
  ownGapIs: (gap: string, range: string) => `Gap ${gap} (95% interval ${range}).`,
  beside: (other: string) => `Elsewhere ${other}.`,
  withoutComparison: 'Without comparison.',
  counted: (own: string, other: string) => `Answers ${own} and ${other}.`,
  countedOwn: (own: string) => `Answers ${own}.`,
  method: (rest: string, compared: string) =>
    `Compared with ${rest}: ${compared} figures. Highlights are differences that are hardly due to chance.`,
  moreClear: (clear: string) => `A clear difference was found in ${clear}; the clearest are shown.`,
  methodLink: 'How highlights are made',
  all: 'All comparisons',
  caption: (rest: string, rule: string) =>
    `All comparisons with ${rest} (one’s own answers left out), rule ${rule}. In brackets the 95% interval.`,
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
