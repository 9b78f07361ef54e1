import type { Language } from '../../engine/text.ts';

const en = {
  link: 'Give more time',
  hint: 'When the person cannot answer before the round closes. The link that they have works longer; nothing is sent.',
  title: (key: string) => `More time for person ${key}`,
  lead: (closes: string) => `The round closes ${closes}. The round is not frozen while somebody has more time.`,
  field: 'Last day on which the person may answer',
  submit: 'Give more time',
  back: 'Back to the person',
  has: (until: string) => `May answer until ${until}.`,
  takeBack: 'Take the additional time back',
  given: 'The person has more time, on the link that they have.',
  takenBack: 'The person may answer until the round closes.',
  noDay: 'Choose a day.',
  notLater: (closes: string) => `The day must be later than today and than the closing of the round, ${closes}.`,
  notNow: 'The round is not open, or it is being frozen: nobody can be given more time.',
};
export type TimeTexts = typeof en;

const fi: TimeTexts = {
  link: 'Anna lisäaikaa',
  hint: 'Kun henkilö ei ehdi vastata ennen kierroksen sulkeutumista. Hänen linkkinsä toimii pidempään; mitään ei lähetetä.',
  title: (key) => `Lisäaikaa henkilölle ${key}`,
  lead: (closes) => `Kierros sulkeutuu ${closes}. Kierrosta ei jäädytetä, kun jollakulla on vielä aikaa.`,
  field: 'Viimeinen päivä, jona henkilö voi vastata',
  submit: 'Anna lisäaikaa',
  back: 'Takaisin henkilön tietoihin',
  has: (until) => `Voi vastata ${until} asti.`,
  takeBack: 'Peru lisäaika',
  given: 'Henkilöllä on lisäaikaa nykyisellä linkillään.',
  takenBack: 'Henkilö voi vastata kierroksen sulkeutumiseen asti.',
  noDay: 'Valitse päivä.',
  notLater: (closes) => `Päivän pitää olla myöhemmin kuin tänään ja kuin kierroksen sulkeutuminen ${closes}.`,
  notNow: 'Kierros ei ole auki tai sitä jäädytetään: lisäaikaa ei voi antaa.',
};

const sv: TimeTexts = {
  link: 'Ge mer tid',
  hint: 'När personen inte hinner svara innan omgången stänger. Länken fungerar längre; inget skickas.',
  title: (key) => `Mer tid för person ${key}`,
  lead: (closes) => `Omgången stänger ${closes}. Omgången fryses inte medan någon har mer tid.`,
  field: 'Sista dagen som personen kan svara',
  submit: 'Ge mer tid',
  back: 'Tillbaka till personens uppgifter',
  has: (until) => `Kan svara till och med ${until}.`,
  takeBack: 'Ta tillbaka den extra tiden',
  given: 'Personen har mer tid, med sin nuvarande länk.',
  takenBack: 'Personen kan svara tills omgången stänger.',
  noDay: 'Välj en dag.',
  notLater: (closes) => `Dagen måste vara senare än i dag och än omgångens stängning ${closes}.`,
  notNow: 'Omgången är inte öppen eller fryses: ingen kan få mer tid.',
};

/** The words of giving one person more time. */
export function timeTexts(language: Language): TimeTexts {
  return { fi, sv, en }[language];
}
