import { moreOtherJobs, otherJobs } from './amk-career-other-jobs.ts';
import type { ReportDefinitionInput } from './report-definition.ts';

// The report of one degree on the career survey of universities of applied sciences, versions 1 to 3.
// Order: headline measures, skills, studies, situation, job, career, pay, who the respondents are.
export const amkCareerReport = {
  survey: 'amk-career',
  headlines: [
    {
      item: 'main_activity',
      title: { fi: 'Työssä nyt', sv: 'I arbete nu', en: 'In work now' },
      label: {
        fi: 'työssä, yrittäjänä tai apurahalla',
        sv: 'i arbete, som företagare eller med stipendium',
        en: 'in work, self-employed or on a grant',
      },
      categories: [
        'permanent_full_time',
        'fixed_term_full_time',
        'permanent_part_time',
        'fixed_term_part_time',
        'self_employed',
        'grant',
        'subsidised_or_trainee',
      ],
    },
    {
      item: 'job_matches_level',
      title: {
        fi: 'Työ vastaa koulutuksen tasoa',
        sv: 'Arbetet motsvarar utbildningens nivå',
        en: 'The job matches the level of the education',
      },
      label: { fi: 'samaa mieltä (4–6)', sv: 'av samma åsikt (4–6)', en: 'agree (4–6)' },
      categories: ['4', '5', '6'],
    },
    {
      item: 'degree_satisfaction',
      title: { fi: 'Tyytyväisyys tutkintoon', sv: 'Nöjd med examen', en: 'Satisfaction with the degree' },
      label: { fi: 'tyytyväisiä (4–6)', sv: 'nöjda (4–6)', en: 'satisfied (4–6)' },
      categories: ['4', '5', '6'],
    },
    {
      item: 'would_recommend',
      title: {
        fi: 'Suosittelisi koulutustaan',
        sv: 'Skulle rekommendera sin utbildning',
        en: 'Would recommend the education',
      },
      label: {
        fi: 'antoi 9 tai 10 asteikolla 0–10',
        sv: 'gav 9 eller 10 på skalan 0–10',
        en: 'gave 9 or 10 on the scale 0–10',
      },
      categories: ['9', '10'],
    },
  ],
  sections: [
    {
      code: 'skills',
      title: { fi: 'Osaaminen', sv: 'Kompetens', en: 'Skills' },
      figures: [
        {
          kind: 'dumbbell',
          code: 'skill_gaps',
          title: {
            fi: 'Merkitys työssä ja kehittyminen opinnoissa',
            sv: 'Betydelse i arbetet och utveckling i studierna',
            en: 'Importance in work and development in studies',
          },
          items: [
            'skill_analytical',
            'skill_information',
            'skill_learning',
            'skill_problem_solving',
            'skill_negotiation',
            'skill_practice',
            'skill_digital',
            'skill_multiprofessional',
            'skill_initiative',
            'skill_enterprise',
            'skill_stress',
            'skill_time',
            'skill_project',
            'skill_languages',
          ],
        },
      ],
    },
    {
      code: 'studies',
      title: { fi: 'Opinnot', sv: 'Studierna', en: 'Studies' },
      figures: [
        {
          kind: 'diverging',
          code: 'study_statements',
          title: { fi: 'Arviot tutkinnosta', sv: 'Bedömningar av examen', en: 'Views on the degree' },
          items: ['ready_for_work', 'degree_valued', 'entrepreneurship'],
        },
        {
          kind: 'diverging',
          code: 'study_satisfaction',
          title: { fi: 'Tyytyväisyys tutkintoon', sv: 'Nöjd med examen', en: 'Satisfaction with the degree' },
          items: ['degree_satisfaction'],
        },
        {
          kind: 'bars',
          item: 'would_recommend',
          title: {
            fi: 'Koulutuksen suosittelu',
            sv: 'Rekommendation av utbildningen',
            en: 'Recommending the education',
          },
        },
      ],
    },
    {
      code: 'situation',
      title: { fi: 'Tilanne nyt', sv: 'Situationen nu', en: 'Situation now' },
      figures: [
        {
          kind: 'bars',
          item: 'main_activity',
          title: { fi: 'Pääasiallinen toiminta', sv: 'Huvudsaklig sysselsättning', en: 'Main activity' },
        },
        {
          kind: 'bars',
          item: 'other_activities',
          title: { fi: 'Muu toiminta', sv: 'Annan verksamhet', en: 'Other activities' },
        },
        {
          kind: 'diverging',
          code: 'situation_statements',
          title: { fi: 'Arvio tilanteesta', sv: 'Bedömning av situationen', en: 'View on the situation' },
          items: ['activity_meaningful'],
        },
      ],
    },
    {
      code: 'job',
      title: { fi: 'Nykyinen työ', sv: 'Nuvarande arbete', en: 'Present job' },
      figures: [
        {
          kind: 'diverging',
          code: 'job_statements',
          title: { fi: 'Työ ja koulutus', sv: 'Arbetet och utbildningen', en: 'Job and education' },
          items: ['job_uses_skills', 'job_matches_level'],
        },
        {
          kind: 'bars',
          item: 'job_in_field',
          title: { fi: 'Työ ja tutkinnon ala', sv: 'Arbetet och examens område', en: 'Job and field of the degree' },
        },
        { kind: 'bars', item: 'job_sector', title: { fi: 'Työnantaja', sv: 'Arbetsgivare', en: 'Employer' } },
        {
          kind: 'bars',
          item: 'job_region',
          title: { fi: 'Työn sijainti', sv: 'Var arbetet finns', en: 'Where the job is' },
        },
        { kind: 'bars', item: 'job_remote', title: { fi: 'Etätyö', sv: 'Distansarbete', en: 'Remote work' } },
        {
          kind: 'bars',
          item: 'job_ai_use',
          title: { fi: 'Tekoälyn käyttö työssä', sv: 'Användning av AI i arbetet', en: 'Use of AI in work' },
        },
        {
          kind: 'quartiles',
          item: 'job_start',
          title: {
            fi: 'Nykyisen työn alku',
            sv: 'När det nuvarande arbetet började',
            en: 'When the present job began',
          },
        },
      ],
    },
    {
      code: 'career',
      title: { fi: 'Työura valmistumisen jälkeen', sv: 'Karriären efter examen', en: 'Career since graduation' },
      figures: [
        {
          kind: 'bars',
          item: 'career_path',
          title: { fi: 'Työuran kulku', sv: 'Karriärens förlopp', en: 'Course of the career' },
        },
        {
          kind: 'diverging',
          code: 'career_statements',
          title: { fi: 'Arvio työurasta', sv: 'Bedömning av karriären', en: 'View on the career' },
          items: ['career_satisfaction'],
        },
        {
          kind: 'bars',
          item: 'unemployment_spells',
          title: { fi: 'Työttömyysjaksot', sv: 'Perioder av arbetslöshet', en: 'Periods of unemployment' },
        },
        {
          kind: 'quartiles',
          item: 'unemployment_months',
          title: { fi: 'Työttömyyden kesto', sv: 'Arbetslöshetens längd', en: 'Length of unemployment' },
        },
        {
          kind: 'bars',
          item: 'self_employed_since',
          title: { fi: 'Yrittäjyys', sv: 'Företagande', en: 'Self-employment' },
        },
        ...otherJobs,
        {
          kind: 'bars',
          item: 'first_job_country',
          title: { fi: 'Ensimmäisen työn maa', sv: 'Det första arbetets land', en: 'Country of the first job' },
        },
        {
          kind: 'bars',
          item: 'mismatch_reasons',
          title: {
            fi: 'Syyt työhön, joka ei vastaa koulutusta',
            sv: 'Orsaker till arbete som inte motsvarar utbildningen',
            en: 'Reasons for work that does not match the education',
          },
        },
        {
          kind: 'bars',
          item: 'further_education',
          title: { fi: 'Opinnot valmistumisen jälkeen', sv: 'Studier efter examen', en: 'Studies since graduation' },
        },
      ],
    },
    {
      code: 'pay',
      title: { fi: 'Palkka', sv: 'Lön', en: 'Pay' },
      figures: [
        {
          kind: 'quartiles',
          item: 'pay',
          title: { fi: 'Bruttopalkka kuukaudessa', sv: 'Bruttolön per månad', en: 'Gross pay per month' },
        },
      ],
    },
    {
      code: 'respondents',
      title: { fi: 'Vastaajien tausta', sv: 'Respondenternas bakgrund', en: 'Background of the respondents' },
      figures: [
        {
          kind: 'bars',
          item: 'prior_education',
          title: { fi: 'Koulutus ennen tutkintoa', sv: 'Utbildning före examen', en: 'Education before the degree' },
        },
        {
          kind: 'bars',
          item: 'work_experience',
          title: {
            fi: 'Työkokemus ennen opintoja',
            sv: 'Arbetserfarenhet före studierna',
            en: 'Work experience before the studies',
          },
        },
      ],
    },
  ],
  upperHalf: {
    agreement: { fi: 'samaa mieltä', sv: 'av samma åsikt', en: 'agree' },
    satisfaction: { fi: 'tyytyväisiä', sv: 'nöjda', en: 'satisfied' },
  },
  forGraduates: ['degree_satisfaction', 'job_matches_level', 'would_recommend'],
  leftOut: [
    { item: 'open_strengths', reason: 'Open answers are shown only after a person has read them.' },
    { item: 'open_wishes', reason: 'Open answers are shown only after a person has read them.' },
    { item: 'consent_research', reason: 'A permission, not a result.' },
    ...moreOtherJobs,
  ],
} satisfies ReportDefinitionInput;
