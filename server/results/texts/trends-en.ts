// The page of a degree over rounds.
export const enTrends = {
  title: 'Development over rounds',
  link: 'Development over rounds',
  lead: 'Each drawing has the rounds from left to right. The band is the 95% interval of this degree. Nothing is drawn across a round that is not shown or a question that has changed.',
  one: 'There is one round so far. Development is shown when there are two.',
  rounds: 'Rounds',
  pooled: (years: string) => `${years} together`,
  legend: { own: 'This degree', band: '95% interval', field: 'Field', break: 'question changed' },
  change: {
    larger: (value: string, range: string) => `▲ larger than in the round before: ${value} (95% interval ${range})`,
    smaller: (value: string, range: string) => `▼ smaller than in the round before: ${value} (95% interval ${range})`,
    unclear: 'The change since the round before may be chance.',
    tooFew: 'Too few answers, or nothing shown, to tell a change since the round before.',
    broken: 'The question changed between the two last rounds, so they cannot be compared.',
  },
  method: (count: string) =>
    `${count} changes since the round before were looked at as one family; an arrow stands where a change is hardly due to chance.`,
  asOf: (round: string) => `Last round: ${round}.`,
  broke: (round: string) => `The question changed: ${round} cannot be compared with the rounds before.`,
  recoded: (round: string, classes: string) => `Since ${round} on another scale; drawn is “${classes}” alone.`,
  notAsked: 'not asked',
  /** Signs in front of a figure of a table. */
  breakSign: '┆',
  breakNote: 'A figure with ┆ in front cannot be compared with those before it.',
  caption: (title: string) => `${title} by round. In brackets the 95% interval, then the number of answers.`,
  group: 'Respondents',
  item: 'Item',
};
export type TrendTexts = typeof enTrends;
