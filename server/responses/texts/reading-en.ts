import type { ReadingTexts } from './reading-page.ts';

/** Pages that are only read, in English. */
export const readingEn: ReadingTexts = {
  privacy: ({ institution, variables }) => ({
    title: 'Privacy',
    lead: 'This page tells what the service stores of you and your answers, and when the two are separated.',
    sections: [
      {
        id: 'who',
        heading: 'Who handles your data',
        paragraphs: [
          `${institution ?? 'Your university'} runs the survey among its graduates. The controller, the legal basis and the contact person are named in the university’s own privacy notice.`,
        ],
      },
      {
        id: 'what',
        heading: 'What data the service holds',
        paragraphs: [],
        list: [
          'From the student register: institution, degree, day of graduation, gender, year of birth, language of study, language of messages, e-mail and telephone number.',
          'From you: your answers, their language and the day on which you submitted them. No clock time is stored with answers.',
          variables
            ? `From the register only this travels with the answers: ${variables}.`
            : 'From the register only coarse facts travel with the answers, for example degree and age group.',
          'The service uses no cookies and no tracking by others. Your code and your answers are kept out of all logs.',
        ],
      },
      {
        id: 'open',
        heading: 'While the survey is open',
        paragraphs: [
          'The service can tell who has answered, so that reminders are not sent to those who have.',
          'Answers and contact details are kept apart and share no identifier. Only your code and keys join them. The keys are kept outside the database.',
          'Each part is saved when you move on from it, and usually also when you leave the page. Only answers that you submit are included in the results.',
        ],
      },
      {
        id: 'after',
        heading: 'When the survey has ended',
        paragraphs: [
          'The data is locked. Answers are written anew in random order, and open answers are separated from the others. The keys of the survey are destroyed.',
          'After that the service cannot connect answers to you. For the same reason it can no longer delete your answers alone.',
          'Of the contact details an identifier, your refusal if you made one, and the number of messages remain.',
        ],
      },
      {
        id: 'limits',
        heading: 'What remains',
        paragraphs: [
          'Backups made before the data was locked hold the connection for as long as the backups are kept.',
          'If you are the only one to answer in some group, the rules of publication protect you. Results are published about groups only, and figures of small groups are left out.',
        ],
      },
      {
        id: 'rights',
        heading: 'Your rights',
        paragraphs: [
          'Answering is voluntary. You can see, change and delete your answers with your own link until the data is locked.',
          'In other matters contact your university. You can also complain to the Data Protection Ombudsman.',
        ],
      },
    ],
  }),
  help: ({ institution, reference }) => ({
    title: 'Help',
    lead: 'Here are answers to the most common questions.',
    sections: [
      {
        id: 'link',
        heading: 'The link does not work',
        paragraphs: [
          'Copy the whole link from the message, or type the code on the front page of the service. If you have received a newer message, use the link in it.',
        ],
      },
      {
        id: 'degree',
        heading: 'The degree is wrong',
        paragraphs: ['The link may belong to someone else. Do not answer, and tell your university.'],
      },
      {
        id: 'pause',
        heading: 'I stopped in the middle',
        paragraphs: ['Return with the same link. You come to the part where you were. Another device will do, too.'],
      },
      {
        id: 'reminder',
        heading: 'I got a reminder although I answered',
        paragraphs: [
          'The reminder may have left before your answer. Check with your link that you have submitted your answers: a saved answer has not been submitted yet.',
        ],
      },
      {
        id: 'other-ways',
        heading: 'I cannot answer online',
        paragraphs: ['Ask your university whether you can answer on paper or by telephone.'],
      },
      {
        id: 'contact',
        heading: 'Contacts',
        paragraphs: [
          `${institution ?? 'Your university'} answers questions. The contacts for the career survey are on the university’s website.`,
          ...(reference
            ? [
                `Do not send your code to anyone. If you are asked for a reference, give only the end of the code: ${reference}.`,
              ]
            : []),
        ],
      },
    ],
  }),
  accessibility: ({ date, pages, checks, everyCombination, faults, browser, feedback }) => ({
    title: 'Accessibility statement',
    lead: 'The statement covers the pages of this service. The university that uses the service is responsible for it.',
    sections: [
      {
        id: 'state',
        heading: 'How accessible the service is',
        paragraphs: [
          'The pages are made to levels A and AA of the guidelines WCAG 2.2. The survey can be answered with a keyboard and without JavaScript.',
          ...(pages === 0
            ? ['The pages of this version have not been checked by software yet.']
            : [
                `The pages of people who answer were checked by software on ${date}: ${pages} pages and states, ${checks} checks. Each was checked in three languages, ${everyCombination ? 'each of them' : 'by turns'} in light and dark and at the widths of a phone and a computer. The pages of staff are not included in this number.`,
                faults.length === 0
                  ? 'The software found no faults. Software finds only some of all faults, so we do not say that the service meets the requirements in full.'
                  : 'The software found faults, so the service meets the requirements only in part. The faults found:',
              ]),
        ],
        ...(faults.length === 0 ? {} : { list: faults }),
      },
      {
        id: 'not-checked',
        heading: 'What has not been checked',
        paragraphs: ['We know of no fault that prevents answering. These have not been checked yet:'],
        list: [
          'No outside expert has assessed the service.',
          'People who use screen readers have not tried the service.',
          `The pages have been checked in one browser (${browser}).`,
          'No language editor has read the texts.',
        ],
      },
      {
        id: 'feedback',
        heading: 'Give feedback',
        paragraphs: ['Tell about the fault on the form. You get an answer within 14 days.'],
        link: { href: feedback, label: 'Give feedback on accessibility' },
      },
      {
        id: 'supervision',
        heading: 'Supervision',
        paragraphs: [
          'If you get no answer within 14 days, or are not content with it, you can complain to the supervisory authority: Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit, webaccessibility.fi.',
          `The statement was made on ${date} from the results of the check.`,
        ],
      },
    ],
  }),
  genuine: (linkStart) => ({
    title: 'Is the message genuine?',
    lead: 'This is how to check that a message is about the career survey of your university.',
    sections: [
      {
        id: 'check',
        heading: 'Check before you answer',
        paragraphs: [],
        list: [
          ...(linkStart ? [`The link always begins with ${linkStart}.`] : []),
          'Your university tells about the survey on its website. Find the website yourself, not through the link.',
          'The first page of the survey shows your university, your degree and your year of graduation.',
          'You can type the code on the front page of the service. You do not need to open the link.',
        ],
      },
      {
        id: 'never',
        heading: 'What we never ask for',
        paragraphs: ['We do not ask for bank codes, passwords or a personal identity code.'],
      },
      {
        id: 'doubt',
        heading: 'If you doubt the message',
        paragraphs: ['Do not open the link. Tell your university about the message.'],
      },
    ],
  }),
};
