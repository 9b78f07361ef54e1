import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';
import { levelDoesNotMatch } from './conditions.ts';

/** Part 3: from graduation to this day. Parts 1 and 2 have helped to remember. */
export const pageCareer = {
  code: 'career',
  title: {
    fi: 'Työurasi valmistumisesta tähän päivään',
    sv: 'Din karriär från examen till i dag',
    en: 'Your career from graduation until today',
  },
  questions: [
    {
      kind: 'multiple',
      code: 'mismatch_reasons',
      text: {
        fi: 'Arvioit, ettei työsi vastaa hyvin koulutustasi. Mitkä ovat tärkeimmät syyt?',
        sv: 'Du svarade att ditt arbete inte motsvarar din utbildning så väl. Vilka är de viktigaste orsakerna?',
        en: 'You answered that your job does not match your education well. What are the main reasons?',
      },
      hint: {
        fi: 'Valitse enintään kolme.',
        sv: 'Välj högst tre.',
        en: 'Choose up to three.',
      },
      showIf: levelDoesNotMatch,
      options: [
        {
          code: 'no_matching_jobs',
          label: {
            fi: 'Koulutustani vastaavaa työtä ei ole ollut tarjolla',
            sv: 'Det har inte funnits arbete som motsvarar min utbildning',
            en: 'There have been no jobs that match my education',
          },
        },
        {
          code: 'location',
          label: {
            fi: 'Haluan asua nykyisellä paikkakunnallani',
            sv: 'Jag vill bo på min nuvarande ort',
            en: 'I want to live where I live now',
          },
        },
        { code: 'pay', label: { fi: 'Palkka', sv: 'Lönen', en: 'Pay' } },
        { code: 'working_hours', label: { fi: 'Työajat', sv: 'Arbetstiderna', en: 'Working hours' } },
        {
          code: 'interesting',
          label: { fi: 'Työ kiinnostaa minua', sv: 'Arbetet intresserar mig', en: 'The work interests me' },
        },
        {
          code: 'stepping_stone',
          label: {
            fi: 'Työ on askel kohti muita tehtäviä',
            sv: 'Arbetet är ett steg mot andra uppgifter',
            en: 'The job is a step towards other work',
          },
        },
        { code: 'life_situation', label: { fi: 'Elämäntilanteeni', sv: 'Min livssituation', en: 'My life situation' } },
        { code: 'other', label: { fi: 'Muu syy', sv: 'Annan orsak', en: 'Another reason' } },
        {
          code: 'none',
          exclusive: true,
          label: { fi: 'En osaa nimetä syytä', sv: 'Jag kan inte ange någon orsak', en: 'I cannot name a reason' },
        },
      ],
      max: 3,
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
        {
          code: 'several_at_a_time',
          label: {
            fi: 'Monta työtä tai toimeksiantoa yhtä aikaa',
            sv: 'Flera arbeten eller uppdrag samtidigt',
            en: 'Several jobs or assignments at a time',
          },
        },
        { code: 'other', label: { fi: 'Jokin muu', sv: 'Något annat', en: 'Something else' } },
      ],
    },
    {
      kind: 'single',
      code: 'other_jobs',
      text: {
        fi: 'Onko sinulla ollut valmistumisen jälkeen muita töitä kuin nykyinen työsi?',
        sv: 'Har du efter examen haft andra arbeten än det nuvarande?',
        en: 'Since graduation, have you had jobs other than your present one?',
      },
      hint: {
        fi: 'Työ voi olla myös toimeksianto, keikka tai apuraha.',
        sv: 'Ett uppdrag, ett gig eller ett stipendium är också ett arbete.',
        en: 'An assignment, a gig or a grant is a job, too.',
      },
      options: [
        { code: 'no', label: { fi: 'Ei', sv: 'Nej', en: 'No' } },
        { code: 'yes', label: { fi: 'Kyllä', sv: 'Ja', en: 'Yes' } },
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
      kind: 'codelist',
      code: 'first_job_country',
      text: {
        fi: 'Missä maassa oli ensimmäinen työsi valmistumisen jälkeen?',
        sv: 'I vilket land hade du ditt första arbete efter examen?',
        en: 'In which country was your first job after graduation?',
      },
      hint: {
        fi: 'Jätä tyhjäksi, jos et ole ollut työssä valmistumisen jälkeen.',
        sv: 'Lämna tomt om du inte har arbetat efter examen.',
        en: 'Leave blank if you have not worked since graduation.',
      },
      list: 'countries',
      resultsBy: 'group',
    },
    {
      kind: 'single',
      code: 'self_employed_since',
      text: {
        fi: 'Oletko toiminut yrittäjänä valmistumisen jälkeen?',
        sv: 'Har du varit företagare efter examen?',
        en: 'Have you been self-employed since graduation?',
      },
      options: [
        { code: 'no', label: { fi: 'En', sv: 'Nej', en: 'No' } },
        {
          code: 'part_time',
          label: { fi: 'Kyllä, sivutoimisesti', sv: 'Ja, som bisyssla', en: 'Yes, alongside something else' },
        },
        {
          code: 'full_time',
          label: { fi: 'Kyllä, päätoimisesti', sv: 'Ja, som huvudsyssla', en: 'Yes, as my main work' },
        },
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
  ],
} satisfies SurveyDefinitionInput['pages'][number];
