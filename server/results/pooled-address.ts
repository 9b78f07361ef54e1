import { windowKey } from '../disclosure/window-catalogue.ts';

/** No release has a '_' before a word. */
const SUFFIX = '_pooled';

/** How an address names the several rounds together that a release shows. Example: 'autumn-2026' → 'autumn-2026_pooled'. */
export function pooledAddress(release: string): string {
  return release + SUFFIX;
}

/** The release that an address names, and whether it means that release's several rounds together. */
export function readAddress(address: string): { release: string; isPooled: boolean } {
  return address.endsWith(SUFFIX)
    ? { release: address.slice(0, -SUFFIX.length), isPooled: true }
    : { release: address, isPooled: false };
}

/** The key of a unit in what is read: that of the round, or of several together. */
export function keyIn({ pooled }: { pooled?: string }, unit: string): string {
  return pooled === undefined ? unit : windowKey(unit, pooled);
}
