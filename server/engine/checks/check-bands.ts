import type { Finding } from '../finding.ts';
import type { Text } from '../text.ts';
import { checkLabelledCodes } from './check-options.ts';

type Band = { code: string; label: Text; from: number; below: number };

/** Bands in rising order, each with something in it, each beginning where the one before ends. */
export function checkBands(place: string, bands: readonly Band[]): Finding[] {
  return [
    ...checkLabelledCodes(place, bands),
    ...bands.flatMap((band, index) => [
      ...checkOrder(`${place}[${index}]`, band),
      ...checkJoint(`${place}[${index}].from`, bands[index - 1], band),
    ]),
  ];
}

/** The bands together hold every number of the range (both ends included), and none lies outside it. */
export function checkBandsCover(place: string, bands: readonly Band[], range: { from: number; to: number }): Finding[] {
  const first = bands[0];
  const last = bands.at(-1);
  if (!first || !last) return [];
  const findings: Finding[] = [];
  if (first.from > range.from) {
    const message = `The bands begin at ${first.from}, but ${range.from} can be answered. Begin the first band at ${range.from} or below.`;
    findings.push({ place: `${place}[0].from`, rule: 'bands_do_not_cover', message });
  }
  if (last.below <= range.to) {
    const message = `The bands end below ${last.below}, but ${range.to} can be answered. End the last band above ${range.to}.`;
    findings.push({ place: `${place}[${bands.length - 1}].below`, rule: 'bands_do_not_cover', message });
  }
  return [...findings, ...bands.flatMap((band, index) => checkReachable(`${place}[${index}]`, band, range))];
}

function checkOrder(place: string, { from, below }: Band): Finding[] {
  if (from < below) return [];
  const message = `A band holds numbers from \`from\` up to but not including \`below\`; from ${from} to below ${below} there are none.`;
  return [{ place, rule: 'band_empty', message }];
}

function checkJoint(place: string, before: Band | undefined, band: Band): Finding[] {
  if (!before || before.below === band.from) return [];
  if (before.below < band.from) {
    const message = `Numbers from ${before.below} to below ${band.from} are in no band. Begin this band at ${before.below}.`;
    return [{ place, rule: 'band_gap', message }];
  }
  const message = `Numbers from ${band.from} to below ${before.below} are in two bands. Begin this band at ${before.below}.`;
  return [{ place, rule: 'band_overlap', message }];
}

function checkReachable(place: string, { from, below }: Band, range: { from: number; to: number }): Finding[] {
  if (from <= range.to && below > range.from) return [];
  const message = `No answer can fall in this band: answers run from ${range.from} to ${range.to}. Take the band away.`;
  return [{ place, rule: 'band_outside', message }];
}
