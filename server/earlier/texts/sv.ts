import type { fi } from './fi.ts';

/** What the page of earlier graduates says, in Swedish. */
export const sv: typeof fi = {
  link: 'Se hur de som tog examen tidigare svarade',
  title: 'De som tog examen tidigare och du',
  lead: (period: string) => `Här är tre frågor som också de som tog examen ${period} har svarat på.`,
  leadYears: (period: string) => `Här är tre frågor som också de som tog examen åren ${period} har svarat på.`,
  nothing:
    'Inga resultat av dem som tog examen tidigare har publicerats ännu. Därför finns det nu inget att jämföra med på den här sidan.',
  later: 'Du kan återvända till sidan med samma länk så länge enkäten pågår.',
  how: 'Jämförelsen räknas ut av dina egna svar när du öppnar sidan. Den sparas inte.',
  hidden: 'För den här frågan finns inga tidigare resultat som kan visas.',
  among: {
    degree: (n: string) => `De som tog samma examen vid din högskola: ${n} svar.`,
    field: (n: string) =>
      `Resultatet för din egen examen kan inte visas. Du ser ditt utbildningsområde i hela landet: ${n} svar.`,
    nation: (n: string) =>
      `Resultatet för din examen och ditt utbildningsområde kan inte visas. Du ser hela landet: ${n} svar.`,
  },
  few: 'Svaren är få, så redan ett svar ändrar andelarna mycket.',
  yours: (answer: string) => `Du svarade: ${answer}.`,
  none: 'Du har inte svarat på den här frågan på skalan.',
  standing: (below: string, same: string, above: string) =>
    `En lägre siffra gav ${below}, samma ${same} och en högre ${above}.`,
  table: { answer: 'Svar', share: 'Andel', own: 'ditt svar' },
  changesTitle: 'Vad som ändrades utifrån svaren',
  changes: 'Se vad som har ändrats i din examen utifrån tidigare svar',
  back: 'Tillbaka',
};
