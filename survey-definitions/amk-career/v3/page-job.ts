import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';
import { working } from './conditions.ts';

/** Part 2: the present job, asked of those who work. */
export const pageJob = {
  code: 'job',
  title: { fi: 'Nykyinen työsi', sv: 'Ditt nuvarande arbete', en: 'Your present job' },
  intro: {
    fi: 'Jos sinulla on monta työtä, ajattele sitä, johon käytät eniten aikaa.',
    sv: 'Om du har flera arbeten, tänk på det som tar mest tid.',
    en: 'If you have several jobs, think of the one that takes most of your time.',
  },
  showIf: working,
  questions: [
    {
      kind: 'single',
      code: 'job_sector',
      text: {
        fi: 'Millainen työnantajasi on?',
        sv: 'Vilken typ av arbetsgivare har du?',
        en: 'What kind of employer do you have?',
      },
      options: [
        {
          code: 'private_large',
          label: {
            fi: 'Yritys, vähintään 250 työntekijää',
            sv: 'Företag, minst 250 anställda',
            en: 'Company, 250 employees or more',
          },
        },
        {
          code: 'private_small',
          label: {
            fi: 'Yritys, alle 250 työntekijää',
            sv: 'Företag, färre än 250 anställda',
            en: 'Company, fewer than 250 employees',
          },
        },
        {
          code: 'municipality',
          label: {
            fi: 'Kunta tai kuntayhtymä',
            sv: 'Kommun eller samkommun',
            en: 'Municipality or joint municipal authority',
          },
        },
        {
          code: 'wellbeing_county',
          label: { fi: 'Hyvinvointialue', sv: 'Välfärdsområde', en: 'Wellbeing services county' },
        },
        { code: 'state', label: { fi: 'Valtio', sv: 'Staten', en: 'State' } },
        {
          code: 'higher_education',
          label: {
            fi: 'Yliopisto tai ammattikorkeakoulu',
            sv: 'Universitet eller yrkeshögskola',
            en: 'University or university of applied sciences',
          },
        },
        {
          code: 'non_profit',
          label: {
            fi: 'Järjestö, säätiö tai seurakunta',
            sv: 'Organisation, stiftelse eller församling',
            en: 'Association, foundation or parish',
          },
        },
        {
          code: 'own_company',
          label: {
            fi: 'Oma yritys tai toiminimi',
            sv: 'Eget företag eller egen firma',
            en: 'My own company or business',
          },
        },
        { code: 'other', label: { fi: 'Muu', sv: 'Annan', en: 'Other' } },
      ],
    },
    {
      kind: 'codelist',
      code: 'job_region',
      text: {
        fi: 'Missä maakunnassa työskentelet?',
        sv: 'I vilket landskap arbetar du?',
        en: 'In which region do you work?',
      },
      hint: {
        fi: 'Jos työskentelet monessa maakunnassa, valitse se, jossa olet eniten.',
        sv: 'Om du arbetar i flera landskap, välj det där du är mest.',
        en: 'If you work in several regions, choose the one where you are most often.',
      },
      list: 'regions',
      resultsBy: 'code',
    },
    {
      kind: 'year_month',
      code: 'job_start',
      text: {
        fi: 'Milloin aloitit nykyisessä työssäsi?',
        sv: 'När började du i ditt nuvarande arbete?',
        en: 'When did you start your present job?',
      },
      hint: { fi: 'Arvio riittää.', sv: 'Det räcker med en uppskattning.', en: 'An estimate is enough.' },
      fromYear: 1980,
      toYear: 2027,
      bands: [
        {
          code: 'before_2015',
          label: { fi: 'Ennen vuotta 2015', sv: 'Före 2015', en: 'Before 2015' },
          from: 1980,
          below: 2015,
        },
        { code: '2015_2018', label: { fi: '2015–2018', sv: '2015–2018', en: '2015 to 2018' }, from: 2015, below: 2019 },
        { code: '2019_2020', label: { fi: '2019–2020', sv: '2019–2020', en: '2019 to 2020' }, from: 2019, below: 2021 },
        { code: '2021_2022', label: { fi: '2021–2022', sv: '2021–2022', en: '2021 to 2022' }, from: 2021, below: 2023 },
        { code: '2023_2024', label: { fi: '2023–2024', sv: '2023–2024', en: '2023 to 2024' }, from: 2023, below: 2025 },
        {
          code: 'from_2025',
          label: { fi: '2025 tai myöhemmin', sv: '2025 eller senare', en: '2025 or later' },
          from: 2025,
          below: 2028,
        },
      ],
    },
    {
      kind: 'scale',
      code: 'job_uses_skills',
      text: {
        fi: 'Pystyn hyödyntämään työssäni hyvin sitä, mitä opin opinnoissani.',
        sv: 'I mitt arbete har jag god nytta av det jag lärde mig under studierna.',
        en: 'In my job I can make good use of what I learned in my studies.',
      },
      scale: 'agreement',
      funding: { of: 1, per: 1 },
    },
    {
      kind: 'scale',
      code: 'job_matches_level',
      text: {
        fi: 'Työni vastaa vaativuudeltaan hyvin koulutustani.',
        sv: 'Kravnivån i mitt arbete motsvarar min utbildning väl.',
        en: 'The level of my job matches my education well.',
      },
      scale: 'agreement',
      funding: { of: 1, per: 1 },
    },
    {
      kind: 'scale',
      code: 'job_in_field',
      text: {
        fi: 'Miten hyvin tai huonosti työsi vastaa tutkintosi alaa?',
        sv: 'Hur väl eller dåligt motsvarar ditt arbete området för din examen?',
        en: 'How well or poorly does your job match the field of your degree?',
      },
      scale: 'match_5',
    },
    {
      kind: 'scale',
      code: 'job_ai_use',
      text: {
        fi: 'Kuinka usein käytät työssäsi tekoälyä?',
        sv: 'Hur ofta använder du artificiell intelligens (AI) i ditt arbete?',
        en: 'How often do you use artificial intelligence (AI) in your work?',
      },
      scale: 'frequency',
      cannotSay: { fi: 'En osaa sanoa', sv: 'Jag kan inte säga', en: 'I don’t know' },
    },
  ],
} satisfies SurveyDefinitionInput['pages'][number];
