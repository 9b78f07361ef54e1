import type { DefaultTemplates, MessageTexts } from './message-texts.ts';

export const en: MessageTexts = {
  who: ({ institution, degree, year }) =>
    `${institution} sends you this survey. You get this message because you graduated there${year ? ` in ${year}` : ''}${degree ? `: ${degree}` : ''}.`,
  link: 'Answer the survey',
  linkPlain: 'Your own link to the survey:',
  own: 'The link is yours alone. Please do not pass it on. You can pause and go on later with the same link.',
  until: ({ closes, minutes }) => `Answering takes ${minutes} minutes. You can answer until the end of ${closes}.`,
  voluntary: "Answering is voluntary. Results are shown as figures about groups only, never anyone's own answers.",
  privacy: 'What data is used and how it is protected:',
  decline: 'To get no more messages about this survey:',
  test: "TEST. This message was sent to try it, and its link opens nobody's survey.",
  code: 'Your code:',
};

export const enTemplates: DefaultTemplates = {
  invitation: {
    subject: 'How has your working life begun?',
    body: 'Hello,\n\nit is a few years since you graduated. Tell us what work has asked for, and what your studies gave you for it. The answers are used when the content of degrees is planned.\n\n{{locked}}\n\nThank you for your time.\n{{institution}}',
  },
  'reminder-1': {
    subject: 'Reminder: survey about your working life',
    body: 'Hello,\n\na week ago we sent you a survey about your working life. You have not begun it yet. Your experience matters too, whether you work in your own field, elsewhere or not at all.\n\n{{locked}}\n\nKind regards\n{{institution}}',
  },
  'unfinished-1': {
    subject: 'You have not finished the survey',
    body: 'Hello,\n\nyou began the survey about your working life and did not finish it. Your answers are saved. You can go on from where you stopped.\n\n{{locked}}\n\nKind regards\n{{institution}}',
  },
  'reminder-2': {
    subject: 'The survey about your working life is still open',
    body: 'Hello,\n\nthe survey about your working life is still open. If a question does not concern you, you can leave it out.\n\n{{locked}}\n\nKind regards\n{{institution}}',
  },
  'last-reminder': {
    subject: 'The survey about your working life closes soon',
    body: 'Hello,\n\nthis is the last reminder: the survey about your working life is open until the end of {{closes}}.\n\n{{locked}}\n\nKind regards\n{{institution}}',
  },
  'sms-invitation': {
    subject: '',
    body: '{{institution}}: how has your working life begun? Answer by {{closes_short}}: {{link}}',
  },
  'sms-reminder': {
    subject: '',
    body: '{{institution}}: the survey about your working life is open until {{closes_short}}: {{link}}',
  },
  letter: {
    subject: 'How has your working life begun?',
    body: 'Hello,\n\nit is a few years since you graduated. Tell us what work has asked for, and what your studies gave you for it.\n\n{{locked}}\n\nThank you for your time.\n{{institution}}',
  },
};
