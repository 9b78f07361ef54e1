import type { fi } from './fi.ts';

/** What the page of earlier graduates says, in English. */
export const en: typeof fi = {
  link: 'See how earlier graduates answered',
  title: 'Earlier graduates and you',
  lead: (period: string) => `These are three questions that people who graduated in ${period} answered, too.`,
  leadYears: (period: string) => `These are three questions that people who graduated in ${period} answered, too.`,
  nothing:
    'No results of earlier graduates have been published yet. So there is nothing to compare with on this page now.',
  later: 'You can come back to this page with the same link for as long as the survey is under way.',
  how: 'The comparison is made from your own answers when you open the page. It is not stored.',
  hidden: 'There are no earlier results of this question that can be shown.',
  among: {
    degree: (n: string) => `People with the same degree from your university: ${n} answers.`,
    field: (n: string) =>
      `The result of your own degree cannot be shown. You see your field of education in the whole country: ${n} answers.`,
    nation: (n: string) =>
      `The results of your degree and your field cannot be shown. You see the whole country: ${n} answers.`,
  },
  few: 'There are few answers, so that even one answer changes the shares a lot.',
  yours: (answer: string) => `You answered: ${answer}.`,
  none: 'You have not answered this question on the scale.',
  standing: (below: string, same: string, above: string) =>
    `A lower number was given by ${below}, the same by ${same} and a higher one by ${above}.`,
  table: { answer: 'Answer', share: 'Share', own: 'your answer' },
  changesTitle: 'What was changed because of answers',
  changes: 'See what has been changed in your degree because of earlier answers',
  back: 'Back',
};
