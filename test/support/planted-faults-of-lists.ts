import type { CodeListInput } from '../../server/engine/code-list.ts';

type Codes = CodeListInput['codes'];
/** One mistake in a sound list, and where and by what rule it must be found. */
export type ListFault = { name: string; plant: (codes: Codes) => void; at: string; rule: string };

/** A sound list of every kind of code: in force, renamed, merged, split, closed, and with a borrowed name. */
export function soundList(): CodeListInput {
  const label = (name: string) => ({ fi: name, sv: `${name} sv`, en: `${name} en` });
  return {
    name: 'regions',
    version: 3,
    asOf: '2026-01-01',
    source: 'file regions.csv',
    codes: [
      { code: '01', label: label('Yksi') },
      {
        code: '02',
        label: label('Kaksi'),
        earlierLabels: [
          { until: '2009-12-31', label: label('Kakkonen') },
          { until: '2019-12-31', label: label('Toinen') },
        ],
      },
      { code: '03', label: label('Kolme'), validFrom: '2000-01-01', validTo: '2014-12-31', replacedBy: ['01', '02'] },
      { code: '04', label: label('Neljä'), replacedBy: ['03'] },
      { code: '05', label: { fi: 'Viisi', sv: 'Fem', en: 'Viisi' }, borrowed: ['en'], validTo: '2015-12-31' },
      { code: '06', label: label('Kuusi'), invented: true },
    ],
  };
}

const fault = (name: string, code: number, change: Partial<Codes[number]>, at: string, rule: string): ListFault => ({
  name,
  plant: (codes) => void Object.assign(codes[code] ?? {}, change),
  at: `lists.regions.codes[${code}]${at}`,
  rule,
});
const name = (text: string) => ({ fi: text, sv: `${text} sv`, en: `${text} en` });

/** Mistakes of days, names and successors of codes. */
export const FAULTS_OF_LISTS: readonly ListFault[] = [
  fault('a code that ends before it begins', 2, { validTo: '1999-12-31' }, '.validTo', 'validity_reversed'),
  fault('a successor that the list lacks', 2, { replacedBy: ['01', '77'] }, '.replacedBy[1]', 'unknown_successor'),
  fault('a successor named twice', 2, { replacedBy: ['01', '01'] }, '.replacedBy[1]', 'repeated_successor'),
  fault('a code that replaces itself', 0, { replacedBy: ['01'] }, '.replacedBy', 'successor_cycle'),
  fault('a circle of successors', 0, { replacedBy: ['04'] }, '.replacedBy', 'successor_cycle'),
  fault(
    'a successor that had ended',
    2,
    { validTo: '2016-12-31', replacedBy: ['05'] },
    '.replacedBy[0]',
    'successor_ended',
  ),
  fault('an invented successor of a real code', 2, { replacedBy: ['06'] }, '.replacedBy[0]', 'successor_mixed'),
  fault(
    'earlier names out of order',
    1,
    {
      earlierLabels: [
        { until: '2019-12-31', label: name('Toinen') },
        { until: '2009-12-31', label: name('Kakkonen') },
      ],
    },
    '.earlierLabels[1].until',
    'earlier_labels_order',
  ),
  fault(
    'an earlier name that has not ended',
    1,
    { earlierLabels: [{ until: '2026-01-01', label: name('Toinen') }] },
    '.earlierLabels[0].until',
    'earlier_label_ahead',
  ),
  fault(
    'an earlier name that is the name',
    1,
    { earlierLabels: [{ until: '2019-12-31', label: name('Kaksi') }] },
    '.earlierLabels[0].label',
    'earlier_label_same',
  ),
  fault(
    'a name without words in Swedish',
    1,
    { label: { fi: 'Kaksi', sv: ' ', en: 'Two' } },
    '.label.sv',
    'missing_translation',
  ),
  fault(
    'an earlier name without words in English',
    1,
    { earlierLabels: [{ until: '2019-12-31', label: { fi: 'Toinen', sv: 'Andra', en: '' } }] },
    '.earlierLabels[0].label.en',
    'missing_translation',
  ),
  fault(
    'a borrowed name that is its own',
    4,
    { label: { fi: 'Viisi', sv: 'Fem', en: 'Five' } },
    '.borrowed[0]',
    'borrowed_label',
  ),
  fault('a code twice', 1, { code: '01' }, '.code', 'duplicate_code'),
];
