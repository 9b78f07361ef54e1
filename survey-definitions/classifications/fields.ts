import type { CodeListInput } from '../../server/engine/code-list.ts';

// Fields of education used in the steering of higher education: the official twelve, official codes.
export const fields = {
  name: 'fields',
  codes: [
    { code: '1', label: { fi: 'Kasvatusalat', sv: 'Det pedagogiska området', en: 'Education' } },
    { code: '2', label: { fi: 'Taiteet ja kulttuurialat', sv: 'Konst och kultur', en: 'Arts and culture' } },
    { code: '3', label: { fi: 'Humanistiset alat', sv: 'Det humanistiska området', en: 'Humanities' } },
    {
      code: '4',
      label: { fi: 'Yhteiskunnalliset alat', sv: 'De samhällsvetenskapliga områdena', en: 'Social sciences' },
    },
    {
      code: '5',
      label: {
        fi: 'Kauppa, hallinto ja oikeustieteet',
        sv: 'Handel, administration och juridik',
        en: 'Business, administration and law',
      },
    },
    { code: '6', label: { fi: 'Luonnontieteet', sv: 'Naturvetenskaperna', en: 'Natural sciences' } },
    {
      code: '7',
      label: {
        fi: 'Tietojenkäsittely ja tietoliikenne',
        sv: 'Databehandling och kommunikation',
        en: 'Information and communication technologies',
      },
    },
    { code: '8', label: { fi: 'Tekniikan alat', sv: 'De tekniska områdena', en: 'Engineering and technology' } },
    { code: '9', label: { fi: 'Maa- ja metsätalousalat', sv: 'Lant- och skogsbruk', en: 'Agriculture and forestry' } },
    { code: '10', label: { fi: 'Lääketieteet', sv: 'Det medicinska området', en: 'Medical science' } },
    { code: '11', label: { fi: 'Terveys- ja hyvinvointialat', sv: 'Hälsovård och välfärd', en: 'Health and welfare' } },
    { code: '12', label: { fi: 'Palvelualat', sv: 'Tjänstebranschen', en: 'Services' } },
  ],
} satisfies CodeListInput;
