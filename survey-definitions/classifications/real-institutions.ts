import type { CodeListInput } from '../../server/engine/code-list.ts';

// The universities of applied sciences of Finland. Institution numbers are official; the one whose
// number is not known to us has a key of our own until the official list is imported. At the end: those
// that merged into others, with their official numbers. The days of their mergers and their Swedish and
// English names are not known to us; an import brings them.
export const realInstitutions: CodeListInput['codes'] = [
  {
    code: '02467',
    label: {
      fi: 'Hämeen ammattikorkeakoulu',
      sv: 'Tavastlands yrkeshögskola',
      en: 'Häme University of Applied Sciences',
    },
  },
  {
    code: '02469',
    label: {
      fi: 'Karelia-ammattikorkeakoulu',
      sv: 'Karelia yrkeshögskola',
      en: 'Karelia University of Applied Sciences',
    },
  },
  {
    code: '02471',
    label: { fi: 'Oulun ammattikorkeakoulu', sv: 'Uleåborgs yrkeshögskola', en: 'Oulu University of Applied Sciences' },
  },
  {
    code: '02472',
    label: {
      fi: 'Seinäjoen ammattikorkeakoulu',
      sv: 'Seinäjoki yrkeshögskola',
      en: 'Seinäjoki University of Applied Sciences',
    },
  },
  {
    code: '02473',
    label: {
      fi: 'Kajaanin ammattikorkeakoulu',
      sv: 'Kajana yrkeshögskola',
      en: 'Kajaani University of Applied Sciences',
    },
  },
  {
    code: '02504',
    label: {
      fi: 'Jyväskylän ammattikorkeakoulu',
      sv: 'Jyväskylä yrkeshögskola',
      en: 'Jamk University of Applied Sciences',
    },
  },
  {
    code: '02507',
    label: {
      fi: 'Satakunnan ammattikorkeakoulu',
      sv: 'Satakunta yrkeshögskola',
      en: 'Satakunta University of Applied Sciences',
    },
  },
  {
    code: '02509',
    label: { fi: 'Turun ammattikorkeakoulu', sv: 'Åbo yrkeshögskola', en: 'Turku University of Applied Sciences' },
  },
  {
    code: '02535',
    label: { fi: 'Yrkeshögskolan Arcada', sv: 'Yrkeshögskolan Arcada', en: 'Arcada University of Applied Sciences' },
  },
  {
    code: '02536',
    label: {
      fi: 'Centria-ammattikorkeakoulu',
      sv: 'Centria yrkeshögskola',
      en: 'Centria University of Applied Sciences',
    },
  },
  {
    code: '02537',
    label: {
      fi: 'Savonia-ammattikorkeakoulu',
      sv: 'Savonia yrkeshögskola',
      en: 'Savonia University of Applied Sciences',
    },
  },
  {
    code: '02557',
    label: { fi: 'Poliisiammattikorkeakoulu', sv: 'Polisyrkeshögskolan', en: 'Police University College' },
  },
  {
    code: '02623',
    label: {
      fi: 'Diakonia-ammattikorkeakoulu',
      sv: 'Diakoniyrkeshögskolan',
      en: 'Diaconia University of Applied Sciences',
    },
  },
  {
    code: '02627',
    label: { fi: 'Vaasan ammattikorkeakoulu', sv: 'Vasa yrkeshögskola', en: 'VAMK University of Applied Sciences' },
  },
  {
    code: '02629',
    label: { fi: 'Laurea-ammattikorkeakoulu', sv: 'Laurea yrkeshögskola', en: 'Laurea University of Applied Sciences' },
  },
  {
    code: '02630',
    label: {
      fi: 'Tampereen ammattikorkeakoulu',
      sv: 'Tammerfors yrkeshögskola',
      en: 'Tampere University of Applied Sciences',
    },
  },
  {
    code: '02631',
    label: {
      fi: 'Humanistinen ammattikorkeakoulu',
      sv: 'Humanistiska yrkeshögskolan',
      en: 'Humak University of Applied Sciences',
    },
  },
  {
    code: '10056',
    label: {
      fi: 'Haaga-Helia ammattikorkeakoulu',
      sv: 'Haaga-Helia yrkeshögskola',
      en: 'Haaga-Helia University of Applied Sciences',
    },
  },
  {
    code: '10065',
    label: {
      fi: 'Metropolia Ammattikorkeakoulu',
      sv: 'Metropolia yrkeshögskola',
      en: 'Metropolia University of Applied Sciences',
    },
  },
  {
    code: '10066',
    label: { fi: 'Yrkeshögskolan Novia', sv: 'Yrkeshögskolan Novia', en: 'Novia University of Applied Sciences' },
  },
  {
    code: '10108',
    label: {
      fi: 'Lapin ammattikorkeakoulu',
      sv: 'Lapplands yrkeshögskola',
      en: 'Lapland University of Applied Sciences',
    },
  },
  {
    code: '10118',
    label: {
      fi: 'Kaakkois-Suomen ammattikorkeakoulu',
      sv: 'Sydöstra Finlands yrkeshögskola',
      en: 'South-Eastern Finland University of Applied Sciences',
    },
  },
  {
    code: '10126',
    label: { fi: 'LAB-ammattikorkeakoulu', sv: 'LAB yrkeshögskola', en: 'LAB University of Applied Sciences' },
  },
  {
    code: 'own-hogskolan-pa-aland',
    label: { fi: 'Högskolan på Åland', sv: 'Högskolan på Åland', en: 'Åland University of Applied Sciences' },
    own: true,
  },
  {
    code: '02470',
    label: { fi: 'Lahden ammattikorkeakoulu', sv: 'Lahden ammattikorkeakoulu', en: 'Lahden ammattikorkeakoulu' },
    borrowed: ['sv', 'en'],
    replacedBy: ['10126'],
  },
  {
    code: '02505',
    label: {
      fi: 'Kemi-Tornion ammattikorkeakoulu',
      sv: 'Kemi-Tornion ammattikorkeakoulu',
      en: 'Kemi-Tornion ammattikorkeakoulu',
    },
    borrowed: ['sv', 'en'],
    replacedBy: ['10108'],
  },
  {
    code: '02506',
    label: { fi: 'Mikkelin ammattikorkeakoulu', sv: 'Mikkelin ammattikorkeakoulu', en: 'Mikkelin ammattikorkeakoulu' },
    borrowed: ['sv', 'en'],
    replacedBy: ['10118'],
  },
  {
    code: '02538',
    label: {
      fi: 'Rovaniemen ammattikorkeakoulu',
      sv: 'Rovaniemen ammattikorkeakoulu',
      en: 'Rovaniemen ammattikorkeakoulu',
    },
    borrowed: ['sv', 'en'],
    replacedBy: ['10108'],
  },
  {
    code: '02608',
    label: {
      fi: 'Kymenlaakson ammattikorkeakoulu',
      sv: 'Kymenlaakson ammattikorkeakoulu',
      en: 'Kymenlaakson ammattikorkeakoulu',
    },
    borrowed: ['sv', 'en'],
    replacedBy: ['10118'],
  },
  {
    code: '02609',
    label: { fi: 'Saimaan ammattikorkeakoulu', sv: 'Saimaan ammattikorkeakoulu', en: 'Saimaan ammattikorkeakoulu' },
    borrowed: ['sv', 'en'],
    replacedBy: ['10126'],
  },
];
