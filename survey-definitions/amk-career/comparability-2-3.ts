import type { ComparabilityMapInput } from '../../server/comparability/comparability-schema.ts';

// How the answers to version 2 and version 3 may be compared. Every question has its relation; what is
// not listed by itself below did not change. The first time of a page that is asked several times has its own codes,
// the others have the number of the time after them.
const decision = { author: 'survey_editor', decided: '2026-11-27' } as const;
const TIMES = [1, 2, 3, 4, 5];

const unchanged = (codes: readonly string[]) =>
  codes.map((code) => ({ from: code, to: code, match: 'identical' as const, ...decision }));

const begins = (codes: readonly string[]) =>
  codes.map((code) => ({
    from: null,
    to: code,
    note: { fi: 'Kysytty versiosta 3 alkaen.', sv: 'Frågas från och med version 3.', en: 'Asked since version 3.' },
    ...decision,
  }));

export const amkCareer2To3 = {
  survey: 'amk-career',
  from: 2,
  to: 3,
  items: [
    ...unchanged(['main_activity', 'other_activities', 'activity_meaningful']),
    ...unchanged(['job_sector', 'job_region', 'job_start', 'job_uses_skills', 'job_matches_level', 'job_in_field']),
    ...unchanged(['job_ai_use', 'mismatch_reasons']),
    {
      from: 'career_path',
      to: 'career_path',
      match: 'concept_only',
      note: {
        fi: 'Versiossa 3 on uusi vaihtoehto monelle yhtäaikaiselle työlle. Muiden vaihtoehtojen osuudet eivät ole vertailukelpoisia.',
        sv: 'Version 3 har ett nytt alternativ för flera samtidiga arbeten. De andra alternativens andelar är inte jämförbara.',
        en: 'Version 3 has a new option for several jobs at a time. The shares of the other options are not comparable.',
      },
      ...decision,
    },
    ...begins(['other_jobs']),
    ...unchanged(['career_satisfaction', 'first_job_country', 'self_employed_since', 'unemployment_spells']),
    ...unchanged(['skill_analytical', 'skill_information', 'skill_learning', 'skill_problem_solving']),
    ...unchanged(['skill_negotiation', 'skill_practice', 'skill_digital', 'skill_multiprofessional']),
    ...unchanged(['skill_initiative', 'skill_enterprise', 'skill_stress', 'skill_time', 'skill_project']),
    ...unchanged(['skill_languages', 'degree_valued', 'ready_for_work', 'entrepreneurship', 'degree_satisfaction']),
    ...unchanged(['would_recommend', 'open_strengths', 'open_wishes']),
    ...begins(
      ['other_job_kind', 'other_job_length', 'other_job_in_field', 'other_job_region'].flatMap((code) =>
        TIMES.map((time) => (time === 1 ? code : `${code}_${time}`)),
      ),
    ),
    ...begins([1, 2, 3, 4].map((time) => `other_job_more_${time}`)),
    ...unchanged(['pay', 'unemployment_months', 'further_education', 'prior_education', 'work_experience']),
    ...unchanged(['consent_research']),
  ],
  background: unchanged(['institution', 'degree', 'gender', 'age_band', 'study_language']),
  units: [],
} satisfies ComparabilityMapInput;
