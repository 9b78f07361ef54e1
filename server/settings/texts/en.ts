import type { DomainState } from '../decide-domain.ts';
import type { SettingProblem } from '../decide-settings.ts';

type Check = Readonly<Record<DomainState, string>>;
const unknown = 'could not be looked up just now. Open the page again in a moment.';

const spf: Check = {
  unknown,
  missing:
    'is missing. Mail providers may take messages for spam. Ask whoever runs the domain to name the sending servers.',
  several: 'stands there more than once, so that mail providers follow none. Ask whoever runs the domain to leave one.',
  good: 'is in order: the domain says which servers may send its mail.',
  weak: 'is there and lets anybody send in the name of the domain. Ask whoever runs it to end it with -all or ~all.',
  other: unknown,
};
const dkim: Check = {
  unknown,
  missing:
    'is missing from the domain: messages are signed, and nobody can check it. Ask whoever runs the domain to add the key.',
  several: unknown,
  good: 'is in order: messages are signed, and the key in the domain is ours.',
  weak: unknown,
  other: 'in the domain is another key than ours: signatures do not hold. Ask whoever runs the domain to change it.',
};
const dmarc: Check = {
  unknown,
  missing: 'is missing. Large mail providers ask for it of those who send much. Ask whoever runs the domain to add it.',
  several: 'stands there more than once, so that mail providers follow none. Ask whoever runs the domain to leave one.',
  good: 'is in order: mail that is not from the domain is refused or set apart.',
  weak: 'is there and only watches (p=none). It is enough for sending; quarantine or reject also keeps forgers out.',
  other: unknown,
};
const problems: Readonly<Record<SettingProblem['why'], string>> = {
  name: 'Write a name of 60 characters at most, without commas, colons, quotation marks or @',
  email: 'Write one email address, for example careers@example.fi',
  unread: 'Write an address that somebody reads: people answer these messages',
  phone: 'Write a telephone number in digits, for example +358 29 000 0000',
};

export const en = {
  title: 'Settings',
  ofInstitution: (name: string) => `Settings: ${name}`,
  lead: 'Under which name invitations leave, how mail providers see them, and what to tell those who ask whether a message is real.',
  saved: 'The settings are saved. They are used from the next message on.',
  institutions: 'Settings of institutions',
  tokens: 'Tokens of programs',
  back: 'All settings',
  sender: 'Sender',
  senderLead: 'What is empty here is taken from the common settings of the survey.',
  senderLeadCommon: 'Used where an institution has no words of its own.',
  address: 'Messages leave from the address',
  noAddress: 'No mail leaves: the service has no mail server (URAS_SMTP_URL).',
  languages: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
  name: (language: string) => `Name of the sender, ${language}`,
  reply: (language: string) => `Answers go to, ${language}`,
  replyHint: 'An email address that somebody reads. People write to it when they want something to be changed.',
  contact: 'Whom graduates may ask',
  contactName: 'Name of the person or service',
  contactEmail: 'Email address',
  contactPhone: 'Telephone',
  save: 'Save',
  mail: 'How mail providers see the messages',
  mailLead: (domain: string) => `The domain ${domain} says in DNS who may send its mail. This is read from there now.`,
  checks: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' },
  spf,
  dkim,
  dmarc,
  dkimElsewhere: 'is not ours to see: this service does not sign. Ask whoever runs the mail server whether it does.',
  sms: 'Text messages',
  smsNone: 'No text messages leave: the service has no provider for them.',
  smsFile: 'Text messages are written into a file, from which another program sends them. It sets the sender.',
  smsHttp: (host: string) => `Text messages leave through ${host}, which sets the sender that people see.`,
  real: 'Is this message real?',
  realLead: 'A text for the page of the university that people find when they doubt a message. Copy it as it is.',
  realText: ({ host, from, contact }: { host: string; from: string; contact: string }) =>
    `Is the career survey real?\n\nYes. We ask our graduates some years after their degree how their working life has begun. The invitation comes by email, text message or letter.\n\nThis is how you know a real one:\n- The link begins with ${host} and nothing else.\n${from === '' ? '' : `- Email comes from ${from}.\n`}- We never ask for your personal identity code, passwords, bank details or payments.\n- Answering is voluntary, and you can refuse further messages on the same page.\n\nIf you are not sure, do not open the link. ${contact === '' ? 'Ask your university.' : `Ask ${contact}.`}`,
  problems,
  tokensLead:
    'A token lets a program of yours read published releases or do what its scope says. It works until its last day, or until you revoke it.',
  noTokens: 'There are no tokens.',
  tokenName: 'What it is for',
  tokenNameHint: 'Small letters, digits and hyphens, for example data-warehouse',
  scope: 'What it allows',
  scopes: {
    'releases:read': 'reading published releases',
    'population:write': 'bringing people of an institution into rounds',
  } as Readonly<Record<string, string>>,
  place: 'Institution',
  allPlaces: 'All institutions',
  expires: 'Last day',
  expiresHint: 'For example 31.12.2026; two years from today at most',
  create: 'Make a token',
  newToken: 'Make a new token',
  made: (name: string) => `The token ${name} is made. It is shown this once: copy it now.`,
  token: 'Token',
  state: (until: string) => `until ${until}`,
  expired: (until: string) => `its last day was ${until}`,
  revoked: (on: string) => `revoked on ${on}`,
  used: (on: string) => `last used on ${on}`,
  unused: 'never used',
  revoke: 'Revoke',
  revokeTitle: (name: string) => `Revoke the token ${name}?`,
  revokeLead: 'The program that uses it gets nothing any more. This cannot be undone; a new token can be made.',
  revokedNow: 'The token is revoked.',
  cancel: 'Keep it',
  tokenProblems: {
    bad_name: 'Write a name of small letters, digits and hyphens, 40 at most',
    taken: 'There is or was a token of this name: choose another one',
    unknown_scope: 'Choose what the token allows',
    no_institution: 'Choose the institution: a token of this kind is for one',
    unknown_institution: 'Choose an institution of the list',
    bad_day: 'Write the last day as 31.12.2026 or 2026-12-31',
    expired_already: 'The last day must be later than today',
    too_long: 'The last day is two years from today at most',
  },
};

export type SettingTexts = typeof en;
