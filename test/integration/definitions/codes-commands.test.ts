import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { codeListSchema } from '../../../server/engine/code-list.ts';
import { loadSurveys } from '../../../survey-definitions/index.ts';
import { openCodesFolder, type CodesFolder } from '../../support/codes-folder.ts';

let files: CodesFolder;
beforeEach(() => {
  files = openCodesFolder();
});
afterEach(() => files.close());

type Koodi = { koodiArvo: string; fi?: string; sv?: string; en?: string } & Record<string, unknown>;

/** One object as the koodisto service answers it, with the fields that we do not use. */
function koodi({ koodiArvo, fi, sv, en, ...more }: Koodi) {
  const names = Object.entries({ FI: fi, SV: sv, EN: en }).filter(([, nimi]) => nimi !== undefined);
  return {
    koodiUri: `kunta_${koodiArvo}`,
    resourceUri: `http://koodistopalvelu.opintopolku.fi/kunta/koodi/kunta_${koodiArvo}`,
    version: 0,
    versio: 1,
    koodisto: { koodistoUri: 'kunta', organisaatioOid: '1.2.246.562.10.00000000001', koodistoVersios: [1, 2] },
    koodiArvo,
    paivitysPvm: 1379314392378,
    voimassaAlkuPvm: '1997-01-01',
    voimassaLoppuPvm: null,
    tila: 'HYVAKSYTTY',
    metadata: names.map(([kieli, nimi]) => ({ nimi, kuvaus: nimi, lyhytNimi: nimi, kayttoohje: null, kieli })),
    ...more,
  };
}
const places = (...codes: Koodi[]) => files.write('kunta.json', JSON.stringify(codes.map(koodi)));
const A = { koodiArvo: '901', fi: 'Aallonlahti', sv: 'Vågvik', en: 'Aallonlahti' };
const B = { koodiArvo: '902', fi: 'Metsäranta', sv: 'Skogsstrand', en: 'Metsäranta' };
const C = { koodiArvo: '903', fi: 'Kuusimäki', sv: 'Granbacka', en: 'Kuusimäki' };

describe('codes import', () => {
  test('shows first what would change, and writes with --confirm only', async () => {
    const file = places(A, B);
    const dry = await files.run('codes', 'import', 'municipalities', file, '--as-of', '2026-01-01');
    expect(dry).toMatchObject({
      code: 0,
      out: expect.stringContaining('  2 new\n    901 Aallonlahti, from 1997-01-01\n'),
    });
    expect(dry.out).toContain('Nothing was written: run the command with --confirm.');
    expect(existsSync(files.listsDir)).toBe(false);

    const { code, out } = await files.run(
      'codes',
      'import',
      'municipalities',
      file,
      '--as-of',
      '2026-01-01',
      '--confirm',
      '--json',
    );
    expect({ code, ...JSON.parse(out) }).toMatchObject({
      code: 0,
      list: 'municipalities',
      version: 1,
      source: 'koodisto kunta',
      codes: 2,
      written: files.listFile('municipalities'),
    });
    expect(
      loadSurveys(files.listsDir)
        .lists.get('municipalities')
        ?.codes.map(({ code: one }) => one),
    ).toEqual(['901', '902']);
    expect(readdirSync(files.listsDir)).toEqual(['municipalities.json']);
  });

  test('keeps old codes, earlier names and days, and repeating it changes no byte', async () => {
    await files.run('codes', 'import', 'municipalities', places(A, B, C), '--as-of', '2025-01-01', '--confirm');
    const next = places({ ...A, fi: 'Aaltola' }, { ...B, voimassaLoppuPvm: '2025-12-31' });
    const { out } = await files.run('codes', 'import', 'municipalities', next, '--as-of', '2026-01-01', '--confirm');
    expect(out).toContain('2 ended\n    902 Metsäranta, last day 2025-12-31\n    903 Kuusimäki, last day 2025-12-31');
    expect(out).toContain('1 renamed\n    901 fi: Aallonlahti → Aaltola');
    const bytes = readFileSync(files.listFile('municipalities'), 'utf8');
    const list = codeListSchema.parse(JSON.parse(bytes));
    expect(list).toMatchObject({ version: 2, asOf: '2026-01-01' });
    expect(list.codes[0]?.earlierLabels).toEqual([
      { until: '2025-12-31', label: { fi: 'Aallonlahti', sv: 'Vågvik', en: 'Aallonlahti' } },
    ]);
    expect(list.codes[2]).toMatchObject({ code: '903', label: { fi: 'Kuusimäki' }, validTo: '2025-12-31' });

    const again = await files.run('codes', 'import', 'municipalities', next, '--as-of', '2026-03-01', '--confirm');
    expect(again.out).toContain('Nothing changes, and nothing was written.');
    expect(readFileSync(files.listFile('municipalities'), 'utf8')).toBe(bytes);

    const shown = await files.run('codes', 'show', 'municipalities', '--on', '2025-06-01');
    expect(shown.out).toBe(
      'municipalities: 3 codes in force on 2025-06-01\n'.concat(
        '  901  Aallonlahti, from 1997-01-01; before: Aallonlahti until 2025-12-31\n',
        '  902  Metsäranta, from 1997-01-01, until 2025-12-31\n',
        '  903  Kuusimäki, from 1997-01-01, until 2025-12-31\n',
      ),
    );
    const today = await files.run('codes', 'show', 'municipalities', '--on', '2026-06-01', '--json');
    expect(JSON.parse(today.out).codes).toMatchObject([{ code: '901', label: { fi: 'Aaltola' } }]);
  });

  test('reads versions of a code, and leaves drafts out', async () => {
    const file = places(
      { ...A, fi: 'Vanhalahti', versio: 1, voimassaAlkuPvm: '1997-01-01', voimassaLoppuPvm: '2012-12-31' },
      { ...A, versio: 2, voimassaAlkuPvm: '2013-01-01' },
      { ...B, tila: 'LUONNOS' },
    );
    const { out } = await files.run('codes', 'import', 'municipalities', file, '--as-of', '2026-01-01', '--json');
    const { changes, notices } = JSON.parse(out);
    expect(notices).toEqual(['Drafts (tila LUONNOS) were left out: 1.']);
    expect(changes).toHaveLength(1);
    expect(changes[0].after).toMatchObject({
      code: '901',
      validFrom: '1997-01-01',
      label: { fi: 'Aallonlahti' },
      earlierLabels: [{ until: '2012-12-31', label: { fi: 'Vanhalahti' } }],
    });
  });

  test('names every code without a translation, unless another name may stand in, which the list then says', async () => {
    const file = places({ koodiArvo: '901', fi: 'Aallonlahti', sv: 'Vågvik' }, { koodiArvo: '902', fi: 'Metsäranta' });
    const refused = await files.run('codes', 'import', 'municipalities', file, '--confirm');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('entry 1 (901): the code "901" has no name in en');
    expect(refused.err).toContain('entry 2 (902): the code "902" has no name in sv and en');
    expect(existsSync(files.listsDir)).toBe(false);
    expect(await files.run('codes', 'import', 'municipalities', file, '--fallback', 'fi', '--confirm')).toMatchObject({
      code: 0,
    });
    expect(JSON.parse(readFileSync(files.listFile('municipalities'), 'utf8'))).toMatchObject({
      notes: [
        'sv: 1 of 2 names stand in from another language, for want of a translation.',
        'en: 2 of 2 names stand in from another language, for want of a translation.',
      ],
      codes: [{ borrowed: ['en'] }, { borrowed: ['sv', 'en'] }],
    });
  });

  test('an official list goes over ours: keys of ours and invented codes stay, mergers and translations too', async () => {
    const official =
      loadSurveys()
        .lists.get('institutions')
        ?.codes.filter(({ own, invented }) => !own && !invented) ?? [];
    const rows = official.map(({ code, label, borrowed }) =>
      koodi({ koodiArvo: code, fi: label.fi, ...(borrowed ? {} : { sv: label.sv }) }),
    );
    const file = files.write('oppilaitos.json', JSON.stringify(rows));
    const { out } = await files.run('codes', 'import', 'institutions', file, '--as-of', '2026-01-01');
    expect(out).toContain('  54 unchanged\n  25 of them keys of ours or invented');
  });

  test('CSV: days, successors and groups', async () => {
    const file = files.write(
      'sectors.csv',
      '\uFEFFcode;label_fi;label_sv;label_en;valid_from;valid_to;replaced_by;group\n' +
        'A;Maatalous;Jordbruk;Farming;2008-01-01;;;primary\nB;Kaivokset;Gruvor;Mining;;2024-12-31;A|C;primary\n\nC;Teollisuus;Industri;Industry;;;;\n',
    );
    await files.run('codes', 'import', 'sectors', file, '--as-of', '2026-01-01', '--confirm');
    expect(JSON.parse(readFileSync(files.listFile('sectors'), 'utf8'))).toEqual({
      name: 'sectors',
      version: 1,
      asOf: '2026-01-01',
      source: 'file sectors.csv',
      codes: [
        {
          code: 'A',
          label: { fi: 'Maatalous', sv: 'Jordbruk', en: 'Farming' },
          group: 'primary',
          validFrom: '2008-01-01',
        },
        {
          code: 'B',
          label: { fi: 'Kaivokset', sv: 'Gruvor', en: 'Mining' },
          group: 'primary',
          validTo: '2024-12-31',
          replacedBy: ['A', 'C'],
        },
        { code: 'C', label: { fi: 'Teollisuus', sv: 'Industri', en: 'Industry' } },
      ],
    });
    const { out } = await files.run('codes', 'list');
    expect(out).toContain('sectors: 3 codes, 2 in force today. Import 1 as of 2026-01-01, from file sectors.csv');
    expect(out).toMatch(/institutions: \d+ codes, \d+ in force today, 1 keys of ours, 24 invented\. Of the program/);
  });

  test.each([
    ['no JSON', 'a.json', '{"koodiArvo":', 'the file: it is not JSON'],
    ['another document', 'a.json', '{"koodit": []}', 'the file: it must be one array'],
    ['an entry without a code', 'a.json', '[{"metadata":[]}]', 'entry 1: koodiArvo: "koodiArvo" is missing. Add it.'],
    [
      'a day that is none',
      'a.json',
      JSON.stringify([koodi({ ...A, voimassaAlkuPvm: '1.1.1997' })]),
      'entry 1 (901): voimassaAlkuPvm: ',
    ],
    [
      'a code that cannot be stored',
      'a.json',
      JSON.stringify([koodi({ ...A, koodiArvo: '9/1' })]),
      'entry 1 (9/1): koodiArvo: an option code is',
    ],
    [
      'two lists in one',
      'a.json',
      JSON.stringify([koodi(A), koodi({ ...B, koodisto: { koodistoUri: 'maa' } })]),
      'entry 2 (902): it belongs to "maa", entry 1 (901) to "kunta"',
    ],
    [
      'a version twice',
      'a.json',
      JSON.stringify([koodi(A), koodi(A)]),
      'entry 2 (901): version 1 of this code stands at entry 1 (901), too',
    ],
    [
      'days the wrong way round',
      'a.json',
      JSON.stringify([koodi({ ...A, voimassaLoppuPvm: '1990-01-01' })]),
      'would end on 1990-01-01, before its first day 1997-01-01',
    ],
    ['a missing column', 'a.csv', 'code,label_sv\n1,Ett\n', 'line 1: the column label_fi is missing'],
    [
      'an unknown column',
      'a.csv',
      'code,label_fi,valid_form\n1,Yksi,\n',
      'line 1: there is no column "valid_form" in a file of codes; did you mean valid_from?',
    ],
    [
      'a wrong day',
      'a.csv',
      'code,label_fi,valid_to\n1,Yksi,2025-02-30\n',
      'line 2: column valid_to, "2025-02-30": there is no such day',
    ],
    ['a lost quotation mark', 'a.csv', 'code,label_fi\n1,"Yksi\n', 'line 2: column '],
    ['no rows', 'a.csv', 'code,label_fi\n', 'the file: it holds no code at all'],
    ['a code twice', 'a.csv', 'code,label_fi\n1,Yksi\n2,Kaksi\n1,Uno\n', 'line 4: the code "1" stands at line 2, too'],
    ['a row without a code', 'a.csv', 'code,label_fi\n,Yksi\n', 'line 2: the row has no code'],
    [
      'a successor that is not there',
      'a.csv',
      'code,label_fi,label_sv,label_en,replaced_by\n1,Y,E,O,2\n',
      'replaced by "2", which the list does not have',
    ],
    ['no file', 'a.csv', null, 'the file: there is no such file'],
  ])('%s: refused with the place, and nothing is written', async (_, name, text, reason) => {
    if (text !== null) files.write(name, text);
    const { code, out, err } = await files.run('codes', 'import', 'places', name, '--confirm');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${name} cannot be imported. Nothing was written.\n  `);
    expect(err).toContain(reason);
    expect(existsSync(files.listsDir)).toBe(false);
  });

  test.each([
    [['../evil', 'kunta.json'], 'The name of a list is'],
    [['places', 'kunta.json', '--format', 'xml'], 'There is no format "xml"'],
    [['places', 'kunta.json', '--as-of', '1.1.2026'], '--as-of "1.1.2026": a day is written YYYY-MM-DD'],
    [['places', 'kunta.json', '--fallback', 'no'], '--fallback is one of fi, sv, en'],
  ])('%j: refused', async (words, reason) => {
    places(A);
    expect(await files.run('codes', 'import', ...words)).toMatchObject({
      code: 1,
      err: expect.stringContaining(reason),
    });
  });

  test('an older file than the list is refused', async () => {
    await files.run('codes', 'import', 'places', places(A), '--as-of', '2026-01-01', '--confirm');
    const { err } = await files.run('codes', 'import', 'places', places(A, B), '--as-of', '2025-01-01', '--confirm');
    expect(err).toContain('stands as of 2026-01-01; a file of 2025-01-01 is older');
  });
});
