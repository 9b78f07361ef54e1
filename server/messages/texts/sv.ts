import type { DefaultTemplates, MessageTexts } from './message-texts.ts';

export const sv: MessageTexts = {
  who: ({ institution, degree, year }) =>
    `Enkäten skickas av ${institution}. Du får det här meddelandet eftersom du tog examen där${year ? ` år ${year}` : ''}${degree ? `: ${degree}` : ''}.`,
  link: 'Svara på enkäten',
  linkPlain: 'Din egen länk till enkäten:',
  own: 'Länken är bara din. Skicka den inte vidare. Du kan göra en paus och fortsätta senare med samma länk.',
  until: ({ closes, minutes }) => `Det tar ${minutes} minuter att svara. Du kan svara senast ${closes}.`,
  voluntary: 'Det är frivilligt att svara. Resultaten visas bara som siffror för grupper, aldrig någons egna svar.',
  privacy: 'Vilka uppgifter som används och hur de skyddas:',
  decline: 'Vill du inte ha fler meddelanden om den här enkäten:',
  test: 'PROV. Det här är ett provmeddelande, och länken öppnar ingens enkät.',
  code: 'Din kod:',
};

export const svTemplates: DefaultTemplates = {
  invitation: {
    subject: 'Hur har ditt arbetsliv börjat?',
    body: 'Hej,\n\ndet har gått några år sedan du tog examen. Berätta vad arbetet har krävt och vad studierna gav dig för det. Svaren används när innehållet i examina planeras.\n\n{{locked}}\n\nTack för din tid.\n{{institution}}',
  },
  'reminder-1': {
    subject: 'Påminnelse: enkät om arbetslivet',
    body: 'Hej,\n\nför en vecka sedan skickade vi dig en enkät om ditt arbetsliv. Du har inte börjat svara ännu. Också din erfarenhet är viktig, oavsett om du arbetar inom ditt område, någon annanstans eller inte alls.\n\n{{locked}}\n\nHälsningar\n{{institution}}',
  },
  'unfinished-1': {
    subject: 'Din enkät blev på hälft',
    body: 'Hej,\n\ndu började svara på enkäten om ditt arbetsliv, och den blev på hälft. Dina svar är sparade. Du kan fortsätta där du slutade.\n\n{{locked}}\n\nHälsningar\n{{institution}}',
  },
  'reminder-2': {
    subject: 'Enkäten om arbetslivet är ännu öppen',
    body: 'Hej,\n\nenkäten om ditt arbetsliv är ännu öppen. Om någon fråga inte gäller dig kan du hoppa över den.\n\n{{locked}}\n\nHälsningar\n{{institution}}',
  },
  'last-reminder': {
    subject: 'Enkäten om arbetslivet stängs snart',
    body: 'Hej,\n\ndet här är den sista påminnelsen: enkäten om ditt arbetsliv är öppen till och med {{closes}}.\n\n{{locked}}\n\nHälsningar\n{{institution}}',
  },
  'sms-invitation': {
    subject: '',
    body: '{{institution}}: hur har ditt arbetsliv börjat? Svara senast {{closes_short}}: {{link}}',
  },
  'sms-reminder': {
    subject: '',
    body: '{{institution}}: enkäten om ditt arbetsliv är öppen till {{closes_short}}: {{link}}',
  },
  letter: {
    subject: 'Hur har ditt arbetsliv börjat?',
    body: 'Hej,\n\ndet har gått några år sedan du tog examen. Berätta vad arbetet har krävt och vad studierna gav dig för det.\n\n{{locked}}\n\nTack för din tid.\n{{institution}}',
  },
};
