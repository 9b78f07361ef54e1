import type { Programme } from './make-nation.ts';
import { WOMEN_BY_FIELD, WOMEN_OTHERWISE } from './profiles.ts';
import type { Random } from './random.ts';

export type SimulatedPerson = {
  /** A row of population.csv. */
  row: Record<
    | 'person_key'
    | 'institution'
    | 'degree'
    | 'graduation_date'
    | 'gender'
    | 'birth_year'
    | 'study_language'
    | 'contact_language'
    | 'email'
    | 'phone',
    string
  >;
  /** Chance to answer, 0–1: men and people of other languages answer less, as observed. */
  propensity: number;
  submittedOn: string;
};

const FOLLOW_UP_YEARS = 5;
const FIELD_DAYS = 27;

/** One invented graduate of a programme. No name, and an address that no mail reaches. */
export function drawPerson(
  random: Random,
  { number, programme, cohort }: { number: number; programme: Programme; cohort: number },
): SimulatedPerson {
  const key = `S${String(number).padStart(6, '0')}`;
  const isWoman = random.next() < (WOMEN_BY_FIELD[programme.field] ?? WOMEN_OTHERWISE);
  const gender = random.next() < 0.01 ? '' : isWoman ? 'female' : 'male';
  const language = ['fi', 'sv', 'en'][random.weighted([86, 6, 8])] ?? 'fi';
  const age = 22 + Math.floor(-7 * Math.log(1 - random.next() * 0.98));
  const month = [5, 6, 12, 1 + random.below(12)][random.weighted([25, 15, 30, 30])] ?? 5;
  const day = 1 + random.below(28);
  const leaning = (gender === 'male' ? -0.04 : 0.02) + (language === 'en' ? -0.06 : 0.005);
  // A fifth of the answers come in the first two days.
  const daysLater = random.next() < 0.19 ? random.below(2) : 2 + random.below(FIELD_DAYS - 2);
  return {
    row: {
      person_key: key,
      institution: programme.institution,
      degree: programme.degree,
      graduation_date: isoDay(cohort, month, day),
      gender,
      birth_year: String(cohort - age),
      study_language: language,
      contact_language: language,
      email: `${key.toLowerCase()}@example.org`,
      phone: '',
    },
    propensity: Math.min(1, Math.max(0, programme.propensity + leaning)),
    submittedOn: isoDay(cohort + FOLLOW_UP_YEARS, 10, 1 + daysLater),
  };
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
