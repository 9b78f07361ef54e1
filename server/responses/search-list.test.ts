import { describe, expect, test } from '@jest/globals';
import { loadCodeLists } from '../../survey-definitions/classifications/index.ts';
import { isSearched, searchList } from './search-list.ts';

function listNamed(name: string) {
  const list = loadCodeLists().get(name);
  if (!list) throw new Error(`no list ${name}`);
  return list;
}
const countries = listNamed('countries');
const found = (text: string) => searchList(countries, text, 'fi').hits.map(({ label }) => label.fi);

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
    const { hits, total } = searchList(countries, 'a', 'sv');
    expect(hits).toHaveLength(10);
    expect(total).toBeGreaterThan(100);
    const names = searchList(countries, 'a', 'sv').hits.map(({ label }) => label.sv);
    expect(names).toEqual([...names].sort(new Intl.Collator('sv').compare));
  });

  test('nothing, or only signs, finds nothing', () => {
    for (const text of ['', '   ', '.*', '()', '\u0000', '😀']) expect(searchList(countries, text, 'en').total).toBe(0);
  });
});
