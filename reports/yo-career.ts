import type { ReportDefinitionInput } from './report-definition.ts';

// The report of one degree on the career survey of university masters, version 1.
export const yoCareerReport = {
  survey: 'yo-career',
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
            'skill_multiprofessional',
            'skill_initiative',
            'skill_enterprise',
            'skill_theory',
            'skill_presenting',
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
          items: ['ready_for_work', 'goals_clear', 'degree_valued', 'would_recommend_statement', 'entrepreneurship'],
        },
        {
          kind: 'diverging',
          code: 'study_satisfaction',
          title: { fi: 'Tyytyväisyys tutkintoon', sv: 'Nöjd med examen', en: 'Satisfaction with the degree' },
          items: ['degree_satisfaction'],
        },
      ],
    },
    {
      code: 'job',
      title: { fi: 'Työ', sv: 'Arbete', en: 'Work' },
      figures: [
        {
          kind: 'bars',
          item: 'main_activity',
          title: { fi: 'Tilanne nyt', sv: 'Situationen nu', en: 'Situation now' },
        },
        {
          kind: 'diverging',
          code: 'job_match',
          title: { fi: 'Työ ja koulutus', sv: 'Arbete och utbildning', en: 'Job and education' },
          items: ['job_uses_skills', 'job_matches_level'],
        },
        {
          kind: 'bars',
          item: 'main_task',
          title: { fi: 'Pääasiallinen tehtävä', sv: 'Huvudsaklig uppgift', en: 'Main task' },
        },
        { kind: 'bars', item: 'job_sector', title: { fi: 'Työnantaja', sv: 'Arbetsgivare', en: 'Employer' } },
        {
          kind: 'bars',
          item: 'job_region',
          title: { fi: 'Työn maakunta', sv: 'Arbetets landskap', en: 'Region of work' },
        },
        {
          kind: 'quartiles',
          item: 'pay',
          title: { fi: 'Bruttopalkka kuukaudessa', sv: 'Bruttolön per månad', en: 'Gross pay per month' },
        },
      ],
    },
    {
      code: 'career',
      title: { fi: 'Työura', sv: 'Karriär', en: 'Career' },
      figures: [
        {
          kind: 'bars',
          item: 'career_path',
          title: { fi: 'Työura valmistumisen jälkeen', sv: 'Karriär efter examen', en: 'Career since graduation' },
        },
        {
          kind: 'diverging',
          code: 'career_satisfied',
          title: { fi: 'Tyytyväisyys työuraan', sv: 'Nöjd med karriären', en: 'Satisfaction with the career' },
          items: ['career_satisfaction'],
        },
        {
          kind: 'bars',
          item: 'employer_count',
          title: { fi: 'Työnantajien määrä', sv: 'Antal arbetsgivare', en: 'Number of employers' },
        },
        {
          kind: 'bars',
          item: 'companies_founded',
          title: { fi: 'Perustetut yritykset', sv: 'Grundade företag', en: 'Companies founded' },
        },
        {
          kind: 'bars',
          item: 'unemployment_spells',
          title: { fi: 'Työttömyysjaksot', sv: 'Perioder av arbetslöshet', en: 'Periods of unemployment' },
        },
        {
          kind: 'bars',
          item: 'further_education',
          title: { fi: 'Opinnot valmistumisen jälkeen', sv: 'Studier efter examen', en: 'Studies since graduation' },
        },
      ],
    },
  ],
  upperHalf: {
    agreement: { fi: 'samaa mieltä', sv: 'av samma åsikt', en: 'agree' },
    satisfaction: { fi: 'tyytyväisiä', sv: 'nöjda', en: 'satisfied' },
  },
  forGraduates: ['degree_satisfaction', 'job_matches_level', 'job_uses_skills'],
  leftOut: [{ item: 'open_advice', reason: 'Open answers are shown only after a person has read them.' }],
} satisfies ReportDefinitionInput;
