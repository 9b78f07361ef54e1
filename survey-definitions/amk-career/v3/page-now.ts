import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';

/** Part 1: short and easy, on the topic of the invitation. */
export const pageNow = {
  code: 'now',
  title: { fi: 'Tilanteesi nyt', sv: 'Din situation nu', en: 'Your situation now' },
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
      kind: 'multiple',
      code: 'other_activities',
      text: {
        fi: 'Mitkä näistä sopivat lisäksi tilanteeseesi?',
        sv: 'Vilka av dessa stämmer dessutom in på din situation?',
        en: 'Which of these also apply to you now?',
      },
      hint: {
        fi: 'Valitse kaikki sopivat.',
        sv: 'Välj alla alternativ som stämmer.',
        en: 'Choose all that apply.',
      },
      options: [
        { code: 'second_job', label: { fi: 'Teen sivutyötä', sv: 'Jag har en bisyssla', en: 'I have a second job' } },
        {
          code: 'own_business',
          label: {
            fi: 'Minulla on sivutoiminen yritys',
            sv: 'Jag har ett företag som bisyssla',
            en: 'I run a business on the side',
          },
        },
        { code: 'studying', label: { fi: 'Opiskelen', sv: 'Jag studerar', en: 'I am studying' } },
        {
          code: 'looking_for_work',
          label: { fi: 'Etsin uutta työtä', sv: 'Jag söker ett nytt arbete', en: 'I am looking for a new job' },
        },
        {
          code: 'volunteering',
          label: { fi: 'Teen vapaaehtoistyötä', sv: 'Jag gör frivilligarbete', en: 'I do voluntary work' },
        },
        { code: 'none', exclusive: true, label: { fi: 'Ei mikään näistä', sv: 'Inget av dessa', en: 'None of these' } },
      ],
    },
    {
      kind: 'scale',
      code: 'activity_meaningful',
      text: {
        fi: 'Se, mitä teen nyt, on minulle merkityksellistä.',
        sv: 'Det jag gör nu är meningsfullt för mig.',
        en: 'What I do now is meaningful to me.',
      },
      scale: 'agreement',
    },
  ],
} satisfies SurveyDefinitionInput['pages'][number];
