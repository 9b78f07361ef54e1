// What the methods page says of highlights and of the protection; the guarantees are worded once and for all.
export const enMethods = [
  {
    id: 'highlights',
    title: 'How highlights are made',
    body: [
      'Every main figure, every skill (development and gap) and every statement of the page is compared with the rest of the field: the field without this degree’s own answers. These are left out by subtraction, so an item is compared only where both figures are shown exactly, where at least 21 of this degree answered it and at least 30 of the rest.',
      'Each comparison is tested: means and gaps with Student’s t test, shares with Fisher’s exact test. The results of the whole page are adjusted together (Benjamini and Hochberg), since with many comparisons some differ by chance. A difference is named if it is clear after that, clear taken by itself (Welch’s test, or Newcombe’s interval for shares), and at least 0.4 steps of the scale or 10 percentage points.',
      'Three things at most are named, the surest first, of which at most two lie on the side that is usually hoped for. Where there is room, the clearest gap of this degree follows, with the same gap elsewhere beside it; nearly every degree has such gaps.',
      'In 10,000 simulated reports without any true difference, 5.5 to 6.9% still named one (with 95% certainty fewer than 7.4%). Of 500 such reports about 30 would show a highlight by chance. Where the answers of a degree are spread 1.15 times as widely as those of the others, 12.6 to 14.0% do.',
      'A difference that is not named may still be there. A true difference of 0.6 steps is named in 24% of reports with 21 answers, in 58% with 41 and in 91% with 80.',
      'The intervals of highlights leave out the correction for a finite population, since who plans for future students reads one year as a sample; they are a little wider than those beside the charts. With fewer than 21 answers the report looks for no differences. Answers are not weighted. The same release always gives the same highlights.',
    ],
  },
  {
    id: 'comparison',
    title: 'Comparison with other groups',
    body: [
      'A degree can be compared with its field, the country, its institution, the same degree elsewhere, or its own round before. A group needs 30 other answers. Where a group spans institutions, at least three others must be among its published degrees, and none may have more than 60% of its answers: else it would show that one.',
      'Groups are shown as they are, the degree’s own answers included; the difference is counted without them, by subtraction, and only where both figures are shown exactly. All comparisons of the page are adjusted together, by the rule of the highlights. No order of groups follows from their figures.',
      'The drawing of all degrees of a field has limits around the field’s share: if nothing but chance set degrees apart, 95% of them would lie within the inner and 99.8% within the outer ones (exact binomial limits, Spiegelhalter 2005). With forty degrees, two lie outside the inner limits by chance alone.',
    ],
  },
  {
    id: 'trends',
    title: 'Development over rounds',
    body: [
      'Rounds are joined by a line only where the question still asks the same. For each new version of a survey it is declared question by question how far its answers may be set beside the earlier ones. Where an answer scale has changed, only shares of stated classes are drawn; where the meaning has changed, nothing crosses the break.',
      'A change is named by the rule of the highlights: 21 answers in both rounds, all changes of the page adjusted together, and a least size of 0.4 steps or 10 percentage points. A result far from the others often comes back towards them by itself.',
      'Where a release shows several rounds together, a question is among them only if it asked the same in all of them. Such figures are given beside the rounds, never instead: no figure of a round is hidden for one of several rounds. Where a round alone could be worked out from several together and the others, or somebody’s answer would become certain, the several are not shown.',
    ],
  },
  {
    id: 'guarantees',
    title: 'What is guaranteed',
    body: [
      'The reports assume a reader who has everything that any reader can see or export, of all releases; who knows the register and who answered; who knows one respondent’s answers; and who knows the rules.',
      'G1 (no small groups) No combination of published figures yields the answer distribution of any group of fewer than 5 respondents (10 for demographic splits of a unit).',
      'G2 (no certain answers) No combination of published figures makes any respondent’s answer to any question certain, even for someone who knows who responded and knows one respondent’s answers.',
      'G3 (stability) Asking again, in another language, format, role or on another day gives the same figures; a new release never lets an old one be differenced down to fewer than 5 people.',
      'G4 (text) Open answers appear only after human review, for groups of ≥ 10 writers, without any link to other answers.',
    ],
  },
  {
    id: 'not-promised',
    title: 'What is not promised',
    body: [
      'Nothing protects against someone who already knows all but one answer of a group.',
      'Nothing prevents a likely guess: where 90% of a degree are employed, so probably is any one of them.',
      'People with access to single answers, who run the survey, are outside these guarantees; what they do is logged.',
    ],
  },
  {
    id: 'tested',
    title: 'How far this is tested',
    body: [
      'A program that takes nothing from this product attacks releases with linear algebra and bounds, and is run on simulated nations. The nations are invented, not real.',
      'Groups of three parts that are together smaller than five are covered by that test only. Groups of fewer than five people who gave the same answers do exist; that nobody’s answer becomes certain rests on the checks that are made at each release, not on a mathematical proof.',
      'The worked examples by which the calculations are tested are examples, not all cases.',
    ],
  },
];
export type MethodSections = { id: string; title: string; body: string[] }[];
