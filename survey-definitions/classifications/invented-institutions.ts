import type { CodeListInput } from '../../server/engine/code-list.ts';

// Institutions that exist only in simulated data. Their names say so in every language.
export const inventedInstitutions: CodeListInput['codes'] = [
  {
    code: 'X0101',
    label: {
      fi: 'Tuulisalmen ammattikorkeakoulu (esimerkki)',
      sv: 'Vindsunds yrkeshögskola (exempel)',
      en: 'Tuulisalmi University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0102',
    label: {
      fi: 'Harjulinnan ammattikorkeakoulu (esimerkki)',
      sv: 'Åsborgs yrkeshögskola (exempel)',
      en: 'Harjulinna University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0103',
    label: {
      fi: 'Kuuraveden ammattikorkeakoulu (esimerkki)',
      sv: 'Rimvattens yrkeshögskola (exempel)',
      en: 'Kuuravesi University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0104',
    label: {
      fi: 'Hallakosken ammattikorkeakoulu (esimerkki)',
      sv: 'Frostfors yrkeshögskola (exempel)',
      en: 'Hallakoski University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0105',
    label: {
      fi: 'Otsoniemen ammattikorkeakoulu (esimerkki)',
      sv: 'Björnudds yrkeshögskola (exempel)',
      en: 'Otsoniemi University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0106',
    label: {
      fi: 'Revonkallion ammattikorkeakoulu (esimerkki)',
      sv: 'Rävbergas yrkeshögskola (exempel)',
      en: 'Revonkallio University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0107',
    label: {
      fi: 'Kaislamaan ammattikorkeakoulu (esimerkki)',
      sv: 'Vasslandas yrkeshögskola (exempel)',
      en: 'Kaislamaa University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0108',
    label: {
      fi: 'Tervalinnan ammattikorkeakoulu (esimerkki)',
      sv: 'Tjärborgs yrkeshögskola (exempel)',
      en: 'Tervalinna University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0109',
    label: {
      fi: 'Lumiharjun ammattikorkeakoulu (esimerkki)',
      sv: 'Snöås yrkeshögskola (exempel)',
      en: 'Lumiharju University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0110',
    label: {
      fi: 'Petäjälahden ammattikorkeakoulu (esimerkki)',
      sv: 'Tallviks yrkeshögskola (exempel)',
      en: 'Petäjälahti University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0111',
    label: {
      fi: 'Usvajärven ammattikorkeakoulu (esimerkki)',
      sv: 'Dimträsks yrkeshögskola (exempel)',
      en: 'Usvajärvi University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0112',
    label: {
      fi: 'Kajokosken ammattikorkeakoulu (esimerkki)',
      sv: 'Skenfors yrkeshögskola (exempel)',
      en: 'Kajokoski University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0113',
    label: {
      fi: 'Hillamaan ammattikorkeakoulu (esimerkki)',
      sv: 'Hjortronlands yrkeshögskola (exempel)',
      en: 'Hillamaa University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0114',
    label: {
      fi: 'Vaskisalmen ammattikorkeakoulu (esimerkki)',
      sv: 'Kopparsunds yrkeshögskola (exempel)',
      en: 'Vaskisalmi University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0115',
    label: {
      fi: 'Pihlajavirran ammattikorkeakoulu (esimerkki)',
      sv: 'Rönnströms yrkeshögskola (exempel)',
      en: 'Pihlajavirta University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0116',
    label: {
      fi: 'Kurkiselän ammattikorkeakoulu (esimerkki)',
      sv: 'Tranfjärds yrkeshögskola (exempel)',
      en: 'Kurkiselkä University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0117',
    label: {
      fi: 'Suvantokarin ammattikorkeakoulu (esimerkki)',
      sv: 'Lugnskärs yrkeshögskola (exempel)',
      en: 'Suvantokari University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0118',
    label: {
      fi: 'Haapavirran ammattikorkeakoulu (esimerkki)',
      sv: 'Aspströms yrkeshögskola (exempel)',
      en: 'Haapavirta University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0119',
    label: {
      fi: 'Joutsenkosken ammattikorkeakoulu (esimerkki)',
      sv: 'Svanfors yrkeshögskola (exempel)',
      en: 'Joutsenkoski University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0120',
    label: {
      fi: 'Kanervamäen ammattikorkeakoulu (esimerkki)',
      sv: 'Ljungbackas yrkeshögskola (exempel)',
      en: 'Kanervamäki University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0121',
    label: {
      fi: 'Merilinnan ammattikorkeakoulu (esimerkki)',
      sv: 'Havsborgs yrkeshögskola (exempel)',
      en: 'Merilinna University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0122',
    label: {
      fi: 'Routasalon ammattikorkeakoulu (esimerkki)',
      sv: 'Tjälholms yrkeshögskola (exempel)',
      en: 'Routasalo University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0123',
    label: {
      fi: 'Sammalvaaran ammattikorkeakoulu (esimerkki)',
      sv: 'Mossbergas yrkeshögskola (exempel)',
      en: 'Sammalvaara University of Applied Sciences (example)',
    },
    invented: true,
  },
  {
    code: 'X0124',
    label: {
      fi: 'Ilveskarin ammattikorkeakoulu (esimerkki)',
      sv: 'Loskärs yrkeshögskola (exempel)',
      en: 'Ilveskari University of Applied Sciences (example)',
    },
    invented: true,
  },
];
