import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';
import { development, importance, skillsIntro } from './skill-parts.ts';

/** Part 4: the heaviest, while the respondent is still fresh. */
export const pageSkills1 = {
  code: 'skills_1',
  title: { fi: 'Osaaminen ja työ 1', sv: 'Kompetens och arbete 1', en: 'Skills and work 1' },
  intro: skillsIntro,
  shuffle: true,
  questions: [
    {
      kind: 'pair',
      code: 'skill_analytical',
      text: { fi: 'Analyyttinen ajattelu', sv: 'Analytiskt tänkande', en: 'Analytical thinking' },
      importance,
      development,
      funding: { of: 1, per: 6 },
    },
    {
      kind: 'pair',
      code: 'skill_information',
      text: { fi: 'Tiedonhaku', sv: 'Informationssökning', en: 'Finding information' },
      importance,
      development,
      funding: { of: 1, per: 6 },
    },
    {
      kind: 'pair',
      code: 'skill_learning',
      text: { fi: 'Kyky oppia uutta', sv: 'Förmåga att lära sig nytt', en: 'Ability to learn new things' },
      importance,
      development,
      funding: { of: 1, per: 6 },
    },
    {
      kind: 'pair',
      code: 'skill_problem_solving',
      text: { fi: 'Ongelmanratkaisu', sv: 'Problemlösning', en: 'Problem solving' },
      importance,
      development,
    },
    {
      kind: 'pair',
      code: 'skill_negotiation',
      text: { fi: 'Neuvottelutaidot', sv: 'Förhandlingsförmåga', en: 'Negotiation skills' },
      importance,
      development,
    },
    {
      kind: 'pair',
      code: 'skill_practice',
      text: {
        fi: 'Oman alan käytännön osaaminen',
        sv: 'Praktiskt kunnande inom det egna området',
        en: 'Practical know-how in your field',
      },
      importance,
      development,
    },
    {
      kind: 'pair',
      code: 'skill_digital',
      text: { fi: 'Digitaidot', sv: 'Digitala färdigheter', en: 'Digital skills' },
      importance,
      development,
    },
  ],
} satisfies SurveyDefinitionInput['pages'][number];
