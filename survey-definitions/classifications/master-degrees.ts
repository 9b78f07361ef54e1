import type { CodeListInput } from '../../server/engine/code-list.ts';

// Master's degrees of applied sciences.
// Six-digit codes are official. A key that begins with "own-" is ours: the official code was not
// verified. The field (`group`) is our own reckoning in both cases.
export const masterDegrees: CodeListInput['codes'] = [
  {
    code: '771301',
    label: { fi: 'Sosionomi (ylempi AMK)', sv: 'Socionom (högre YH)', en: 'Master of Social Services' },
    group: '11',
    level: '71',
  },
  {
    code: 'own-agrologi-ylempi',
    label: { fi: 'Agrologi (ylempi AMK)', sv: 'Agrolog (högre YH)', en: 'Master of Natural Resources, Agriculture' },
    group: '9',
    level: '71',
    own: true,
  },
  {
    code: 'own-fysioterapeutti-ylempi',
    label: {
      fi: 'Fysioterapeutti (ylempi AMK)',
      sv: 'Fysioterapeut (högre YH)',
      en: 'Master of Health Care, Physiotherapy',
    },
    group: '11',
    level: '71',
    own: true,
  },
  {
    code: 'own-insinoori-ylempi-rakennustekniikka',
    label: {
      fi: 'Insinööri (ylempi AMK), rakennustekniikka',
      sv: 'Ingenjör (högre YH), byggteknik',
      en: 'Master of Engineering, Civil Engineering',
    },
    group: '8',
    level: '71',
    own: true,
  },
  {
    code: 'own-insinoori-ylempi-tietotekniikka',
    label: {
      fi: 'Insinööri (ylempi AMK), tieto- ja viestintätekniikka',
      sv: 'Ingenjör (högre YH), informations- och kommunikationsteknik',
      en: 'Master of Engineering, Information and Communication Technology',
    },
    group: '7',
    level: '71',
    own: true,
  },
  {
    code: 'own-liikunnanohjaaja-ylempi',
    label: { fi: 'Liikunnanohjaaja (ylempi AMK)', sv: 'Idrottsinstruktör (högre YH)', en: 'Master of Sports Studies' },
    group: '12',
    level: '71',
    own: true,
  },
  {
    code: 'own-medianomi-ylempi',
    label: { fi: 'Medianomi (ylempi AMK)', sv: 'Medianom (högre YH)', en: 'Master of Culture and Arts, Media' },
    group: '2',
    level: '71',
    own: true,
  },
  {
    code: 'own-restonomi-ylempi',
    label: { fi: 'Restonomi (ylempi AMK)', sv: 'Restonom (högre YH)', en: 'Master of Hospitality Management' },
    group: '12',
    level: '71',
    own: true,
  },
  {
    code: 'own-sairaanhoitaja-ylempi',
    label: { fi: 'Sairaanhoitaja (ylempi AMK)', sv: 'Sjukskötare (högre YH)', en: 'Master of Health Care, Nursing' },
    group: '11',
    level: '71',
    own: true,
  },
  {
    code: 'own-tradenomi-ylempi-liiketalous',
    label: {
      fi: 'Tradenomi (ylempi AMK), liiketalous',
      sv: 'Tradenom (högre YH), företagsekonomi',
      en: 'Master of Business Administration',
    },
    group: '5',
    level: '71',
    own: true,
  },
  {
    code: 'own-yhteisopedagogi-ylempi',
    label: {
      fi: 'Yhteisöpedagogi (ylempi AMK)',
      sv: 'Samhällspedagog (högre YH)',
      en: 'Master of Humanities, Community Education',
    },
    group: '1',
    level: '71',
    own: true,
  },
];
