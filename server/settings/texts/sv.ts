import type { DomainState } from '../decide-domain.ts';
import type { SettingProblem } from '../decide-settings.ts';
import type { SettingTexts } from './en.ts';

type Check = Readonly<Record<DomainState, string>>;
const unknown = 'kunde inte kontrolleras just nu. Öppna sidan på nytt om en stund.';

const spf: Check = {
  unknown,
  missing:
    'saknas. Posttjänster kan ta meddelandena för skräppost. Be den som sköter domänen att ange vilka servrar som sänder.',
  several: 'finns mer än en gång, så att posttjänster inte följer någon. Be den som sköter domänen att lämna en.',
  good: 'är i ordning: domänen säger vilka servrar som får sända dess post.',
  weak: 'finns och låter vem som helst sända i domänens namn. Be den som sköter den att avsluta med -all eller ~all.',
  other: unknown,
};
const dkim: Check = {
  unknown,
  missing:
    'saknas i domänen: meddelandena signeras, men ingen kan kontrollera det. Be den som sköter domänen att lägga till nyckeln.',
  several: unknown,
  good: 'är i ordning: meddelandena signeras och nyckeln i domänen är vår.',
  weak: unknown,
  other: 'i domänen är en annan nyckel än vår: signaturerna gäller inte. Be den som sköter domänen att byta den.',
};
const dmarc: Check = {
  unknown,
  missing:
    'saknas. Stora posttjänster kräver den av dem som sänder mycket. Be den som sköter domänen att lägga till den.',
  several: 'finns mer än en gång, så att posttjänster inte följer någon. Be den som sköter domänen att lämna en.',
  good: 'är i ordning: post som inte kommer från domänen avvisas eller läggs åt sidan.',
  weak: 'finns och följer bara med (p=none). Det räcker för att sända; quarantine eller reject håller också förfalskare ute.',
  other: unknown,
};
const problems: Readonly<Record<SettingProblem['why'], string>> = {
  name: 'Skriv ett namn på högst 60 tecken, utan kommatecken, kolon, citattecken och @',
  email: 'Skriv en e-postadress, till exempel karriar@example.fi',
  unread: 'Skriv en adress som någon läser: människor svarar på de här meddelandena',
  phone: 'Skriv ett telefonnummer med siffror, till exempel +358 29 000 0000',
};

export const sv: SettingTexts = {
  title: 'Inställningar',
  ofInstitution: (name) => `Inställningar: ${name}`,
  lead: 'Under vilket namn inbjudningarna sänds, hur posttjänster ser dem och vad man svarar den som undrar om ett meddelande är äkta.',
  saved: 'Inställningarna är sparade. De används från och med nästa meddelande.',
  institutions: 'Högskolornas inställningar',
  tokens: 'Koder för program',
  back: 'Alla inställningar',
  sender: 'Avsändare',
  senderLead: 'Det som är tomt tas från enkätens gemensamma inställningar.',
  senderLeadCommon: 'Används där en högskola inte har egna ord.',
  address: 'Meddelandena sänds från adressen',
  noAddress: 'Ingen e-post sänds: tjänsten har ingen postserver (URAS_SMTP_URL).',
  languages: { fi: 'finska', sv: 'svenska', en: 'engelska' },
  name: (language) => `Avsändarens namn, ${language}`,
  reply: (language) => `Svar går till, ${language}`,
  replyHint: 'En e-postadress som någon läser. Dit skriver man när något behöver ändras.',
  contact: 'Vem den utexaminerade kan fråga',
  contactName: 'Personens eller tjänstens namn',
  contactEmail: 'E-postadress',
  contactPhone: 'Telefon',
  save: 'Spara',
  mail: 'Hur posttjänster ser meddelandena',
  mailLead: (domain) => `Domänen ${domain} säger i DNS vem som får sända dess post. Uppgiften är läst därifrån nu.`,
  checks: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' },
  spf,
  dkim,
  dmarc,
  dkimElsewhere: 'syns inte för oss: den här tjänsten signerar inte. Fråga den som sköter postservern om den gör det.',
  sms: 'Textmeddelanden',
  smsNone: 'Inga textmeddelanden sänds: tjänsten har ingen förmedlare för dem.',
  smsFile: 'Textmeddelanden skrivs i en fil, från vilken ett annat program sänder dem. Det anger avsändaren.',
  smsHttp: (host) => `Textmeddelanden sänds genom ${host}, som anger avsändaren som människor ser.`,
  real: 'Är meddelandet äkta?',
  realLead: 'En text för högskolans sida, som den som tvivlar hittar. Kopiera den som den är.',
  realText: ({ host, from, contact }) =>
    `Är karriärenkäten äkta?\n\nJa. Vi frågar våra utexaminerade några år efter examen hur arbetslivet har börjat. Inbjudan kommer per e-post, textmeddelande eller brev.\n\nSå känner du igen ett äkta meddelande:\n- Länken börjar med ${host} och inget annat.\n${from === '' ? '' : `- E-posten kommer från ${from}.\n`}- Vi frågar aldrig efter personbeteckning, lösenord eller bankuppgifter och ber inte om betalning.\n- Det är frivilligt att svara, och du kan tacka nej till fler meddelanden på samma sida.\n\nÖppna inte länken om du tvivlar. ${contact === '' ? 'Fråga din högskola.' : `Fråga ${contact}.`}`,
  problems,
  tokensLead:
    'Med en kod läser ditt program publicerade resultat eller gör det som koden tillåter. Koden gäller till sin sista dag eller tills den återkallas.',
  noTokens: 'Det finns inga koder.',
  tokenName: 'Vad den är till för',
  tokenNameHint: 'Små bokstäver, siffror och bindestreck, till exempel datalager',
  scope: 'Vad den tillåter',
  scopes: {
    'releases:read': 'att läsa publicerade resultat',
    'population:write': 'att föra in en högskolas personer i omgångar',
  },
  place: 'Högskola',
  allPlaces: 'Alla högskolor',
  expires: 'Sista dag',
  expiresHint: 'Till exempel 31.12.2026; högst två år från i dag',
  create: 'Skapa koden',
  newToken: 'Skapa en ny kod',
  made: (name) => `Koden ${name} är skapad. Den visas bara nu: kopiera den.`,
  token: 'Kod',
  state: (until) => `till och med ${until}`,
  expired: (until) => `sista dagen var ${until}`,
  revoked: (on) => `återkallad ${on}`,
  used: (on) => `senast använd ${on}`,
  unused: 'aldrig använd',
  revoke: 'Återkalla',
  revokeTitle: (name) => `Vill du återkalla koden ${name}?`,
  revokeLead: 'Programmet som använder den får ingenting längre. Det kan inte ångras; en ny kod kan skapas.',
  revokedNow: 'Koden är återkallad.',
  cancel: 'Behåll den',
  tokenProblems: {
    bad_name: 'Skriv ett namn med små bokstäver, siffror och bindestreck, högst 40 tecken',
    taken: 'En kod med det namnet finns eller har funnits: välj ett annat',
    unknown_scope: 'Välj vad koden tillåter',
    no_institution: 'Välj högskolan: en sådan kod gäller en högskola',
    unknown_institution: 'Välj en högskola i listan',
    bad_day: 'Skriv sista dagen som 31.12.2026 eller 2026-12-31',
    expired_already: 'Sista dagen måste vara senare än i dag',
    too_long: 'Sista dagen är högst två år från i dag',
  },
};
