import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';

/** What the register knows and the survey therefore does not ask. */
export const background = [
  {
    kind: 'codelist',
    code: 'institution',
    label: { fi: 'Korkeakoulu', sv: 'Högskola', en: 'Higher education institution' },
    column: 'institution',
    list: 'institutions',
  },
  {
    kind: 'codelist',
    code: 'degree',
    label: { fi: 'Tutkinto', sv: 'Examen', en: 'Degree' },
    column: 'degree',
    list: 'degrees',
  },
  {
    kind: 'category',
    code: 'gender',
    label: { fi: 'Sukupuoli', sv: 'Kön', en: 'Gender' },
    column: 'gender',
    categories: [
      { code: 'female', label: { fi: 'Nainen', sv: 'Kvinna', en: 'Female' } },
      { code: 'male', label: { fi: 'Mies', sv: 'Man', en: 'Male' } },
      { code: 'unknown', label: { fi: 'Ei tietoa', sv: 'Uppgift saknas', en: 'Not known' } },
    ],
    missing: 'unknown',
  },
  {
    kind: 'age_band',
    code: 'age_band',
    label: { fi: 'Ikä valmistuessa', sv: 'Ålder vid examen', en: 'Age at graduation' },
    bands: [
      { code: 'under_25', label: { fi: 'Alle 25 vuotta', sv: 'Under 25 år', en: 'Under 25' }, from: 0, below: 25 },
      { code: '25_29', label: { fi: '25–29 vuotta', sv: '25–29 år', en: '25 to 29' }, from: 25, below: 30 },
      { code: '30_39', label: { fi: '30–39 vuotta', sv: '30–39 år', en: '30 to 39' }, from: 30, below: 40 },
      {
        code: '40_plus',
        label: { fi: '40 vuotta tai yli', sv: '40 år eller över', en: '40 or over' },
        from: 40,
        below: 130,
      },
    ],
    missing: 'unknown',
  },
  {
    kind: 'category',
    code: 'study_language',
    label: { fi: 'Opiskelukieli', sv: 'Studiespråk', en: 'Language of study' },
    column: 'study_language',
    categories: [
      { code: 'fi', label: { fi: 'Suomi', sv: 'Finska', en: 'Finnish' } },
      { code: 'sv', label: { fi: 'Ruotsi', sv: 'Svenska', en: 'Swedish' } },
      { code: 'en', label: { fi: 'Englanti', sv: 'Engelska', en: 'English' } },
      { code: 'unknown', label: { fi: 'Ei tietoa', sv: 'Uppgift saknas', en: 'Not known' } },
    ],
    missing: 'unknown',
  },
] satisfies SurveyDefinitionInput['background'];
