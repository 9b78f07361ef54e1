import type { SurveyDefinitionInput } from '../../../server/engine/definition.ts';

// Every scale runs from least to most and every step has its words in all languages.
// `extent` and `development` have the same words on purpose: the gap of a pair compares like with like.
export const scales = [
  {
    code: 'agreement',
    options: [
      { code: '1', score: 1, label: { fi: 'täysin eri mieltä', sv: 'helt av annan åsikt', en: 'fully disagree' } },
      { code: '2', score: 2, label: { fi: 'eri mieltä', sv: 'av annan åsikt', en: 'disagree' } },
      { code: '3', score: 3, label: { fi: 'hieman eri mieltä', sv: 'delvis av annan åsikt', en: 'somewhat disagree' } },
      { code: '4', score: 4, label: { fi: 'hieman samaa mieltä', sv: 'delvis av samma åsikt', en: 'somewhat agree' } },
      { code: '5', score: 5, label: { fi: 'samaa mieltä', sv: 'av samma åsikt', en: 'agree' } },
      { code: '6', score: 6, label: { fi: 'täysin samaa mieltä', sv: 'helt av samma åsikt', en: 'fully agree' } },
    ],
  },
  {
    code: 'satisfaction',
    options: [
      { code: '1', score: 1, label: { fi: 'erittäin tyytymätön', sv: 'mycket missnöjd', en: 'very dissatisfied' } },
      { code: '2', score: 2, label: { fi: 'tyytymätön', sv: 'missnöjd', en: 'dissatisfied' } },
      { code: '3', score: 3, label: { fi: 'hieman tyytymätön', sv: 'något missnöjd', en: 'slightly dissatisfied' } },
      { code: '4', score: 4, label: { fi: 'melko tyytyväinen', sv: 'ganska nöjd', en: 'fairly satisfied' } },
      { code: '5', score: 5, label: { fi: 'tyytyväinen', sv: 'nöjd', en: 'satisfied' } },
      { code: '6', score: 6, label: { fi: 'erittäin tyytyväinen', sv: 'mycket nöjd', en: 'very satisfied' } },
    ],
  },
  {
    code: 'extent',
    options: [
      { code: '1', score: 1, label: { fi: 'ei lainkaan', sv: 'inte alls', en: 'not at all' } },
      { code: '2', score: 2, label: { fi: 'vain vähän', sv: 'bara lite', en: 'only a little' } },
      { code: '3', score: 3, label: { fi: 'jonkin verran', sv: 'i viss mån', en: 'to some extent' } },
      { code: '4', score: 4, label: { fi: 'melko paljon', sv: 'ganska mycket', en: 'quite a lot' } },
      { code: '5', score: 5, label: { fi: 'paljon', sv: 'mycket', en: 'a lot' } },
      { code: '6', score: 6, label: { fi: 'erittäin paljon', sv: 'väldigt mycket', en: 'very much' } },
    ],
  },
  {
    code: 'development',
    options: [
      { code: '1', score: 1, label: { fi: 'ei lainkaan', sv: 'inte alls', en: 'not at all' } },
      { code: '2', score: 2, label: { fi: 'vain vähän', sv: 'bara lite', en: 'only a little' } },
      { code: '3', score: 3, label: { fi: 'jonkin verran', sv: 'i viss mån', en: 'to some extent' } },
      { code: '4', score: 4, label: { fi: 'melko paljon', sv: 'ganska mycket', en: 'quite a lot' } },
      { code: '5', score: 5, label: { fi: 'paljon', sv: 'mycket', en: 'a lot' } },
      { code: '6', score: 6, label: { fi: 'erittäin paljon', sv: 'väldigt mycket', en: 'very much' } },
    ],
  },
  {
    code: 'match_5',
    options: [
      { code: '1', score: 1, label: { fi: 'ei lainkaan', sv: 'inte alls', en: 'not at all' } },
      { code: '2', score: 2, label: { fi: 'huonosti', sv: 'dåligt', en: 'poorly' } },
      { code: '3', score: 3, label: { fi: 'osittain', sv: 'delvis', en: 'partly' } },
      { code: '4', score: 4, label: { fi: 'hyvin', sv: 'väl', en: 'well' } },
      { code: '5', score: 5, label: { fi: 'täysin', sv: 'helt', en: 'fully' } },
    ],
  },
  {
    code: 'frequency',
    options: [
      { code: '1', score: 1, label: { fi: 'en koskaan', sv: 'aldrig', en: 'never' } },
      {
        code: '2',
        score: 2,
        label: { fi: 'harvemmin kuin kuukausittain', sv: 'mer sällan än varje månad', en: 'less often than monthly' },
      },
      { code: '3', score: 3, label: { fi: 'kuukausittain', sv: 'varje månad', en: 'monthly' } },
      { code: '4', score: 4, label: { fi: 'viikoittain', sv: 'varje vecka', en: 'weekly' } },
      { code: '5', score: 5, label: { fi: 'päivittäin', sv: 'dagligen', en: 'daily' } },
    ],
  },
] satisfies SurveyDefinitionInput['scales'];
