import type { ProblemKind } from '../engine/question-types/question-type.ts';
import type { Language } from '../engine/text.ts';

/** A field that was refused: what to say, and the id of the element to go to. */
export type FieldError = { field: string; message: string; id: string };

/**
 * What fills a message: the engine's params ({min}, {max}, {limit}, {value}), and of the question an
 * example of a right number and the label of the option that stands alone.
 */
export type MessageParams = Readonly<Record<string, string | number>>;

type Messages = Readonly<Record<ProblemKind, (say: (name: string) => string) => string>>;

const fi: Messages = {
  not_a_number: (say) => `Kirjoita vastaus numeroina, esimerkiksi ${say('example')}`,
  below_min: (say) => `Kirjoita luku, joka on vähintään ${say('min')}`,
  above_max: (say) => `Kirjoita luku, joka on enintään ${say('max')}`,
  too_many_decimals: (say) =>
    say('limit') === '0' ? 'Kirjoita kokonaisluku' : `Käytä enintään ${say('limit')} desimaalia`,
  too_long: (say) => `Lyhennä tekstiä: siinä on ${say('value')} merkkiä, ja tilaa on ${say('limit')} merkille`,
  too_many_chosen: (say) => `Valitse enintään ${say('max')} vaihtoehtoa`,
  exclusive_with_others: (say) => `Valitse joko ”${say('option')}” tai muita vaihtoehtoja`,
  not_a_month: () => 'Valitse myös kuukausi',
  month_without_year: () => 'Valitse myös vuosi',
  outside_years: (say) => `Valitse vuosi väliltä ${say('min')}–${say('max')}`,
  unknown_code: () => 'Valitse jokin vaihtoehdoista',
  not_in_list: () => 'Valitse jokin luettelon kohdista',
};

const sv: Messages = {
  not_a_number: (say) => `Skriv svaret med siffror, till exempel ${say('example')}`,
  below_min: (say) => `Skriv ett tal som är minst ${say('min')}`,
  above_max: (say) => `Skriv ett tal som är högst ${say('max')}`,
  too_many_decimals: (say) => (say('limit') === '0' ? 'Skriv ett heltal' : `Använd högst ${say('limit')} decimaler`),
  too_long: (say) => `Förkorta texten: den har ${say('value')} tecken och får ha högst ${say('limit')}`,
  too_many_chosen: (say) => `Välj högst ${say('max')} alternativ`,
  exclusive_with_others: (say) => `Välj antingen ”${say('option')}” eller andra alternativ`,
  not_a_month: () => 'Välj också månad',
  month_without_year: () => 'Välj också år',
  outside_years: (say) => `Välj ett år mellan ${say('min')} och ${say('max')}`,
  unknown_code: () => 'Välj något av alternativen',
  not_in_list: () => 'Välj något ur listan',
};

const en: Messages = {
  not_a_number: (say) => `Enter the answer in numbers, for example ${say('example')}`,
  below_min: (say) => `Enter a number that is ${say('min')} or more`,
  above_max: (say) => `Enter a number that is ${say('max')} or less`,
  too_many_decimals: (say) => (say('limit') === '0' ? 'Enter a whole number' : `Use at most ${say('limit')} decimals`),
  too_long: (say) => `Shorten the text: it has ${say('value')} characters, and there is room for ${say('limit')}`,
  too_many_chosen: (say) => `Choose at most ${say('max')} options`,
  exclusive_with_others: (say) => `Choose either “${say('option')}” or other options`,
  not_a_month: () => 'Choose a month, too',
  month_without_year: () => 'Choose a year, too',
  outside_years: (say) => `Choose a year between ${say('min')} and ${say('max')}`,
  unknown_code: () => 'Choose one of the options',
  not_in_list: () => 'Choose something from the list',
};

const MESSAGES: Readonly<Record<Language, Messages>> = { fi, sv, en };
const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const YEARS: readonly ProblemKind[] = ['outside_years'];

/**
 * What to say of a problem, in the reader's language. Numbers are written as the language has them;
 * years have no thousands.
 *
 * @example fieldErrorText('en', 'above_max', { max: 50000 }) // 'Enter a number that is 50,000 or less'
 */
export function fieldErrorText(language: Language, problem: ProblemKind, params: MessageParams): string {
  const format = new Intl.NumberFormat(LOCALES[language], { useGrouping: !YEARS.includes(problem) });
  return MESSAGES[language][problem]((name) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? format.format(value) : value;
  });
}
