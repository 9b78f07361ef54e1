import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';
import { development, importance, skillsIntro } from './skill-parts.ts';

/** Part 5: the rest of the skills. */
export const pageSkills2 = {
  code: 'skills_2',
  title: { fi: 'Osaaminen ja työ 2', sv: 'Kompetens och arbete 2', en: 'Skills and work 2' },
  intro: skillsIntro,
  shuffle: true,
  questions: [
    {
      kind: 'pair',
      code: 'skill_multiprofessional',
      text: { fi: 'Moniammatillinen yhteistyö', sv: 'Mångprofessionellt samarbete', en: 'Working across professions' },
      importance,
      development,
      funding: { of: 1, per: 6 },
    },
    {
      kind: 'pair',
      code: 'skill_initiative',
      text: { fi: 'Oma-aloitteisuus', sv: 'Initiativförmåga', en: 'Taking initiative' },
      importance,
      development,
      funding: { of: 1, per: 6 },
    },
    {
      kind: 'pair',
      code: 'skill_enterprise',
      text: { fi: 'Yrittäjyystaidot', sv: 'Företagarförmåga', en: 'Entrepreneurship skills' },
      importance,
      development,
      funding: { of: 1, per: 6 },
    },
    {
      kind: 'pair',
      code: 'skill_stress',
      text: { fi: 'Stressinsietokyky', sv: 'Stresstålighet', en: 'Coping with stress' },
      importance,
      development,
    },
    {
      kind: 'pair',
      code: 'skill_time',
      text: { fi: 'Ajanhallinta', sv: 'Tidshantering', en: 'Time management' },
      importance,
      development,
    },
    {
      kind: 'pair',
      code: 'skill_project',
      text: { fi: 'Projektinhallinta', sv: 'Projekthantering', en: 'Project management' },
      importance,
      development,
    },
    {
      kind: 'pair',
      code: 'skill_languages',
      text: {
        fi: 'Viestintä vierailla kielillä',
        sv: 'Kommunikation på främmande språk',
        en: 'Communicating in foreign languages',
      },
      importance,
      development,
    },
  ],
} satisfies SurveyDefinitionInput['pages'][number];
