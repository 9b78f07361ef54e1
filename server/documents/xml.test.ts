import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { element, escapeXml, writeXml } from './xml.ts';

describe('XML', () => {
  test('text and attributes are escaped, and read as they were meant', () => {
    const xml = writeXml(element('labl', { 'xml:lang': 'fi', name: 'a "b" <c>\n' }, ['Palkka & <edut> ]]> työssä']));
    expect(xml).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<labl xml:lang="fi" name="a &quot;b&quot; &lt;c&gt;&#10;">Palkka &amp; &lt;edut&gt; ]]&gt; työssä</labl>\n',
    );
  });

  test('an element without children closes itself; an undefined attribute is left out', () => {
    expect(writeXml(element('range', { min: '0', max: undefined }))).toContain('<range min="0"/>');
  });

  test('elements within elements are indented', () => {
    expect(writeXml(element('a', {}, [element('b', {}, ['x']), element('c', {})]))).toContain(
      '<a>\n  <b>x</b>\n  <c/>\n</a>',
    );
  });

  test('what XML cannot hold becomes a replacement character', () => {
    expect(escapeXml('a\u0000b\u001Bc\uFFFFd\uD800e😀')).toBe('a�b�c�d�e😀');
  });

  test('whatever the text, no tag, entity or end of attribute comes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/);
        expect(escaped).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
      }),
    );
  });
});
