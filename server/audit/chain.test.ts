import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  followChain,
  headFrom,
  headText,
  NO_HEAD,
  sealAfter,
  type Head,
  type Seal,
  type SealedEvent,
} from './chain.ts';

type Link = { seal: Seal; event: SealedEvent | null };

const events = fc.uniqueArray(
  fc.record({
    id: fc.bigInt({ min: 1n, max: 1_000_000n }).map(String),
    at: fc.option(fc.constant('2026-11-12T10:00:00.000000Z')),
    on_date: fc.constantFrom('2026-11-12', '2026-11-13'),
    kind: fc.constantFrom('round_opened', 'letters_exported', 'staff_signed_in'),
    round_id: fc.option(fc.constantFrom('one', 'two')),
    detail: fc.constantFrom('{}', '{"messages": 3}', '{"by": "x"}'),
    count: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ id }) => id, minLength: 2, maxLength: 12 },
);

function chainOf(all: readonly SealedEvent[]): Link[] {
  let head: Head = NO_HEAD;
  return all.map((event) => {
    const seal = sealAfter(head, event);
    head = { number: seal.number, hash: seal.hash };
    return { seal, event };
  });
}

test('a chain that nobody has touched agrees, in one piece or in many', () => {
  fc.assert(
    fc.property(events, fc.nat(), (all, cut) => {
      const links = chainOf(all);
      const place = cut % (links.length + 1);
      const whole = followChain(NO_HEAD, links);
      const first = followChain(NO_HEAD, links.slice(0, place));
      expect(whole).toEqual({ head: { number: String(all.length), hash: links.at(-1)?.seal.hash }, problem: null });
      expect(followChain(first.head, links.slice(place))).toEqual(whole);
    }),
  );
});

const DEEDS: Readonly<Record<string, (links: Link[], place: number) => unknown>> = {
  seal_missing: (links, place) => links.splice(place, 1),
  entry_missing: (links, place) => links.splice(place, 1, { ...at(links, place), event: null }),
  entry_changed: (links, place) => {
    const link = at(links, place);
    links[place] = { ...link, event: link.event && { ...link.event, count: link.event.count + 1 } };
  },
  seal_changed: (links, place) => {
    // Somebody who knows how: the entry is another one, and its own seal is made anew.
    const link = at(links, place);
    const before = place === 0 ? NO_HEAD : at(links, place - 1).seal;
    const event = { ...(link.event ?? never()), kind: 'round_closed' };
    links[place] = { seal: sealAfter(before, event), event };
  },
};

test.each(Object.keys(DEEDS))('the first break is named by its place and by what it is: %s', (what) => {
  fc.assert(
    fc.property(events, fc.nat(), (all, chosen) => {
      const links = chainOf(all);
      const place = chosen % (links.length - 1); // not the last: cutting the end off is seen by a kept head alone
      DEEDS[what]?.(links, place);
      const { problem, head } = followChain(NO_HEAD, links);
      // A seal that was made anew agrees with what is before it; the one after it does not follow.
      const broken = what === 'seal_changed' ? place + 2 : place + 1;
      expect(problem).toMatchObject({ what, number: String(broken) });
      expect(head.number).toBe(String(broken - 1));
    }),
  );
});

test('without its end a chain agrees, and its head is another one', () => {
  fc.assert(
    fc.property(events, (all) => {
      const links = chainOf(all);
      const { head } = followChain(NO_HEAD, links);
      const cut = followChain(NO_HEAD, links.slice(0, -1));
      expect(cut.problem).toBeNull();
      expect(headText(cut.head)).not.toBe(headText(head));
    }),
  );
});

test('a head is read as it was printed, and nothing else is', () => {
  const head = { number: '12', hash: 'ab'.repeat(32) };
  expect(headFrom(` ${headText(head)}\n`)).toEqual(head);
  expect(headFrom(headText(NO_HEAD))).toEqual(NO_HEAD);
  for (const text of ['', '12', '12:abc', `x:${head.hash}`, `012:${head.hash}`]) expect(headFrom(text)).toBeNull();
});

function at(links: readonly Link[], place: number): Link {
  return links[place] ?? never();
}

function never(): never {
  throw new Error('no such link');
}
