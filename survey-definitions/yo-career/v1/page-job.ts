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
      kind: 'single',
      code: 'main_task',
      text: {
        fi: 'Mitä on pääasiallinen tehtäväsi?',
        sv: 'Vilken är din huvudsakliga uppgift?',
        en: 'What is your main task?',
      },
      options: [
        { code: 'research', label: { fi: 'Tutkimus', sv: 'Forskning', en: 'Research' } },
        {
          code: 'teaching',
          label: { fi: 'Opetus tai kasvatus', sv: 'Undervisning eller fostran', en: 'Teaching or education' },
        },
        {
          code: 'management',
          label: { fi: 'Johto- ja esimiestehtävät', sv: 'Lednings- och chefsuppgifter', en: 'Management' },
        },
        {
          code: 'consulting',
          label: { fi: 'Konsultointi tai koulutus', sv: 'Konsultation eller utbildning', en: 'Consulting or training' },
        },
        {
          code: 'clients',
          label: {
            fi: 'Asiakas- tai potilastyö',
            sv: 'Kund- eller patientarbete',
            en: 'Work with clients or patients',
          },
        },
        {
          code: 'marketing',
          label: { fi: 'Markkinointi ja myynti', sv: 'Marknadsföring och försäljning', en: 'Marketing and sales' },
        },
        {
          code: 'planning',
          label: {
            fi: 'Suunnittelu-, kehitys- tai hallintotehtävät',
            sv: 'Planerings-, utvecklings- eller förvaltningsuppgifter',
            en: 'Planning, development or administration',
          },
        },
        {
          code: 'communication',
          label: {
            fi: 'Viestintä- ja mediatyö',
            sv: 'Kommunikations- och mediearbete',
            en: 'Communication and media work',
          },
        },
        { code: 'office', label: { fi: 'Toimistotehtävät', sv: 'Kontorsuppgifter', en: 'Office work' } },
        { code: 'artistic', label: { fi: 'Taiteellinen työ', sv: 'Konstnärligt arbete', en: 'Artistic work' } },
        { code: 'legal', label: { fi: 'Lainopillinen työ', sv: 'Juridiskt arbete', en: 'Legal work' } },
        { code: 'church', label: { fi: 'Kirkollinen työ', sv: 'Kyrkligt arbete', en: 'Church work' } },
        {
          code: 'finance',
          label: {
            fi: 'Rahoitus ja taloushallinto',
            sv: 'Finansiering och ekonomiförvaltning',
            en: 'Finance and accounting',
          },
        },
        { code: 'other', label: { fi: 'Muu tehtävä', sv: 'Annan uppgift', en: 'Another task' } },
      ],
    },
    {
      kind: 'scale',
      code: 'job_uses_skills',
      text: {
        fi: 'Pystyn hyödyntämään työssäni hyvin sitä, mitä opin yliopistossa.',
        sv: 'I mitt arbete har jag god nytta av det jag lärde mig vid universitetet.',
        en: 'In my job I can make good use of what I learned at university.',
      },
      scale: 'agreement',
      funding: { of: 1, per: 1 },
    },
    {
      kind: 'scale',
      code: 'job_matches_level',
      text: {
        fi: 'Työni vastaa vaativuudeltaan hyvin yliopistokoulutustani.',
        sv: 'Kravnivån i mitt arbete motsvarar min universitetsutbildning väl.',
        en: 'The level of my job matches my university education well.',
      },
      scale: 'agreement',
      funding: { of: 1, per: 1 },
    },
    {
      kind: 'number',
      code: 'pay',
      text: {
        fi: 'Mikä on bruttopalkkasi kuukaudessa?',
        sv: 'Hur stor är din bruttolön per månad?',
        en: 'What is your gross monthly pay?',
      },
      hint: {
        fi: 'Laske mukaan säännölliset lisät. Palkkatietoa käytetään vain ryhmien vertailuun. Voit jättää kohdan tyhjäksi.',
        sv: 'Räkna med regelbundna tillägg. Löneuppgiften används bara för att jämföra grupper. Du kan lämna fältet tomt.',
        en: 'Include regular supplements. Pay is used only to compare groups. You can leave this blank.',
      },
      sensitive: true,
      unit: { fi: 'euroa kuukaudessa', sv: 'euro per månad', en: 'euros a month' },
      min: 0,
      max: 50_000,
      decimals: 0,
      plausible: { from: 800, to: 12_000 },
      bands: [
        { code: 'under_2000', label: { fi: 'Alle 2 000', sv: 'Under 2 000', en: 'Under 2,000' }, from: 0, below: 2000 },
        {
          code: '2000_2499',
          label: { fi: '2 000–2 499', sv: '2 000–2 499', en: '2,000 to 2,499' },
          from: 2000,
          below: 2500,
        },
        {
          code: '2500_2999',
          label: { fi: '2 500–2 999', sv: '2 500–2 999', en: '2,500 to 2,999' },
          from: 2500,
          below: 3000,
        },
        {
          code: '3000_3499',
          label: { fi: '3 000–3 499', sv: '3 000–3 499', en: '3,000 to 3,499' },
          from: 3000,
          below: 3500,
        },
        {
          code: '3500_3999',
          label: { fi: '3 500–3 999', sv: '3 500–3 999', en: '3,500 to 3,999' },
          from: 3500,
          below: 4000,
        },
        {
          code: '4000_4999',
          label: { fi: '4 000–4 999', sv: '4 000–4 999', en: '4,000 to 4,999' },
          from: 4000,
          below: 5000,
        },
        {
          code: '5000_or_more',
          label: { fi: '5 000 tai enemmän', sv: '5 000 eller mer', en: '5,000 or more' },
          from: 5000,
          below: 50_001,
        },
      ],
      roundTo: 50,
    },
  ],
} satisfies SurveyDefinitionInput['pages'][number];
