import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';

/** Part 1: the present situation, then the way to it. */
export const pageNow = {
  code: 'now',
  title: { fi: 'Tilanteesi ja työurasi', sv: 'Din situation och din karriär', en: 'Your situation and your career' },
  intro: {
    fi: 'Voit jättää minkä tahansa kohdan väliin.',
    sv: 'Du kan hoppa över vilken fråga som helst.',
    en: 'You can leave out any question.',
  },
  questions: [
    {
      kind: 'single',
      code: 'main_activity',
      text: {
        fi: 'Mikä kuvaa tilannettasi parhaiten juuri nyt?',
        sv: 'Vad beskriver bäst din situation just nu?',
        en: 'Which of these best describes your situation right now?',
      },
      hint: {
        fi: 'Jos teet montaa asiaa, valitse se, johon käytät eniten aikaa.',
        sv: 'Om du gör flera saker, välj den som tar mest tid.',
        en: 'If you do several things, choose the one that takes most of your time.',
      },
      options: [
        {
          code: 'permanent_full_time',
          label: { fi: 'Vakituinen kokopäivätyö', sv: 'Fast heltidsarbete', en: 'Permanent full-time work' },
        },
        {
          code: 'fixed_term_full_time',
          label: { fi: 'Määräaikainen kokopäivätyö', sv: 'Tidsbundet heltidsarbete', en: 'Fixed-term full-time work' },
        },
        {
          code: 'permanent_part_time',
          label: { fi: 'Vakituinen osa-aikatyö', sv: 'Fast deltidsarbete', en: 'Permanent part-time work' },
        },
        {
          code: 'fixed_term_part_time',
          label: { fi: 'Määräaikainen osa-aikatyö', sv: 'Tidsbundet deltidsarbete', en: 'Fixed-term part-time work' },
        },
        {
          code: 'self_employed',
          label: {
            fi: 'Yrittäjä, ammatinharjoittaja tai freelancer',
            sv: 'Företagare, yrkesutövare eller frilansare',
            en: 'Self-employed or freelancer',
          },
        },
        {
          code: 'grant',
          label: { fi: 'Työskentely apurahalla', sv: 'Arbete på stipendium', en: 'Working on a grant' },
        },
        {
          code: 'subsidised_or_trainee',
          label: {
            fi: 'Tuettu työ tai työharjoittelu',
            sv: 'Subventionerat arbete eller arbetspraktik',
            en: 'Subsidised work or traineeship',
          },
        },
        {
          code: 'unemployed',
          label: { fi: 'Työtön työnhakija', sv: 'Arbetslös arbetssökande', en: 'Unemployed and looking for work' },
        },
        {
          code: 'labour_training',
          label: { fi: 'Työvoimakoulutus', sv: 'Arbetskraftsutbildning', en: 'Labour market training' },
        },
        { code: 'studying', label: { fi: 'Päätoiminen opiskelu', sv: 'Heltidsstudier', en: 'Full-time study' } },
        {
          code: 'family_leave_employed',
          label: {
            fi: 'Perhevapaa, minulla on työsuhde',
            sv: 'Familjeledighet, jag har en anställning',
            en: 'Family leave, with a job to return to',
          },
        },
        {
          code: 'family_leave_not_employed',
          label: {
            fi: 'Perhevapaa, minulla ei ole työsuhdetta',
            sv: 'Familjeledighet, jag har ingen anställning',
            en: 'Family leave, without a job to return to',
          },
        },
        { code: 'other', label: { fi: 'Muu tilanne', sv: 'Annan situation', en: 'Another situation' } },
      ],
    },
    {
      kind: 'single',
      code: 'career_path',
      text: {
        fi: 'Mikä kuvaa työuraasi valmistumisen jälkeen parhaiten?',
        sv: 'Vad beskriver bäst din karriär efter examen?',
        en: 'Which of these best describes your career since graduation?',
      },
      options: [
        {
          code: 'continuous_one',
          label: {
            fi: 'Työssä koko ajan, sama työnantaja',
            sv: 'I arbete hela tiden, samma arbetsgivare',
            en: 'In work all the time, same employer',
          },
        },
        {
          code: 'continuous_several',
          label: {
            fi: 'Työssä koko ajan, monta työnantajaa',
            sv: 'I arbete hela tiden, flera arbetsgivare',
            en: 'In work all the time, several employers',
          },
        },
        {
          code: 'self_employed',
          label: {
            fi: 'Pääasiassa yrittäjänä tai freelancerina',
            sv: 'Främst som företagare eller frilansare',
            en: 'Mainly self-employed or freelance',
          },
        },
        {
          code: 'with_breaks',
          label: {
            fi: 'Työssä, mutta välillä pidempiä taukoja',
            sv: 'I arbete, men med längre avbrott',
            en: 'In work, with longer breaks',
          },
        },
        {
          code: 'mostly_studying',
          label: { fi: 'Pääasiassa opiskelemassa', sv: 'Främst studerande', en: 'Mainly studying' },
        },
        {
          code: 'mostly_unemployed',
          label: { fi: 'Pääasiassa työttömänä', sv: 'Främst arbetslös', en: 'Mainly unemployed' },
        },
        {
          code: 'mostly_outside',
          label: {
            fi: 'Pääasiassa muualla, esimerkiksi perhevapaalla',
            sv: 'Främst annat, till exempel familjeledighet',
            en: 'Mainly elsewhere, for example on family leave',
          },
        },
        { code: 'other', label: { fi: 'Jokin muu', sv: 'Något annat', en: 'Something else' } },
      ],
    },
    {
      kind: 'scale',
      code: 'career_satisfaction',
      text: {
        fi: 'Kuinka tyytyväinen tai tyytymätön olet työuraasi tähän mennessä?',
        sv: 'Hur nöjd eller missnöjd är du med din karriär hittills?',
        en: 'How satisfied or dissatisfied are you with your career so far?',
      },
      scale: 'satisfaction',
    },
    {
      kind: 'single',
      code: 'employer_count',
      text: {
        fi: 'Kuinka monta työnantajaa sinulla on ollut valmistumisen jälkeen?',
        sv: 'Hur många arbetsgivare har du haft efter examen?',
        en: 'How many employers have you had since graduation?',
      },
      options: [
        { code: '0', label: { fi: 'Ei yhtään', sv: 'Ingen', en: 'None' } },
        { code: '1', label: { fi: 'Yksi', sv: 'En', en: 'One' } },
        { code: '2', label: { fi: 'Kaksi', sv: 'Två', en: 'Two' } },
        { code: '3', label: { fi: 'Kolme', sv: 'Tre', en: 'Three' } },
        { code: '4', label: { fi: 'Neljä', sv: 'Fyra', en: 'Four' } },
        { code: '5_or_more', label: { fi: 'Vähintään viisi', sv: 'Minst fem', en: 'Five or more' } },
      ],
    },
    {
      kind: 'single',
      code: 'companies_founded',
      text: {
        fi: 'Kuinka monta yritystä olet perustanut valmistumisen jälkeen?',
        sv: 'Hur många företag har du grundat efter examen?',
        en: 'How many companies have you founded since graduation?',
      },
      options: [
        { code: '0', label: { fi: 'En yhtään', sv: 'Inget', en: 'None' } },
        { code: '1', label: { fi: 'Yhden', sv: 'Ett', en: 'One' } },
        { code: '2', label: { fi: 'Kaksi', sv: 'Två', en: 'Two' } },
        { code: '3_or_more', label: { fi: 'Vähintään kolme', sv: 'Minst tre', en: 'Three or more' } },
      ],
    },
    {
      kind: 'single',
      code: 'unemployment_spells',
      text: {
        fi: 'Kuinka monta työttömyysjaksoa sinulla on ollut valmistumisen jälkeen?',
        sv: 'Hur många perioder av arbetslöshet har du haft efter examen?',
        en: 'How many periods of unemployment have you had since graduation?',
      },
      options: [
        { code: '0', label: { fi: '0', sv: '0', en: '0' } },
        { code: '1', label: { fi: '1', sv: '1', en: '1' } },
        { code: '2', label: { fi: '2', sv: '2', en: '2' } },
        { code: '3_or_more', label: { fi: '3 tai enemmän', sv: '3 eller fler', en: '3 or more' } },
      ],
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
          code: 'another_level',
          label: { fi: 'Toisen tason tutkinto', sv: 'En examen på en annan nivå', en: 'A degree at another level' },
        },
        {
          code: 'another_degree',
          label: {
            fi: 'Toinen korkeakoulututkinto',
            sv: 'En annan högskoleexamen',
            en: 'Another higher education degree',
          },
        },
        {
          code: 'doctoral',
          label: { fi: 'Tieteelliset jatko-opinnot', sv: 'Vetenskaplig forskarutbildning', en: 'Doctoral studies' },
        },
        {
          code: 'specialisation',
          label: {
            fi: 'Erikoistumis- tai pätevöitymiskoulutus',
            sv: 'Specialiserings- eller behörighetsutbildning',
            en: 'Specialist or qualifying training',
          },
        },
        { code: 'courses', label: { fi: 'Lyhyempiä kursseja', sv: 'Kortare kurser', en: 'Shorter courses' } },
        {
          code: 'none',
          exclusive: true,
          label: { fi: 'En ole opiskellut', sv: 'Jag har inte studerat', en: 'I have not studied' },
        },
      ],
    },
  ],
} satisfies SurveyDefinitionInput['pages'][number];
