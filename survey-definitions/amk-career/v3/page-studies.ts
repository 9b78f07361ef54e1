import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';

/** Part 6: the studies as they look now. Open questions come after the closed ones. */
export const pageStudies = {
  code: 'studies',
  title: { fi: 'Opintosi nyt arvioituna', sv: 'Tillbakablick på dina studier', en: 'Looking back at your studies' },
  intro: {
    fi: 'Kysymykset koskevat tutkintoa, jonka perusteella sait kutsun.',
    sv: 'Frågorna gäller den examen som inbjudan handlade om.',
    en: 'The questions are about the degree named in your invitation.',
  },
  questions: [
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
      kind: 'nps',
      code: 'would_recommend',
      text: {
        fi: 'Kuinka todennäköisesti suosittelisit koulutustasi muille?',
        sv: 'Hur sannolikt är det att du skulle rekommendera din utbildning för andra?',
        en: 'How likely are you to recommend your education to others?',
      },
      low: { fi: 'en lainkaan todennäköisesti', sv: 'inte alls sannolikt', en: 'not at all likely' },
      high: { fi: 'erittäin todennäköisesti', sv: 'mycket sannolikt', en: 'very likely' },
    },
    {
      kind: 'text',
      code: 'open_strengths',
      text: {
        fi: 'Mistä opinnoissa on ollut sinulle eniten hyötyä työelämässä?',
        sv: 'Vad i studierna har du haft mest nytta av i arbetslivet?',
        en: 'What in your studies has been most useful to you in working life?',
      },
      hint: {
        fi: 'Älä kirjoita nimiä tai muita tietoja, joista ihmisen voi tunnistaa.',
        sv: 'Skriv inga namn eller andra uppgifter som kan avslöja vem någon är.',
        en: 'Do not write names or anything else that identifies a person.',
      },
      maxLength: 2000,
    },
    {
      kind: 'text',
      code: 'open_wishes',
      text: {
        fi: 'Mitä muuttaisit koulutuksessa, jos muuttaisit jotain?',
        sv: 'Vad skulle du ändra i utbildningen, om du ändrade något?',
        en: 'What would you change in the education, if anything?',
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
