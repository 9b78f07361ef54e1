import type { ActionField, ActionProblem } from '../decide-action.ts';
import type { Decision } from '../action-content.ts';

// Every word of the action log. English is the type of the others.
const decision: Readonly<Record<Decision, string>> = {
  considering: 'Under consideration',
  decided: 'Decided',
  done: 'Done',
  no_action: 'No action',
};
const fields: Readonly<Record<ActionField, string>> = {
  title: 'Finding',
  on: 'Discussed on',
  body: 'Discussed by',
  decision: 'Decision',
  reason: 'Reason',
  what: 'What will be done',
  role: 'Responsible role',
  due: 'By when',
  measure: 'Followed by the question',
  savedBy: 'Written by',
};
const hints: Readonly<Partial<Record<ActionField, string>>> = {
  title: 'What the report says, in a sentence.',
  on: 'Day, for example 12.2.2026.',
  body: 'A body, not a person, for example curriculum working group.',
  reason: 'Needed when there is no action.',
  what: 'Needed when it is decided or done.',
  role: 'A role, not a person, for example programme director.',
  due: 'A year or a day, for example 2027 or 1.8.2027.',
  measure: 'Later results of this question are shown beside the first ones.',
  savedBy: 'The body or role that writes this, not a person. It stands in the history.',
};
const problems: Readonly<Record<ActionProblem['kind'], (field: string) => string>> = {
  missing: (field) => `Fill in: ${field}`,
  no_day: (field) => `${field}: write a day, for example 12.2.2026`,
  no_year: (field) => `${field}: write a year or a day, for example 2027 or 1.8.2027`,
  unknown: (field) => `${field}: choose from the list`,
  long: (field) => `${field}: shorten the text`,
  person: (field) => `${field}: this looks like the name of a person. Write a body or a role`,
};

export const en = {
  decision,
  fields,
  hints,
  problems,
  errorTitle: 'Check these',
  errorPrefix: 'Error',
  figure: {
    gap: (value: string) => `gap ${value}`,
    mean: (value: string) => `mean ${value}`,
    nps: (value: string) => `net promoter score ${value}`,
    share: (value: string, category: string) => `${value} answered “${category}”`,
    median: (value: string) => `median ${value}`,
  },

  list: {
    title: 'Actions',
    intro: 'What was found in the reports, what was decided about it, and what later results show.',
    empty: 'Nothing has been recorded for this degree yet. Add a finding of its report as an action.',
    add: 'Add an action',
    edit: 'Edit',
    history: 'History',
    ofEntry: (what: string, entry: string) => `${what}: ${entry}`,
    none: 'not said',
    noMeasure: 'no question chosen',
    forStudents: 'Visible to students',
    yes: 'yes',
    no: 'no',
    found: (value: string, round: string) => `${value} (${round})`,
    notShown: 'The figure is not shown.',
    report: 'The report',
    savedBy: (body: string, day: string) => `Last written by ${body} on ${day}.`,
  },
  effect: {
    title: 'When an effect can show',
    first: (year: string) => `The first round that can ask people who studied under the change: about ${year}.`,
    whole: (year: string) => `Those who studied under it from beginning to end are asked from about ${year} on.`,
    before: 'Until then, course feedback tells more than this survey.',
    noYear: 'Write by when it is done, and the years are counted here.',
  },
  followUp: {
    title: 'Results since then',
    round: (round: string, figure: string) => `${round}: ${figure}`,
    notShown: 'not shown',
    none: 'There is no later round yet.',
    chance: (value: string, interval: string) =>
      `Change ${value} (95% interval ${interval}): it cannot be told from chance.`,
    differs: (value: string, interval: string) =>
      `Change ${value} (95% interval ${interval}): larger than chance alone makes likely. The figures do not tell the reason.`,
    noJudgement: 'The answers are too few or too alike to judge a change.',
    otherQuestion: 'The question has changed between these rounds. They cannot be compared.',
    tooEarly: (year: string) =>
      `These people studied before the change: the first round that can show it is about ${year}.`,
    usual: 'An unusual figure often returns closer to the usual one by itself.',
  },
  form: {
    addTitle: 'Add an action',
    editTitle: 'Edit the action',
    finding: 'What was found',
    frozen: 'The figure in the report',
    frozenNone: 'This report shows no figure of the question.',
    discussed: 'Discussion',
    decisionPart: 'Decision',
    follow: 'Follow-up',
    noMeasure: 'No question',
    forStudents: 'Visible to students',
    forStudentsHint: 'May be told on the page for students.',
    namesAreFine: 'These are not names of persons. Save as it is.',
    save: 'Save',
    back: 'Back to the actions',
  },
  conflict: {
    title: 'Somebody else saved meanwhile',
    intro:
      'Both texts are below: what is stored now, and what you wrote. Nothing is lost. Change yours as needed and save; the other text stays in the history.',
    theirs: 'Stored now',
    yours: 'Yours',
    field: 'Part',
    tableLabel: 'Both texts, part by part',
  },
  history: {
    title: 'History of the action',
    version: (number: string, day: string, body: string) => `Version ${number}, ${day}, ${body}`,
    intro: 'Every saved state, the newest first.',
  },
  summary: {
    title: 'Decisions so far',
    done: (count: string) => `${count} done`,
    inProgress: (count: string) => `${count} in progress`,
    noAction: (count: string) => `${count} without action`,
    none: 'none recorded',
    add: 'Add to actions',
    link: 'Actions',
  },
};
export type ActionTexts = typeof en;
