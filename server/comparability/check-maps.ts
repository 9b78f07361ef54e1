import type { Finding } from '../engine/finding.ts';
import type { Survey } from '../engine/survey.ts';
import { checkComparability } from './check-comparability.ts';
import type { ComparabilityMap, RegisteredMap } from './comparability-schema.ts';

/** A finding and the file it is in. */
export type FileFinding = Finding & { file: string };
type VersionFile = { file: string; survey: Survey };

/**
 * Everything wrong with the maps of all surveys: what `checkComparability` finds in each, maps of versions
 * that do not exist, and versions that no map leads to from the version before them.
 *
 * @example checkMaps(loadSurveys().all, loadMaps()) // []
 */
export function checkMaps(surveys: readonly VersionFile[], maps: readonly RegisteredMap[]): FileFinding[] {
  return [
    ...surveys.flatMap((version) => checkPredecessor(version, surveys, maps)),
    ...maps.flatMap(({ file, map }, index) => {
      const twice = maps.slice(0, index).find((one) => pairOf(one.map) === pairOf(map));
      const findings = twice ? [mapTwice(map, twice.file)] : checkMap(map, surveys);
      return findings.map((finding) => ({ ...finding, file }));
    }),
  ];
}

function checkPredecessor(
  { file, survey: { definition } }: VersionFile,
  surveys: readonly VersionFile[],
  maps: readonly RegisteredMap[],
): FileFinding[] {
  const { survey, version } = definition;
  const before = predecessorOf(surveys, survey, version);
  if (before === null) return [];
  if (maps.some(({ map }) => map.survey === survey && map.from === before && map.to === version)) return [];
  const message = `No comparability map leads from version ${before} of ${survey} to version ${version}, so no trend could be drawn. Write one beside the definitions and register it.`;
  return [{ file, place: 'version', rule: 'no_map', message }];
}

function checkMap(map: ComparabilityMap, surveys: readonly VersionFile[]): Finding[] {
  if (map.from >= map.to) {
    const message = `A map leads from an earlier version to a later one, not from ${map.from} to ${map.to}. Turn it round.`;
    return [{ place: 'to', rule: 'versions_reversed', message }];
  }
  const find = (version: number) =>
    surveys.find(({ survey: { definition } }) => definition.survey === map.survey && definition.version === version);
  const [from, to] = [find(map.from), find(map.to)];
  if (from && to) {
    // A map that skips versions states what is known beyond the maps in between, so it may be short.
    const complete = map.from === predecessorOf(surveys, map.survey, map.to);
    return checkComparability(from.survey, to.survey, map, complete);
  }
  return (['from', 'to'] as const)
    .filter((side) => !find(map[side]))
    .map((side) => ({
      place: side,
      rule: 'unknown_version',
      message: `There is no version ${map[side]} of a survey "${map.survey}". Correct the number or the name.`,
    }));
}

function predecessorOf(surveys: readonly VersionFile[], survey: string, version: number): number | null {
  const earlier = surveys
    .map((one) => one.survey.definition)
    .filter((one) => one.survey === survey && one.version < version)
    .map((one) => one.version);
  return earlier.length > 0 ? Math.max(...earlier) : null;
}

function mapTwice(map: ComparabilityMap, file: string): Finding {
  const message = `${file} already relates versions ${map.from} and ${map.to} of ${map.survey}. Keep one map for two versions.`;
  return { place: '', rule: 'map_twice', message };
}

function pairOf({ survey, from, to }: ComparabilityMap): string {
  return `${survey} ${from} ${to}`;
}
