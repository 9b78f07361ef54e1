import type { FeedbackField } from '../decide-feedback.ts';

const fields: Readonly<Record<FeedbackField, string>> = {
  message: 'What does not work?',
  place: 'On which page?',
  institution: 'Who should answer?',
  email: 'Your email address',
};

export const en = {
  errorPrefix: 'Error',
  errorTitle: 'Something needs to be mended',
  title: 'Feedback on accessibility',
  lead: 'Tell us what you could not see, hear, understand or use. You get an answer within 14 days.',
  apart: 'The feedback is kept apart from the survey. It is not joined to your answers, your link or your code.',
  fields,
  hints: {
    message: (most: number) =>
      `At most ${most} characters. Tell also what you used, such as a screen reader. Do not write what you answered in the survey.`,
    place: 'For example the name of the page or the number of the part. You may leave it blank.',
    email:
      'You may leave it blank. Then you read the answer on the next page. The address is deleted when you have been answered.',
  },
  service: 'Those who run the service',
  send: 'Send the feedback',
  back: 'To the accessibility statement',
  problems: {
    message: {
      blank: 'Write what does not work.',
      too_long: (most: number) => `Shorten the text to ${most} characters.`,
    },
    place: { too_long: (most: number) => `Shorten the name of the page to ${most} characters.` },
    institution: 'Choose who should answer from the list.',
    email: 'Check the email address. It looks like this: name@example.org.',
  },
  many: (minutes: number) =>
    `A lot of feedback has come from your network. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and send again. What you wrote is below.`,
  full: 'So much feedback has come today that no more is taken. Send again tomorrow, or write to your university. What you wrote is below.',
  receipt: {
    title: 'Your feedback has come in',
    received: (day: string) => `It came on ${day}.`,
    due: (day: string) => `You get an answer by ${day}.`,
    keep: 'Keep the address of this page: the answer appears here. Nobody else knows the address.',
    late: 'The answer is late. You can complain to the authority that the accessibility statement names.',
    answeredTitle: 'Your feedback has been answered',
    answered: (day: string) => `Answered on ${day}:`,
    kept: 'Feedback and answer are deleted a year after the answer.',
  },
  gone: {
    title: 'There is no such feedback',
    text: 'The address has a typing error, or the feedback was deleted a year after it was answered.',
  },
  staff: {
    title: 'Feedback on accessibility',
    lead: 'The law gives 14 days for an answer. What is due first stands first.',
    none: 'Nobody has given feedback. It comes from the page below, to which the accessibility statement leads.',
    waiting: 'Waiting for an answer',
    nothingWaits: 'Nothing waits for an answer.',
    done: 'Answered',
    due: (day: string) => `answer by ${day}`,
    overdue: (day: string) => `late: the answer was due on ${day}`,
    received: (day: string) => `came on ${day}`,
    answered: (day: string) => `answered on ${day}`,
    to: 'To',
    service: 'those who run the service',
    place: 'Page',
    notSaid: 'not said',
    language: 'Language',
    languages: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
    open: 'Read and answer',
    one: 'Feedback',
    message: 'What was written',
    reply: 'Your answer',
    replyHint: (most: number) => `At most ${most} characters. Whoever wrote reads it at the address of their receipt.`,
    email: 'An address was given. Send the answer there first: it is deleted when you save.',
    noEmail: 'No address was given, so the answer is read on the page alone.',
    save: 'Save the answer',
    saved: 'The answer is saved.',
    already: 'Somebody else answered meanwhile. Your text is below; it was not saved.',
    blank: 'Write the answer.',
    tooLong: (most: number) => `Shorten the answer to ${most} characters.`,
    all: 'All feedback',
    form: 'The form for feedback',
    task: (count: number, day: string) =>
      count === 1
        ? `One piece of feedback on accessibility waits. Answer it by ${day}.`
        : `${count} pieces of feedback on accessibility wait. Answer the first by ${day}.`,
    taskLate: (count: number, day: string) =>
      count === 1
        ? `One piece of feedback on accessibility waits. It was due on ${day}.`
        : `${count} pieces of feedback on accessibility wait. The first was due on ${day}.`,
  },
};
export type FeedbackTexts = typeof en;
