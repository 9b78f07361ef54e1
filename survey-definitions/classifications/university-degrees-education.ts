import type { CodeListInput } from '../../server/engine/code-list.ts';

// Masters of education, with their official codes. Names in Swedish and English are ours.
export const universityDegreesEducation: CodeListInput['codes'] = [
  {
    code: '712101',
    label: {
      fi: 'Kasvatustieteen maisteri, luokanopettaja',
      sv: 'Pedagogie magister, klasslärare',
      en: 'Master of Education, class teacher',
    },
    group: '1',
    level: '72',
  },
  {
    code: '712102',
    label: {
      fi: 'Kasvatustieteen maisteri, erityisopettaja',
      sv: 'Pedagogie magister, speciallärare',
      en: 'Master of Education, special needs teacher',
    },
    group: '1',
    level: '72',
  },
  {
    code: '712104',
    label: {
      fi: 'Kasvatustieteen maisteri, kotitalousopettaja',
      sv: 'Pedagogie magister, lärare i huslig ekonomi',
      en: 'Master of Education, home economics teacher',
    },
    group: '1',
    level: '72',
  },
  {
    code: '712105',
    label: {
      fi: 'Kasvatustieteen maisteri, käsityönopettaja',
      sv: 'Pedagogie magister, lärare i slöjd',
      en: 'Master of Education, craft teacher',
    },
    group: '1',
    level: '72',
  },
  {
    code: '712108',
    label: {
      fi: 'Kasvatustieteen maisteri, opinto-ohjaaja',
      sv: 'Pedagogie magister, studiehandledare',
      en: 'Master of Education, guidance counsellor',
    },
    group: '1',
    level: '72',
  },
  {
    code: '712109',
    label: {
      fi: 'Kasvatustieteen maisteri, musiikinopettaja',
      sv: 'Pedagogie magister, lärare i musik',
      en: 'Master of Education, music teacher',
    },
    group: '1',
    level: '72',
  },
  {
    code: '712201',
    label: {
      fi: 'Kasvatustieteen maisteri, kasvatustiede',
      sv: 'Pedagogie magister, pedagogik',
      en: 'Master of Education, educational science',
    },
    group: '1',
    level: '72',
  },
  {
    code: '712202',
    label: {
      fi: 'Kasvatustieteen maisteri, aikuiskasvatus',
      sv: 'Pedagogie magister, vuxenpedagogik',
      en: 'Master of Education, adult education',
    },
    group: '1',
    level: '72',
  },
  {
    code: '712203',
    label: {
      fi: 'Kasvatustieteen maisteri, erityispedagogiikka',
      sv: 'Pedagogie magister, specialpedagogik',
      en: 'Master of Education, special education',
    },
    group: '1',
    level: '72',
  },
  {
    code: '712204',
    label: {
      fi: 'Kasvatustieteen maisteri, varhaiskasvatus',
      sv: 'Pedagogie magister, småbarnspedagogik',
      en: 'Master of Education, early childhood education',
    },
    group: '1',
    level: '72',
  },
];
