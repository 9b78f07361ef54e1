import { enComparison } from './comparison-en.ts';
import { enHighlights } from './highlights-en.ts';
import { enList } from './list-en.ts';
import { enMethods } from './methods-en.ts';
import { enQuadrant } from './quadrant-en.ts';
import { enTrends } from './trends-en.ts';

// Every word that a report prints besides the survey's own. English is the type of the others.
export const en = {
  service: 'Career survey reports',
  reports: 'Reports',
  methods: 'How the figures are made',
  hidden: 'not shown',
  hiddenWhy: 'Too few answers, or the figure could be worked out from others.',
  fewAnswers: 'few answers',

  group: { own: 'This degree', field: 'Field', nation: 'Whole country', institution: 'Whole institution' },
  answersOf: (n: string, target: string, rate: string) => `${n} answers from ${target} graduates (${rate})`,
  reliability: {
    good: (points: string) => `Reliability: good. Chance moves a share by at most ±${points} percentage points.`,
    fair: (points: string) =>
      `Reliability: fair (±${points} percentage points). Small differences may be due to chance.`,
    low: (points: string) =>
      `Reliability: low (±${points} percentage points). Use the results to start a discussion, not to compare.`,
    few: () => 'Reliability: few answers. The figures are exact, but they say little of anyone but those who answered.',
  },
  reliabilityWord: {
    good: 'reliability good',
    fair: 'reliability fair',
    low: 'reliability low',
    few: 'few answers',
  },
  lowResponse: 'Fewer than 30% answered. Those who answered may differ from the rest.',
  who: {
    lead: 'Those who answered, in brackets all graduates:',
    share: (label: string, own: string, all: string) => `${label} ${own} (${all})`,
    unlike: (names: string) =>
      `Those who answered differ from all graduates by more than 10 percentage points: ${names}.`,
    none: 'These results do not say how those who answered are divided by background.',
  },
  cannotConclude: {
    title: 'What cannot be concluded',
    points: [
      'The results are the respondents’ own assessments, not measured skills.',
      'They do not tell the quality of a single course, nor the reasons behind a figure.',
      'They do not rank degrees or institutions.',
    ],
  },
  comparison: {
    title: 'Compared with',
    ownIncluded: 'The respondents of this degree are part of both groups.',
  },
  whoAnswered: 'Who answered',
  contents: 'Contents',
  reading: 'How to read this report',
  methodLinks: {
    reliability: 'What the words mean',
    groups: 'Who is in them',
    limits: 'What it does not do',
    hidden: 'What is not shown',
    intervals: 'What intervals say',
    measures: 'How means, gaps and quartiles are counted',
  },
  question: {
    link: 'In depth',
    title: 'One question in depth',
    back: 'Back to the report',
    wording: 'Exact wording',
    asked: 'Who was asked',
    distribution: 'How it was answered',
    questionnaire: 'The whole questionnaire',
    institution: 'Own institution',
    sameDegree: 'This degree, whole country',
    ownIncluded: 'Each group contains this degree’s own respondents.',
    divided: 'By gender and age',
    dividedBy: (unit: string, variable: string) => `${unit}: ${variable.toLowerCase()}`,
    dividedHint:
      'A single degree is not divided. Wider groups are, from ten answers on, where nobody’s answer can be worked out from it; of other questions and groups nothing is shown.',
  },
  highlights: enHighlights,
  headlines: 'Main figures',
  graduatesOf: (years: string) => `graduates of ${years}`,
  builtOn: (day: string) => `Results built on ${day}`,
  signTitle: (sign: string) => `What “${sign}” means:`,

  asked: 'Question',
  askedOfSome: 'Asked of some respondents only.',
  showTable: 'Show as a table',
  tableLabel: (title: string) => `Table: ${title}`,
  /** Joins what belongs to one figure: value, then interval. */
  interval: (range: string) => `95% interval ${range}`,
  intervalNote: 'In brackets the 95% interval.',
  answers: (n: string) => `${n} answers`,
  n: 'Answers (n)',
  cannotSay: 'Cannot say',
  cannotSayCount: (count: string) => `cannot say: ${count}`,
  atLeast: (share: string) => `at least ${share}`,
  atLeastAnswered: (share: string, category: string) => `at least ${share} answered “${category}”`,
  mean: 'Mean',
  share: 'Share',
  figure: 'Figure',

  dumbbell: {
    importance: 'importance in work',
    development: 'developed in studies',
    intervalKey: '95% interval',
    gap: 'gap',
    gapInterval: (range: string) => `95% interval of the gap ${range}`,
    lead: (min: string, max: string) =>
      `Means on the scale ${min}–${max}. The gap is importance minus development. Largest gap first; what is not shown comes last.`,
    gapNote: 'The gap is taken person by person, so its interval is narrower than the two bars suggest.',
    columns: {
      skill: 'Skill',
      importance: 'Importance in work',
      development: 'Developed in studies',
      own: 'Gap, this degree',
      field: 'Gap, field',
      nation: 'Gap, whole country',
      institution: 'Gap, whole institution',
    },
  },
  diverging: {
    statement: 'Statement',
    group: 'Respondents',
    lead: 'Shares of the answers in per cent. Left of the line the lower half of the scale, right of it the upper half.',
    upper: (words: string) => `Upper half (${words})`,
  },
  bars: {
    category: 'Answer',
    lead: 'Shares of those who answered.',
    several: 'Respondents could choose several, so the shares may add up to more than 100%.',
    largest: (count: string) => `The ${count} most common answers are drawn; the table has them all.`,
    nps: {
      promoters: '9–10 (would recommend)',
      passives: '7–8',
      detractors: '0–6 (would not recommend)',
      score: 'Net promoter score (share of 9–10 minus share of 0–6, −100 to +100)',
      scoreIs: (score: string) => `Net promoter score ${score}.`,
    },
  },
  ownQuestions: {
    institution: 'The institution’s own questions',
    degree: 'The degree’s own questions',
    institutionNote:
      'These questions are the institution’s own: they are not part of the common survey, and the figures are of its graduates alone. They are outside the national comparison: beside this degree stands the whole institution.',
    degreeNote:
      'These questions are the degree’s own: they are not part of the common survey, and the figures are of its graduates alone. They are outside the national comparison, and nothing stands beside them.',
    pairs: 'Importance in work and development in studies',
  },
  quartiles: {
    group: 'Respondents',
    lead: 'The dot is the median, the bar reaches from the lower to the upper quartile: half of the answers lie within it.',
    note: 'Rounded figures, shown for 21 answers or more. Means, smallest and largest values are never shown.',
    lower: 'Lower quartile',
    median: 'Median',
    upper: 'Upper quartile',
    range: (from: string, to: string) => `half between ${from} and ${to}`,
  },

  list: enList,
  compare: enComparison,
  trends: enTrends,
  quadrant: enQuadrant,
  files: {
    title: 'This report as a file',
    pdf: 'PDF, for printing',
    xlsx: 'Excel workbook, a sheet for each section',
    csv: 'CSV for programs',
    csvSemicolon: 'CSV for spreadsheets (semicolons, decimal comma)',
    json: 'JSON',
    html: 'Web page that stands alone',
    invented: 'Demonstration: institutions and data are invented.',
    columns: {
      figure: 'Figure',
      row: 'Row',
      column: 'Column',
      value: 'Value',
      low: '95% interval, lower end',
      high: '95% interval, upper end',
      read: 'As read on the page',
    },
  },
  tableOf: 'Table',
  notShown: {
    title: 'No report to show',
    body: 'There is no report for this degree: either it has too few answers, or nobody of it was asked.',
    back: 'All reports',
  },
  notices: {
    language: (value: string) => `There is no language “${value}”. The page is in English.`,
    institution: (value: string) => `There is no institution “${value}” in these results. All institutions are shown.`,
    field: (value: string) => `There is no field “${value}” in these results. All fields are shown.`,
    release: (value: string) => `There are no results “${value}”. The newest are shown.`,
  },
  methodsPage: {
    title: 'How the figures are made',
    sections: [
      {
        id: 'respondents',
        title: 'Who is counted',
        body: [
          'The target population is everyone of the degree who graduated in the year that the round asks about. Nobody is taken out of it: those who refused or could not be reached count too.',
          'Answers that were sent count as respondents. Answers that were begun and never sent are not in the results.',
          'The response rate is respondents divided by the target population.',
        ],
      },
      {
        id: 'groups',
        title: 'What is compared',
        body: [
          'The field is all degrees of the same field of education at all institutions, the whole country is all degrees. This degree is part of both, so a difference to them is a little smaller than a difference to the others would be.',
          'Answers are not weighted.',
        ],
      },
      {
        id: 'hidden',
        title: 'What is not shown',
        body: [
          'A figure is shown when at least five people answered the question, and ten for sensitive questions such as pay.',
          'More figures are hidden where a hidden figure could be worked out from those that are shown, and where nearly everyone gave the same answer. In the last case the report may say “at least 85%”; such a bound is a multiple of five and is not compared, sorted or drawn.',
          'Everything hidden looks the same, whatever the reason, and also when nobody answered. What is hidden is not in the page at all.',
          'Figures on five to nine answers carry the words “few answers”.',
        ],
      },
      {
        id: 'intervals',
        title: 'Intervals',
        body: [
          'The 95% interval says how far a figure may be from the one that all graduates of the same round would have given, if those who did not answer are like those who did. Shares have Wilson intervals, means t intervals, both with the finite population correction.',
          'It does not cover the possibility that those who did not answer differ from the rest.',
          'Respondents are asked only what concerns them, and every question may be left out; the interval takes the whole target population as N, which makes it wider rather than too narrow.',
        ],
      },
      {
        id: 'reliability',
        title: 'Reliability',
        body: [
          'The word depends on the number of respondents: good from 93 (a share may move by ±10 percentage points), fair from 21 (±20), low from 10 (±26), below that few answers.',
          'Where fewer than 30% answered and, moreover, a characteristic of the register differs by more than 10 percentage points between those who answered and all graduates, the word is one step lower.',
          'Here the correction for a finite population is left out, since who plans for future students reads one year as a sample.',
        ],
      },
      {
        id: 'measures',
        title: 'Means, gaps and quartiles',
        body: [
          'Means and the gap are counted from the steps of the scale, 1 to 6. The gap of a skill is importance in work minus development in studies, for the people who answered both. Answers outside the scale, such as “cannot say”, are not part of any mean or share; their number is shown apart.',
          'The net promoter score is the share of 9 and 10 minus the share of 0 to 6.',
          'Pay and other numbers are shown as rounded median and quartiles, from 21 answers on.',
          'Per cent are whole numbers, means have one decimal. Because of rounding, shares may not add up to 100.',
        ],
      },
      {
        id: 'limits',
        title: 'What the report does not do',
        body: [
          'It tells no causes, ranks nothing and does not mark differences as significant. With many figures on a page some differ from the field by chance alone.',
          'The results are the respondents’ own assessments.',
        ],
      },
      ...enMethods,
    ],
  },
};
export type ReportTexts = typeof en;
