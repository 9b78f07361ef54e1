import { describe, expect, test } from '@jest/globals';
import { shownStanding, type ShownFacts } from './standing.ts';

const facts = (changed: Partial<ShownFacts> = {}): ShownFacts => ({
  final_from: '2026-01-15',
  remarks: [],
  today: '2026-01-14',
  ...changed,
});

describe('how a release stands', () => {
  test('preliminary until its final day, with the words of each language', () => {
    expect(shownStanding(facts(), 'fi').notices).toEqual(['Alustava tulos. Lopullinen 15.1.2026.']);
    expect(shownStanding(facts(), 'sv').notices).toEqual(['Preliminärt resultat. Slutligt 15.1.2026.']);
    expect(shownStanding(facts(), 'en').notices).toEqual(['Preliminary result. Final on 15 January 2026.']);
  });

  test('final from that day on, or from the day on which two people said so', () => {
    const later = shownStanding(facts({ today: '2026-01-15' }), 'fi');
    expect(later).toEqual({ kind: 'shown', notices: [], lines: ['Lopullinen 15.1.2026'] });
    const remark = { on_date: '2026-01-10', kind: 'final', reason: {} } as const;
    expect(shownStanding(facts({ remarks: [remark] }), 'fi').lines).toEqual(['Lopullinen 10.1.2026']);
  });

  test('a correction says its day and reason, beside the rest', () => {
    const remark = { on_date: '2026-02-03', kind: 'corrected', reason: { fi: 'Yksi aineisto puuttui.' } } as const;
    const standing = shownStanding(facts({ today: '2026-02-04', remarks: [remark] }), 'fi');
    expect(standing.notices).toEqual(['Raporttia on korjattu 3.2.2026: Yksi aineisto puuttui.']);
    expect(standing.lines).toEqual(['Lopullinen 15.1.2026', ...standing.notices]);
  });

  test('a release of before says nothing of it', () => {
    expect(shownStanding(facts({ final_from: null }), 'en').lines).toEqual([]);
  });
});
