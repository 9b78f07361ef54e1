import type { CodeListInput } from '../../server/engine/code-list.ts';

// Bachelor's degrees of applied sciences in health and welfare (field 11).
// Six-digit codes are official. A key that begins with "own-" is ours: the official code was not
// verified. The field (`group`) is our own reckoning in both cases.
export const bachelorDegreesHealth: CodeListInput['codes'] = [
  {
    code: '671112',
    label: { fi: 'Fysioterapeutti (AMK)', sv: 'Fysioterapeut (YH)', en: 'Bachelor of Health Care, Physiotherapy' },
    group: '11',
    level: '62',
  },
  {
    code: '671201',
    label: { fi: 'Sosionomi (AMK)', sv: 'Socionom (YH)', en: 'Bachelor of Social Services' },
    group: '11',
    level: '62',
  },
  {
    code: 'own-bioanalyytikko',
    label: {
      fi: 'Bioanalyytikko (AMK)',
      sv: 'Bioanalytiker (YH)',
      en: 'Bachelor of Health Care, Biomedical Laboratory Science',
    },
    group: '11',
    level: '62',
    own: true,
  },
  {
    code: 'own-ensihoitaja',
    label: { fi: 'Ensihoitaja (AMK)', sv: 'Förstavårdare (YH)', en: 'Bachelor of Health Care, Paramedic' },
    group: '11',
    level: '62',
    own: true,
  },
  {
    code: 'own-geronomi',
    label: {
      fi: 'Geronomi (AMK)',
      sv: 'Geronom (YH)',
      en: 'Bachelor of Social Services and Health Care, Elderly Care',
    },
    group: '11',
    level: '62',
    own: true,
  },
  {
    code: 'own-katilo',
    label: { fi: 'Kätilö (AMK)', sv: 'Barnmorska (YH)', en: 'Bachelor of Health Care, Midwifery' },
    group: '11',
    level: '62',
    own: true,
  },
  {
    code: 'own-rontgenhoitaja',
    label: { fi: 'Röntgenhoitaja (AMK)', sv: 'Röntgenskötare (YH)', en: 'Bachelor of Health Care, Radiography' },
    group: '11',
    level: '62',
    own: true,
  },
  {
    code: 'own-sairaanhoitaja',
    label: { fi: 'Sairaanhoitaja (AMK)', sv: 'Sjukskötare (YH)', en: 'Bachelor of Health Care, Nursing' },
    group: '11',
    level: '62',
    own: true,
  },
  {
    code: 'own-suuhygienisti',
    label: { fi: 'Suuhygienisti (AMK)', sv: 'Munhygienist (YH)', en: 'Bachelor of Health Care, Oral Hygiene' },
    group: '11',
    level: '62',
    own: true,
  },
  {
    code: 'own-terveydenhoitaja',
    label: {
      fi: 'Terveydenhoitaja (AMK)',
      sv: 'Hälsovårdare (YH)',
      en: 'Bachelor of Health Care, Public Health Nursing',
    },
    group: '11',
    level: '62',
    own: true,
  },
  {
    code: 'own-toimintaterapeutti',
    label: {
      fi: 'Toimintaterapeutti (AMK)',
      sv: 'Ergoterapeut (YH)',
      en: 'Bachelor of Health Care, Occupational Therapy',
    },
    group: '11',
    level: '62',
    own: true,
  },
];
