/** The words of the pages about building and publishing releases. */
export const en = {
  service: 'Releases',
  back: 'All rounds',
  list: {
    title: 'Releases of rounds',
    lead: 'How far the building of results is. Readers of reports see nothing of it.',
    none: 'No round is frozen yet. A release is built from a frozen round.',
    round: 'Round',
    state: 'State',
    again: 'Look again',
    open: (round: string) => `What would be published of ${round}`,
  },
  state: {
    waiting: 'waiting to be built',
    counting: 'counting answers',
    protecting: (percent: string) => `protecting small groups, ${percent} %`,
    writing: 'writing',
    stopped: 'stopped before it was done. Run the command again: it goes on',
    draft: 'done: a draft that two people have not published yet',
    published: (day: string) => `done: published on ${day}`,
  },
  preview: {
    title: (round: string) => `Before publishing: ${round}`,
    lead: 'The draft can be seen by nobody who reads reports. It is published by two people, each with a key of their own.',
    noDraft: 'This round has no draft.',
    answered: (respondents: string, target: string) => `${respondents} answers from ${target} graduates.`,
    hidden: 'What is hidden as a whole',
    degrees: (shown: string, all: string) => `Of ${all} degrees with answers ${shown} get a report.`,
    small: (count: string) => `Degrees with answers from fewer than five people: ${count}.`,
    protecting: (count: string) =>
      `Larger degrees that are hidden besides, because a small one could be worked out with them: ${count}.`,
    cells: (exact: string, bounded: string, hidden: string) =>
      `Of the figures ${exact} are shown exactly, ${bounded} only as “at least so many”, and ${hidden} are hidden.`,
    later: (renewed: string, standing: string) =>
      `Late answers: ${renewed} figures are counted anew. ${standing} stand as they were in the first edition and are marked, because a new figure would give few answers away.`,
    which: 'Which groups these are is said nowhere, not here either.',
    why: 'Why there are rules',
    whyText: [
      'Everybody who answered was promised that nobody can work out what they answered.',
      'In a group of four people know each other. And where nearly all gave the same answer, the figure tells what each of them answered, however large the group is.',
    ],
    without: 'What a reader could work out without them',
    told: (count: string) =>
      `If only groups below five were left out, and nothing else, so many groups of fewer than five could be worked out by subtracting what is shown: ${count}.`,
    toldNone:
      'If only groups below five were left out, and nothing else, no small degree could be worked out by subtraction this time. For single questions it could.',
    none: 'none',
    few: 'fewer than ten',
    about: (count: string) => `about ${count}`,
    how: 'How to publish',
    command: (round: string) => `npm run -s uras -- releases publish ${round} --key FIRST.key --key SECOND.key`,
  },
};
export type ReleaseTexts = typeof en;
