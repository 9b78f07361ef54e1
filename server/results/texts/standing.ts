import type { Language } from '../../engine/text.ts';

/** Words about how a release stands. */
export type StandingTexts = {
  preliminary: (finalOn: string) => string;
  final: (on: string) => string;
  corrected: (on: string, reason: string) => string;
  /** What the sign of a figure means that does not count late answers. */
  stands: (sign: string, asOf: string) => string;
  withdrawn: (on: string, reason: string) => string;
  withdrawnTitle: string;
  successor: string;
};

const TEXTS: Readonly<Record<Language, StandingTexts>> = {
  fi: {
    preliminary: (finalOn) => `Alustava tulos. Lopullinen ${finalOn}.`,
    final: (on) => `Lopullinen ${on}`,
    corrected: (on, reason) => `Raporttia on korjattu ${on}: ${reason}`,
    stands: (sign, asOf) =>
      `${sign} = tilanne ${asOf}. Sen jälkeen on tullut niin vähän vastauksia, että uusi luku paljastaisi ne.`,
    withdrawn: (on, reason) => `Raportti on poistettu ${on}: ${reason}`,
    withdrawnTitle: 'Raportti on poistettu',
    successor: 'Avaa korjattu raportti',
  },
  sv: {
    preliminary: (finalOn) => `Preliminärt resultat. Slutligt ${finalOn}.`,
    final: (on) => `Slutligt ${on}`,
    corrected: (on, reason) => `Rapporten har korrigerats ${on}: ${reason}`,
    stands: (sign, asOf) =>
      `${sign} = läget ${asOf}. De svar som kom senare är så få att en ny siffra skulle avslöja dem.`,
    withdrawn: (on, reason) => `Rapporten drogs tillbaka ${on}: ${reason}`,
    withdrawnTitle: 'Rapporten har dragits tillbaka',
    successor: 'Öppna den korrigerade rapporten',
  },
  en: {
    preliminary: (finalOn) => `Preliminary result. Final on ${finalOn}.`,
    final: (on) => `Final on ${on}`,
    corrected: (on, reason) => `This report was corrected on ${on}: ${reason}`,
    stands: (sign, asOf) =>
      `${sign} = as of ${asOf}. So few answers came later that a new figure would give them away.`,
    withdrawn: (on, reason) => `This report was withdrawn on ${on}: ${reason}`,
    withdrawnTitle: 'This report was withdrawn',
    successor: 'Open the corrected report',
  },
};

/** The words about how a release stands, in a language. */
export function standingTexts(language: Language): StandingTexts {
  return TEXTS[language];
}
