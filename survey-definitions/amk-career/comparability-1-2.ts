import type { ComparabilityMapInput } from '../../server/comparability/comparability-schema.ts';

// How the answers to version 1 and version 2 may be compared. Every question has its relation; what is not
// listed by itself below did not change.
const decision = { author: 'methodology_group', decided: '2025-08-15' } as const;

const unchanged = (codes: readonly string[]) =>
  codes.map((code) => ({ from: code, to: code, match: 'identical' as const, ...decision }));

export const amkCareer1To2 = {
  survey: 'amk-career',
  from: 1,
  to: 2,
  items: [
    ...unchanged(['main_activity', 'other_activities', 'activity_meaningful']),
    ...unchanged(['job_sector', 'job_region', 'job_start', 'job_uses_skills', 'job_matches_level']),
    {
      from: 'job_in_field',
      to: 'job_in_field',
      match: 'recodable',
      // The lower two and the upper two steps have the same words in both. What stood between them were
      // "fairly poorly" and "fairly well", and is now "partly".
      recode: {
        common: [
          {
            code: 'poorly',
            label: { fi: 'huonosti tai ei lainkaan', sv: 'dåligt eller inte alls', en: 'poorly or not at all' },
          },
          { code: 'between', label: { fi: 'siltä väliltä', sv: 'däremellan', en: 'in between' } },
          { code: 'well', label: { fi: 'hyvin tai täysin', sv: 'väl eller helt', en: 'well or fully' } },
        ],
        from: { '1': 'poorly', '2': 'poorly', '3': 'between', '4': 'between', '5': 'well', '6': 'well' },
        to: { '1': 'poorly', '2': 'poorly', '3': 'between', '4': 'well', '5': 'well' },
      },
      note: {
        fi: 'Vastausasteikko muuttui vuonna 2025 kuudesta portaasta viiteen. Vain kolmen luokan osuuksia voi verrata, ja uusi keskimmäinen porras voi jo itsessään muuttaa niitä.',
        sv: 'Svarsskalan ändrades 2025 från sex steg till fem. Bara andelarna i tre klasser kan jämföras, och det nya mellersta steget kan i sig påverka dem.',
        en: 'In 2025 the answer scale changed from six steps to five. Only shares of three classes can be compared, and the new middle step may itself move them.',
      },
      ...decision,
    },
    {
      from: 'job_remote',
      to: null,
      note: { fi: 'Ei kysytä vuodesta 2025 alkaen.', sv: 'Frågas inte sedan 2025.', en: 'Not asked since 2025.' },
      ...decision,
    },
    {
      from: null,
      to: 'job_ai_use',
      note: { fi: 'Kysytty vuodesta 2025 alkaen.', sv: 'Frågas sedan 2025.', en: 'Asked since 2025.' },
      ...decision,
    },
    ...unchanged([
      'mismatch_reasons',
      'career_path',
      'career_satisfaction',
      'first_job_country',
      'self_employed_since',
    ]),
    {
      from: 'unemployment_spells',
      to: 'unemployment_spells',
      match: 'editorial',
      note: {
        fi: 'Sanamuotoa selkeytettiin vuonna 2025. Merkitys on sama.',
        sv: 'Ordalydelsen förtydligades 2025. Innebörden är densamma.',
        en: 'The wording was made clearer in 2025. The meaning is the same.',
      },
      ...decision,
    },
    ...unchanged(['skill_analytical', 'skill_information', 'skill_learning', 'skill_problem_solving']),
    ...unchanged(['skill_negotiation', 'skill_practice', 'skill_digital', 'skill_multiprofessional']),
    ...unchanged(['skill_initiative', 'skill_enterprise', 'skill_stress', 'skill_time', 'skill_project']),
    ...unchanged(['skill_languages', 'degree_valued', 'ready_for_work', 'entrepreneurship', 'degree_satisfaction']),
    ...unchanged(['would_recommend', 'open_strengths', 'open_wishes', 'pay', 'unemployment_months']),
    ...unchanged(['further_education', 'prior_education', 'work_experience', 'consent_research']),
  ],
  background: unchanged(['institution', 'degree', 'gender', 'age_band', 'study_language']),
  units: [],
} satisfies ComparabilityMapInput;
