// Skills in four fields. The words of the fields judge nothing: they say on which side of a line a mean lies.
export const enQuadrant = {
  title: 'Skills as a map of four fields',
  lead: 'Upright: importance in work. Across: developed in studies. Only the steps of the scale that are needed are drawn. The numbers refer to the list. A ring has an interval that crosses a line, so it cannot be placed with certainty.',
  note: (importance: string, development: string) =>
    `The lines are the whole country’s means of all skills (importance ${importance}, development ${development}). Where lines are drawn is a convention, so nothing is concluded from this map.`,
  skill: (name: string, importance: string, development: string) =>
    `${name}: importance ${importance}, development ${development}`,
  fields: {
    high_low: 'Importance above the line, development below it',
    high_high: 'Importance and development above the lines',
    low_low: 'Importance and development below the lines',
    low_high: 'Importance below the line, development above it',
    unsure: 'Cannot be placed',
  },
};
export type QuadrantTexts = typeof enQuadrant;
