import type { CodeListInput } from '../../server/engine/code-list.ts';

// Universities of Finland with their official numbers, and invented ones for simulated data, whose names
// say so in every language. A round holds real or invented institutions, never both.
export const universities = {
  name: 'universities',
  codes: [
    {
      code: '01901',
      label: { fi: 'Helsingin yliopisto', sv: 'Helsingfors universitet', en: 'University of Helsinki' },
    },
    { code: '01903', label: { fi: 'Åbo Akademi', sv: 'Åbo Akademi', en: 'Åbo Akademi University' } },
    { code: '01904', label: { fi: 'Oulun yliopisto', sv: 'Uleåborgs universitet', en: 'University of Oulu' } },
    {
      code: '01906',
      label: { fi: 'Jyväskylän yliopisto', sv: 'Jyväskylä universitet', en: 'University of Jyväskylä' },
    },
    {
      code: '01910',
      label: { fi: 'Svenska handelshögskolan', sv: 'Svenska handelshögskolan', en: 'Hanken School of Economics' },
    },
    { code: '01913', label: { fi: 'Vaasan yliopisto', sv: 'Vasa universitet', en: 'University of Vaasa' } },
    {
      code: '01914',
      label: {
        fi: 'Lappeenrannan–Lahden teknillinen yliopisto LUT',
        sv: 'Villmanstrand–Lahtis tekniska universitet LUT',
        en: 'Lappeenranta–Lahti University of Technology LUT',
      },
    },
    { code: '01918', label: { fi: 'Lapin yliopisto', sv: 'Lapplands universitet', en: 'University of Lapland' } },
    { code: '10076', label: { fi: 'Aalto-yliopisto', sv: 'Aalto-universitetet', en: 'Aalto University' } },
    {
      code: '10088',
      label: { fi: 'Itä-Suomen yliopisto', sv: 'Östra Finlands universitet', en: 'University of Eastern Finland' },
    },
    { code: '10089', label: { fi: 'Turun yliopisto', sv: 'Åbo universitet', en: 'University of Turku' } },
    { code: '10103', label: { fi: 'Taideyliopisto', sv: 'Konstuniversitetet', en: 'University of the Arts Helsinki' } },
    { code: '10122', label: { fi: 'Tampereen yliopisto', sv: 'Tammerfors universitet', en: 'Tampere University' } },
    {
      code: '01905',
      label: {
        fi: 'Tampereen yliopisto',
        sv: 'Tampereen yliopisto',
        en: 'Tampereen yliopisto',
      },
      borrowed: ['sv', 'en'],
      replacedBy: ['10122'],
    },
    {
      code: '01915',
      label: {
        fi: 'Tampereen teknillinen yliopisto',
        sv: 'Tampereen teknillinen yliopisto',
        en: 'Tampereen teknillinen yliopisto',
      },
      borrowed: ['sv', 'en'],
      replacedBy: ['10122'],
    },
    {
      code: 'X0201',
      label: {
        fi: 'Sumusalmen yliopisto (esimerkki)',
        sv: 'Dimsunds universitet (exempel)',
        en: 'Sumusalmi University (example)',
      },
      invented: true,
    },
    {
      code: 'X0202',
      label: {
        fi: 'Kaarnalinnan yliopisto (esimerkki)',
        sv: 'Barkborgs universitet (exempel)',
        en: 'Kaarnalinna University (example)',
      },
      invented: true,
    },
    {
      code: 'X0203',
      label: {
        fi: 'Vaskiniemen yliopisto (esimerkki)',
        sv: 'Kopparudds universitet (exempel)',
        en: 'Vaskiniemi University (example)',
      },
      invented: true,
    },
    {
      code: 'X0204',
      label: {
        fi: 'Utukosken yliopisto (esimerkki)',
        sv: 'Dunforsens universitet (exempel)',
        en: 'Utukoski University (example)',
      },
      invented: true,
    },
  ],
} satisfies CodeListInput;
