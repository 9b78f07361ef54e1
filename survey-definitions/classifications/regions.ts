import type { CodeListInput } from '../../server/engine/code-list.ts';

// The regions of Finland with their official codes, and one key of our own for work outside Finland.
export const regions = {
  name: 'regions',
  codes: [
    { code: '01', label: { fi: 'Uusimaa', sv: 'Nyland', en: 'Uusimaa' } },
    { code: '02', label: { fi: 'Varsinais-Suomi', sv: 'Egentliga Finland', en: 'Southwest Finland' } },
    { code: '04', label: { fi: 'Satakunta', sv: 'Satakunta', en: 'Satakunta' } },
    { code: '05', label: { fi: 'Kanta-Häme', sv: 'Egentliga Tavastland', en: 'Kanta-Häme' } },
    { code: '06', label: { fi: 'Pirkanmaa', sv: 'Birkaland', en: 'Pirkanmaa' } },
    { code: '07', label: { fi: 'Päijät-Häme', sv: 'Päijänne-Tavastland', en: 'Päijät-Häme' } },
    { code: '08', label: { fi: 'Kymenlaakso', sv: 'Kymmenedalen', en: 'Kymenlaakso' } },
    { code: '09', label: { fi: 'Etelä-Karjala', sv: 'Södra Karelen', en: 'South Karelia' } },
    { code: '10', label: { fi: 'Etelä-Savo', sv: 'Södra Savolax', en: 'South Savo' } },
    { code: '11', label: { fi: 'Pohjois-Savo', sv: 'Norra Savolax', en: 'North Savo' } },
    { code: '12', label: { fi: 'Pohjois-Karjala', sv: 'Norra Karelen', en: 'North Karelia' } },
    { code: '13', label: { fi: 'Keski-Suomi', sv: 'Mellersta Finland', en: 'Central Finland' } },
    { code: '14', label: { fi: 'Etelä-Pohjanmaa', sv: 'Södra Österbotten', en: 'South Ostrobothnia' } },
    { code: '15', label: { fi: 'Pohjanmaa', sv: 'Österbotten', en: 'Ostrobothnia' } },
    { code: '16', label: { fi: 'Keski-Pohjanmaa', sv: 'Mellersta Österbotten', en: 'Central Ostrobothnia' } },
    { code: '17', label: { fi: 'Pohjois-Pohjanmaa', sv: 'Norra Österbotten', en: 'North Ostrobothnia' } },
    { code: '18', label: { fi: 'Kainuu', sv: 'Kajanaland', en: 'Kainuu' } },
    { code: '19', label: { fi: 'Lappi', sv: 'Lappland', en: 'Lapland' } },
    { code: '21', label: { fi: 'Ahvenanmaa', sv: 'Åland', en: 'Åland' } },
    { code: 'abroad', label: { fi: 'Ulkomailla', sv: 'Utomlands', en: 'Abroad' }, own: true },
  ],
} satisfies CodeListInput;
