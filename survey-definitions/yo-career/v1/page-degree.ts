import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';
import { development, importance } from './skill-parts.ts';

/** Part 3: skills and the degree, seen from working life. */
export const pageDegree = {
  code: 'degree',
  title: { fi: 'Osaamisesi ja tutkintosi', sv: 'Din kompetens och din examen', en: 'Your skills and your degree' },
  intro: {
    fi: 'Vastaa jokaisesta taidosta kahteen kysymykseen. Jos et ole nyt työssä, ajattele viimeisintä työtäsi.',
    sv: 'Svara på två frågor om varje färdighet. Om du inte arbetar nu, tänk på ditt senaste arbete.',
    en: 'Answer two questions about each skill. If you are not working now, think of your latest job.',
  },
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
      code: 'skill_multiprofessional',
      text: {
        fi: 'Työskentely monialaisissa ryhmissä',
        sv: 'Arbete i mångprofessionella grupper',
        en: 'Working in multi-professional groups',
      },
      importance,
      development,
      funding: { of: 1, per: 6 },
    },
    {
      kind: 'pair',
      code: 'skill_initiative',
      text: { fi: 'Oma-aloitteisuus', sv: 'Eget initiativ', en: 'Initiative' },
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
      code: 'skill_theory',
      text: {
        fi: 'Oman alan teoreettinen osaaminen',
        sv: 'Teoretiskt kunnande inom det egna området',
        en: 'Theoretical knowledge in your field',
      },
      importance,
      development,
    },
    {
      kind: 'pair',
      code: 'skill_presenting',
      text: { fi: 'Esiintymistaito', sv: 'Förmåga att uppträda', en: 'Presentation skills' },
      importance,
      development,
    },
    {
      kind: 'scale',
      code: 'degree_valued',
      text: {
        fi: 'Työnantajat arvostavat tutkintoani.',
        sv: 'Arbetsgivarna uppskattar min examen.',
        en: 'Employers value my degree.',
      },
      scale: 'agreement',
      cannotSay: { fi: 'En osaa sanoa', sv: 'Jag kan inte säga', en: 'I don’t know' },
    },
    {
      kind: 'scale',
      code: 'would_recommend_statement',
      text: {
        fi: 'Suosittelisin koulutustani muille.',
        sv: 'Jag skulle rekommendera min utbildning för andra.',
        en: 'I would recommend my education to others.',
      },
      scale: 'agreement',
    },
    {
      kind: 'scale',
      code: 'goals_clear',
      text: {
        fi: 'Opintojen osaamistavoitteet tuotiin selkeästi esille.',
        sv: 'Målen för kunnandet lyftes tydligt fram i studierna.',
        en: 'The learning objectives of the studies were made clear.',
      },
      scale: 'agreement',
    },
    {
      kind: 'scale',
      code: 'ready_for_work',
      text: {
        fi: 'Koulutus antoi riittävät valmiudet työelämään.',
        sv: 'Utbildningen gav tillräckliga färdigheter för arbetslivet.',
        en: 'My education gave me sufficient skills for working life.',
      },
      scale: 'agreement',
      funding: { of: 1, per: 1 },
    },
    {
      kind: 'scale',
      code: 'entrepreneurship',
      text: {
        fi: 'Koulutus toi esiin yrittäjyyden yhtenä uravaihtoehtona.',
        sv: 'Utbildningen lyfte fram företagande som ett karriäralternativ.',
        en: 'My education presented entrepreneurship as a career option.',
      },
      scale: 'agreement',
    },
    {
      kind: 'scale',
      code: 'degree_satisfaction',
      text: {
        fi: 'Kuinka tyytyväinen tai tyytymätön olet tutkintoosi kokonaisuutena?',
        sv: 'Hur nöjd eller missnöjd är du med din examen som helhet?',
        en: 'How satisfied or dissatisfied are you with your degree as a whole?',
      },
      scale: 'satisfaction',
      funding: { of: 1, per: 1 },
    },
    {
      kind: 'text',
      code: 'open_advice',
      text: {
        fi: 'Mitä neuvoisit nyt opiskeleville?',
        sv: 'Vilket råd skulle du ge dem som studerar nu?',
        en: 'What advice would you give to those who study now?',
      },
      hint: {
        fi: 'Älä kirjoita nimiä tai muita tietoja, joista ihmisen voi tunnistaa.',
        sv: 'Skriv inga namn eller andra uppgifter som kan avslöja vem någon är.',
        en: 'Do not write names or anything else that identifies a person.',
      },
      maxLength: 2000,
    },
  ],
} satisfies SurveyDefinitionInput['pages'][number];
