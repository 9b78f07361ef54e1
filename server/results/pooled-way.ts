import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { pooledAddress, readAddress } from './pooled-address.ts';
import type { Place } from './report-place.ts';
import { selectOptionalPooled, selectPopulationKeys } from './pooled-store.ts';
import { selectOptionalRelease } from './store.ts';
import { pooledTexts, yearsText } from './texts/index.ts';

/** The way between a degree's report of a round and that of several rounds together. */
export type PooledWay = {
  /** The release that shows both. */
  release: string;
  /** The survey of its round. */
  survey: string;
  /** Whether several rounds together are what is read. */
  isRead: boolean;
  /** Years of the several rounds, and of the round alone; null where the degree has no such report. */
  pooled: string | null;
  alone: string | null;
};

/** Which of its two reports a degree has in a release; null for a release that there is not. */
export async function pooledWay(
  { db }: Pick<Deps, 'db'>,
  { release: address, institution, degree }: Place,
): Promise<PooledWay | null> {
  const { release, isPooled: isRead } = readAddress(address);
  const key = `degree/${institution}/${degree}`;
  return asReportRole(db, async (trx) => {
    const head = await selectOptionalRelease(trx, release);
    if (!head) return null;
    const isAlone = (await selectPopulationKeys(trx, release, [key])).length > 0;
    return {
      release,
      survey: head.survey,
      isRead,
      pooled: await selectOptionalPooled(trx, release, key),
      alone: isAlone ? head.period : null,
    };
  });
}

/** Links from the one report to the other, relative to either. */
export function pooledLinks(
  way: PooledWay | null,
  { place, language }: { place: Place; language: Language },
): { href: string; label: string }[] {
  if (!way) return [];
  const texts = pooledTexts(language);
  const { release } = way;
  const to = (address: string): string => `../../${address}/${place.institution}/${place.degree}?lang=${language}`;
  if (way.isRead) return way.alone === null ? [] : [{ href: to(release), label: texts.newest(yearsText(way.alone)) }];
  return way.pooled === null ? [] : [{ href: to(pooledAddress(release)), label: texts.link(yearsText(way.pooled)) }];
}

/** What stands above a report of several rounds together; null above that of a round. */
export function pooledHead(way: PooledWay | null, language: Language): { title: string; lead: string } | null {
  if (!way?.isRead) return null;
  const texts = pooledTexts(language);
  return { title: texts.link(yearsText(way.pooled ?? '')), lead: texts.lead };
}
