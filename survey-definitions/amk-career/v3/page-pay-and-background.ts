import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';
import { hasBeenUnemployed, working } from './conditions.ts';

/** Part 7: sensitive questions late, each with its reason. */
export const pagePayAndBackground = {
  code: 'pay_and_background',
  title: { fi: 'Palkka ja taustatiedot', sv: 'Lön och bakgrund', en: 'Pay and background' },
  questions: [
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
      showIf: working,
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
    {
      kind: 'number',
      code: 'unemployment_months',
      text: {
        fi: 'Kuinka monta kuukautta olet ollut työttömänä valmistumisen jälkeen?',
        sv: 'Hur många månader har du varit arbetslös efter examen?',
        en: 'For how many months have you been unemployed since graduation?',
      },
      hint: {
        fi: 'Laske kaikki jaksot yhteen. Arvio riittää.',
        sv: 'Räkna ihop alla perioder. Det räcker med en uppskattning.',
        en: 'Add all periods together. An estimate is enough.',
      },
      showIf: hasBeenUnemployed,
      sensitive: true,
      unit: { fi: 'kuukautta', sv: 'månader', en: 'months' },
      min: 0,
      max: 120,
      decimals: 0,
      plausible: { from: 1, to: 60 },
      bands: [
        { code: '0_2', label: { fi: '0–2', sv: '0–2', en: '0 to 2' }, from: 0, below: 3 },
        { code: '3_5', label: { fi: '3–5', sv: '3–5', en: '3 to 5' }, from: 3, below: 6 },
        { code: '6_11', label: { fi: '6–11', sv: '6–11', en: '6 to 11' }, from: 6, below: 12 },
        { code: '12_23', label: { fi: '12–23', sv: '12–23', en: '12 to 23' }, from: 12, below: 24 },
        {
          code: '24_or_more',
          label: { fi: '24 tai enemmän', sv: '24 eller fler', en: '24 or more' },
          from: 24,
          below: 121,
        },
      ],
      roundTo: 1,
    },
    {
      kind: 'multiple',
      code: 'further_education',
      text: {
        fi: 'Oletko valmistumisen jälkeen opiskellut jotain näistä?',
        sv: 'Har du deltagit i några av dessa studier efter examen?',
        en: 'Have you taken up any of these studies since graduation?',
      },
      hint: {
        fi: 'Valitse kaikki sopivat, myös kesken olevat opinnot.',
        sv: 'Välj alla alternativ som stämmer, också pågående studier.',
        en: 'Choose all that apply, including studies still under way.',
      },
      options: [
        {
          code: 'bachelor',
          label: {
            fi: 'Ammattikorkeakoulututkinto',
            sv: 'Yrkeshögskoleexamen',
            en: 'Bachelor’s degree, university of applied sciences',
          },
        },
        {
          code: 'master_applied',
          label: {
            fi: 'Ylempi ammattikorkeakoulututkinto',
            sv: 'Högre yrkeshögskoleexamen',
            en: 'Master’s degree, university of applied sciences',
          },
        },
        { code: 'university', label: { fi: 'Yliopistotutkinto', sv: 'Universitetsexamen', en: 'University degree' } },
        {
          code: 'vocational',
          label: { fi: 'Ammatillinen tutkinto', sv: 'Yrkesinriktad examen', en: 'Vocational qualification' },
        },
        {
          code: 'specialisation',
          label: { fi: 'Erikoistumiskoulutus', sv: 'Specialiseringsutbildning', en: 'Specialisation studies' },
        },
        { code: 'courses', label: { fi: 'Lyhyempiä kursseja', sv: 'Kortare kurser', en: 'Shorter courses' } },
        {
          code: 'none',
          exclusive: true,
          label: { fi: 'En ole opiskellut', sv: 'Jag har inte studerat', en: 'I have not studied' },
        },
      ],
    },
    {
      kind: 'single',
      code: 'prior_education',
      text: {
        fi: 'Mikä oli korkein koulutuksesi ennen tätä tutkintoa?',
        sv: 'Vilken var din högsta utbildning före denna examen?',
        en: 'What was your highest education before this degree?',
      },
      background: true,
      options: [
        {
          code: 'upper_secondary',
          label: {
            fi: 'Ylioppilastutkinto tai lukio',
            sv: 'Studentexamen eller gymnasium',
            en: 'General upper secondary education',
          },
        },
        {
          code: 'vocational',
          label: { fi: 'Ammatillinen tutkinto', sv: 'Yrkesinriktad examen', en: 'Vocational qualification' },
        },
        {
          code: 'both',
          label: {
            fi: 'Sekä ylioppilastutkinto että ammatillinen tutkinto',
            sv: 'Både studentexamen och yrkesinriktad examen',
            en: 'Both general and vocational upper secondary',
          },
        },
        {
          code: 'bachelor',
          label: {
            fi: 'Ammattikorkeakoulututkinto',
            sv: 'Yrkeshögskoleexamen',
            en: 'Bachelor’s degree, university of applied sciences',
          },
        },
        { code: 'university', label: { fi: 'Yliopistotutkinto', sv: 'Universitetsexamen', en: 'University degree' } },
        { code: 'other', label: { fi: 'Muu koulutus', sv: 'Annan utbildning', en: 'Other education' } },
      ],
    },
    {
      kind: 'single',
      code: 'work_experience',
      text: {
        fi: 'Kuinka paljon työkokemusta sinulla oli ennen näitä opintoja?',
        sv: 'Hur mycket arbetserfarenhet hade du före dessa studier?',
        en: 'How much work experience did you have before these studies?',
      },
      background: true,
      options: [
        { code: 'none', label: { fi: 'Ei lainkaan', sv: 'Ingen alls', en: 'None' } },
        { code: 'under_1', label: { fi: 'Alle vuosi', sv: 'Under ett år', en: 'Less than a year' } },
        { code: '1_to_4', label: { fi: '1–4 vuotta', sv: '1–4 år', en: '1 to 4 years' } },
        { code: '5_or_more', label: { fi: 'Vähintään 5 vuotta', sv: 'Minst 5 år', en: '5 years or more' } },
      ],
    },
    {
      kind: 'info',
      code: 'consent_info',
      text: {
        fi: 'Viimeinen kysymys koskee tutkimusta. Tutkija ei saa nimeäsi eikä yhteystietojasi.',
        sv: 'Den sista frågan gäller forskning. Forskare får inte ditt namn eller dina kontaktuppgifter.',
        en: 'The last question is about research. Researchers do not get your name or contact details.',
      },
    },
    {
      kind: 'single',
      code: 'consent_research',
      text: {
        fi: 'Saako vastauksiasi käyttää tieteelliseen tutkimukseen?',
        sv: 'Får dina svar användas i vetenskaplig forskning?',
        en: 'May your answers be used for scientific research?',
      },
      background: true,
      options: [
        { code: 'yes', label: { fi: 'Kyllä', sv: 'Ja', en: 'Yes' } },
        { code: 'no', label: { fi: 'Ei', sv: 'Nej', en: 'No' } },
      ],
    },
  ],
} satisfies SurveyDefinitionInput['pages'][number];
