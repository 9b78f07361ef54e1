import { describe, expect, test } from '@jest/globals';
import { loadCodeLists } from '../../survey-definitions/classifications/index.ts';
import { codeListSchema } from '../engine/code-list.ts';
import { words } from '../../test/support/words.ts';
import { codeNamed, isSearched, searchList } from './search-list.ts';

function listNamed(name: string) {
  const list = loadCodeLists().lists.get(name);
  if (!list) throw new Error(`no list ${name}`);
  return list;
}
const DAY = '2026-10-01';
const countries = listNamed('countries');
const found = (text: string) =>
  searchList(countries, text, { language: 'fi', day: DAY }).hits.map(({ entry }) => entry.label.fi);

describe('searching a long list', () => {
  test('countries are searched, regions are one select', () => {
    expect(isSearched(countries)).toBe(true);
    expect(isSearched(listNamed('regions'))).toBe(false);
  });

  test('a name is found in any language, whatever its case and diacritics', () => {
    expect(found('ruots')).toEqual(['Ruotsi']);
    expect(found('SVERIGE')).toEqual(['Ruotsi']);
    expect(found('sweden')).toEqual(['Ruotsi']);
    expect(found('osterrike')).toEqual(['Itävalta']);
    expect(found('  itavalta ')).toEqual(['Itävalta']);
  });

  test('every word must be in the name; names that begin with the text come first', () => {
    expect(found('arab emir')).toHaveLength(1);
    const hits = found('iran');
    expect(hits[0]).toBe('Iran');
    expect(found('ruotsi norja')).toEqual([]);
  });

  test('ten at most are shown, and the number of all is told', () => {
    const { hits, total } = searchList(countries, 'a', { language: 'sv', day: DAY });
    expect(hits).toHaveLength(10);
    expect(total).toBeGreaterThan(100);
    const names = hits.map(({ entry }) => entry.label.sv);
    expect(names).toEqual([...names].sort(new Intl.Collator('sv').compare));
  });

  test('nothing, or only signs, finds nothing', () => {
    for (const text of ['', '   ', '.*', '()', '\u0000', '😀'])
      expect(searchList(countries, text, { language: 'en', day: DAY }).total).toBe(0);
  });
});

describe('names that lead to a code of today', () => {
  const list = codeListSchema.parse({
    name: 'schools',
    codes: [
      { code: 'north', label: words('Northern school'), replacedBy: ['joint'] },
      { code: 'south', label: words('Southern school'), validTo: '2019-12-31', replacedBy: ['joint'] },
      { code: 'joint', label: words('Joint college'), validFrom: '2020-01-01' },
      {
        code: 'east',
        label: words('Eastern academy'),
        earlierLabels: [{ until: '2024-12-31', label: words('Eastern school') }],
      },
      { code: 'gone', label: words('Forgotten school'), validTo: '2015-12-31' },
    ],
  });
  const hits = (text: string, day: string) =>
    searchList(list, text, { language: 'fi', day }).hits.map(
      ({ entry, formerly }) => entry.code + (formerly ? ` ${formerly.fi}` : ''),
    );

  test('who types the name of a school that merged is offered what it became', () => {
    expect(hits('northern', DAY)).toEqual(['joint Northern school fi']);
    expect(hits('southern', DAY)).toEqual(['joint Southern school fi']);
    expect(hits('joint', DAY)).toEqual(['joint']);
  });

  test('who types the earlier name of a code is offered the code', () => {
    expect(hits('eastern sch', DAY)).toEqual(['east Eastern school fi']);
    expect(hits('eastern', DAY)).toEqual(['east']);
    expect(hits('eastern sch', '2024-06-01')).toEqual(['east']);
    expect(hits('academy', '2024-06-01')).toEqual(['east']);
  });

  test('a code that ended without a successor is not offered, and each code once', () => {
    expect(hits('forgotten', DAY)).toEqual([]);
    expect(hits('school', DAY)).toEqual(['east Eastern school fi', 'joint Northern school fi']);
    expect(hits('southern', '2019-12-31')).toEqual(['south']);
  });

  test('a whole name is its code, whatever its language; names of two codes are none', () => {
    expect(codeNamed(list, 'JOINT  college sv', DAY)).toBe('joint');
    expect(codeNamed(list, 'joint', DAY)).toBeNull();
    expect(codeNamed(list, 'Northern school fi', DAY)).toBeNull();
    expect(codeNamed(list, '', DAY)).toBeNull();
    const twice = { ...list, codes: [...list.codes, { code: 'other', label: words('Joint college') }] };
    expect(codeNamed(twice, 'joint college fi', DAY)).toBeNull();
  });
});
