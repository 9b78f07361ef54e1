import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';
import { hasHadOtherJobs } from './conditions.ts';

/** After the core: jobs beside the present one, one page for each, five at most. */
export const pageOtherJob = {
  code: 'other_job',
  title: { fi: 'Muu työsi', sv: 'Ditt andra arbete', en: 'Your other job' },
  intro: {
    fi: 'Kerro yhdestä työstä kerrallaan. Aloita siitä, joka on kestänyt pisimpään.',
    sv: 'Berätta om ett arbete i taget. Börja med det som har varat längst.',
    en: 'Tell about one job at a time. Begin with the one that has lasted longest.',
  },
  showIf: hasHadOtherJobs,
  repeat: {
    max: 5,
    another: {
      fi: 'Onko sinulla ollut vielä jokin muu työ?',
      sv: 'Har du haft ännu ett arbete?',
      en: 'Have you had one more job?',
    },
    yes: { fi: 'Kyllä, kerron siitä', sv: 'Ja, jag berättar om det', en: 'Yes, I will tell about it' },
    no: { fi: 'Ei', sv: 'Nej', en: 'No' },
  },
  questions: [
    {
      kind: 'single',
      code: 'other_job_kind',
      text: { fi: 'Millaista työ on ollut?', sv: 'Hurdant har arbetet varit?', en: 'What kind of work has it been?' },
      options: [
        { code: 'permanent', label: { fi: 'Vakituinen työ', sv: 'Fast anställning', en: 'Permanent job' } },
        { code: 'fixed_term', label: { fi: 'Määräaikainen työ', sv: 'Visstidsanställning', en: 'Fixed-term job' } },
        {
          code: 'on_call',
          label: {
            fi: 'Keikkatyö tai tarvittaessa työhön kutsuttava',
            sv: 'Inhopp eller behovsanställning',
            en: 'Gig or on-call work',
          },
        },
        {
          code: 'self_employed',
          label: { fi: 'Yrittäjä tai freelancer', sv: 'Företagare eller frilansare', en: 'Self-employed or freelance' },
        },
        { code: 'grant', label: { fi: 'Apuraha', sv: 'Stipendium', en: 'Grant' } },
        { code: 'other', label: { fi: 'Jokin muu', sv: 'Något annat', en: 'Something else' } },
      ],
    },
    {
      kind: 'single',
      code: 'other_job_length',
      text: {
        fi: 'Kuinka kauan työ on kestänyt?',
        sv: 'Hur länge har arbetet varat?',
        en: 'How long has the job lasted?',
      },
      options: [
        {
          code: 'under_6_months',
          label: { fi: 'Alle puoli vuotta', sv: 'Under ett halvt år', en: 'Under half a year' },
        },
        {
          code: '6_to_12_months',
          label: { fi: 'Puolesta vuodesta vuoteen', sv: 'Ett halvt till ett år', en: 'Half a year to a year' },
        },
        { code: '1_to_2_years', label: { fi: '1–2 vuotta', sv: '1–2 år', en: '1 to 2 years' } },
        { code: 'over_2_years', label: { fi: 'Yli 2 vuotta', sv: 'Över 2 år', en: 'Over 2 years' } },
      ],
    },
    {
      kind: 'scale',
      code: 'other_job_in_field',
      text: {
        fi: 'Miten hyvin tai huonosti työ vastaa tutkintosi alaa?',
        sv: 'Hur väl eller dåligt motsvarar arbetet området för din examen?',
        en: 'How well or poorly does the job match the field of your degree?',
      },
      scale: 'match_5',
    },
    {
      kind: 'codelist',
      code: 'other_job_region',
      text: { fi: 'Missä työ on ollut?', sv: 'Var har arbetet varit?', en: 'Where has the job been?' },
      list: 'regions',
      resultsBy: 'code',
    },
  ],
} satisfies SurveyDefinitionInput['pages'][number];
