import type { TrendTexts } from './trends-en.ts';

export const svTrends: TrendTexts = {
  title: 'Utveckling från omgång till omgång',
  link: 'Utveckling från omgång till omgång',
  lead: 'I varje bild står omgångarna från vänster till höger. Bandet är denna examens 95\u00a0%-intervall. Ingen linje dras över en omgång som inte visas eller en fråga som har ändrats.',
  one: 'Det finns en omgång hittills. Utvecklingen visas när det finns två.',
  rounds: 'Omgångar',
  pooled: (years) => `${years} tillsammans`,
  legend: { own: 'Denna examen', band: '95\u00a0%-intervall', field: 'Området', break: 'frågan ändrades' },
  change: {
    larger: (value, range) => `▲ större än i föregående omgång: ${value} (95\u00a0%-intervall ${range})`,
    smaller: (value, range) => `▼ mindre än i föregående omgång: ${value} (95\u00a0%-intervall ${range})`,
    unclear: 'Förändringen sedan föregående omgång kan bero på slumpen.',
    tooFew: 'Svaren är för få för att bedöma en förändring, eller så visas de inte.',
    broken: 'Frågan ändrades mellan de två senaste omgångarna. De kan inte jämföras.',
  },
  method: (count) =>
    `${count} förändringar sedan föregående omgång granskades som en helhet; en pil står där en förändring knappast beror på slumpen.`,
  asOf: (round) => `Senaste omgång: ${round}.`,
  broke: (round) => `Frågan ändrades: ${round} kan inte jämföras med tidigare omgångar.`,
  recoded: (round, classes) => `Sedan ${round} på en annan skala; ritat är bara ”${classes}”.`,
  notAsked: 'frågades inte',
  breakSign: '┆',
  breakNote: 'Ett tal med ┆ framför kan inte jämföras med dem före det.',
  caption: (title) => `${title} efter omgång. Inom parentes 95\u00a0%-intervallet, sedan antalet svar.`,
  group: 'Svarande',
  item: 'Punkt',
};
