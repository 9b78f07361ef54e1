import { z } from 'zod';
import { dayBefore } from '../engine/codes-in-time.ts';
import { optionCodeSchema } from '../engine/question.ts';
import { zodFindings } from '../engine/zod-findings.ts';
import { LANGUAGES } from '../engine/text.ts';
import { tidyName, type FileProblem, type IncomingCode, type PartOfText, type ReadCodes } from './incoming-code.ts';

// What the code service of Finnish education answers to `koodisto-service/rest/json/NAME/koodi`: one object for a
// version of a code. The form is that of public samples; it was not checked against the service itself. Fields that
// are not used here are let through.
const entrySchema = z.looseObject({
  koodiArvo: z.string(),
  versio: z.int().nonnegative().default(1),
  tila: z.enum(['LUONNOS', 'HYVAKSYTTY', 'PASSIIVINEN']).default('HYVAKSYTTY'),
  voimassaAlkuPvm: z.iso.date().nullish(),
  voimassaLoppuPvm: z.iso.date().nullish(),
  koodisto: z.looseObject({ koodistoUri: z.string() }).nullish(),
  metadata: z.array(z.looseObject({ kieli: z.string(), nimi: z.string().nullish() })),
});
type Entry = z.infer<typeof entrySchema> & { place: string };

/**
 * Reads a file of the koodisto service. Drafts are left out. Of several versions of a code the latest says how it
 * is; earlier ones give the names that it had, where their days tell until when.
 *
 * @example readKoodisto('[{"koodiArvo":"01","metadata":[{"kieli":"FI","nimi":"Uusimaa"}]}]').kind // 'codes'
 */
export function readKoodisto(text: string): ReadCodes {
  const values = parsedArray(text);
  if (!Array.isArray(values)) return { kind: 'unusable', problems: [values] };
  const problems: FileProblem[] = [];
  const entries: Entry[] = [];
  for (const [index, value] of values.entries()) {
    const place = placeOfEntry(index, value);
    const parsed = entrySchema.safeParse(value);
    if (parsed.success) entries.push({ ...parsed.data, koodiArvo: parsed.data.koodiArvo.trim(), place });
    else
      problems.push(
        ...zodFindings(parsed.error).map(({ place: at, message }) => ({ place, reason: said(at, message) })),
      );
  }
  problems.push(...checkCodes(entries), ...checkOneList(entries), ...checkTwice(entries));
  if (problems.length > 0) return { kind: 'unusable', problems };
  const ready = entries.filter(({ tila }) => tila !== 'LUONNOS');
  const byCode = Map.groupBy(ready, ({ koodiArvo }) => koodiArvo);
  const drafts = entries.length - ready.length;
  const [uri] = entries.flatMap(({ koodisto }) => (koodisto ? [koodisto.koodistoUri] : []));
  return {
    kind: 'codes',
    codes: [...byCode.values()].map((versions) => toCode(versions.toSorted((a, b) => a.versio - b.versio))),
    notices: drafts > 0 ? [`Drafts (tila LUONNOS) were left out: ${drafts}.`] : [],
    source: uri === undefined ? 'koodisto' : `koodisto ${uri}`,
  };
}

function parsedArray(text: string): unknown[] | FileProblem {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { place: 'the file', reason: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  if (Array.isArray(value) && value.length > 0) return value;
  const reason = 'it must be one array of codes, as the address …/koodisto-service/rest/json/NAME/koodi answers';
  return { place: 'the file', reason: Array.isArray(value) ? 'it holds no code at all' : reason };
}

function placeOfEntry(index: number, value: unknown): string {
  const code = typeof value === 'object' && value !== null && 'koodiArvo' in value ? value.koodiArvo : null;
  return typeof code === 'string' ? `entry ${index + 1} (${code.slice(0, 40)})` : `entry ${index + 1}`;
}

function said(at: string, message: string): string {
  return at === '' ? message : `${at}: ${message}`;
}

function checkCodes(entries: readonly Entry[]): FileProblem[] {
  return entries.flatMap(({ place, koodiArvo }) => {
    const parsed = optionCodeSchema.safeParse(koodiArvo);
    return parsed.success ? [] : [{ place, reason: `koodiArvo: ${parsed.error.issues[0]?.message ?? 'no code'}` }];
  });
}

function checkOneList(entries: readonly Entry[]): FileProblem[] {
  const [first, ...others] = entries.filter(({ koodisto }) => koodisto);
  const other = others.find(({ koodisto }) => koodisto?.koodistoUri !== first?.koodisto?.koodistoUri);
  if (!first || !other) return [];
  const reason = `it belongs to "${other.koodisto?.koodistoUri}", ${first.place} to "${first.koodisto?.koodistoUri}"; import one list at a time`;
  return [{ place: other.place, reason }];
}

function checkTwice(entries: readonly Entry[]): FileProblem[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ koodiArvo, versio, place }) => {
    const key = `${koodiArvo} ${versio}`;
    const earlier = first.get(key);
    if (earlier !== undefined) {
      return [{ place, reason: `version ${versio} of this code stands at ${earlier}, too; take one of them away` }];
    }
    first.set(key, place);
    return [];
  });
}

function toCode(versions: readonly Entry[]): IncomingCode {
  const latest = versions.at(-1);
  if (!latest) throw new Error('A code without a version.');
  const starts = versions.flatMap(({ voimassaAlkuPvm }) => voimassaAlkuPvm ?? []).toSorted();
  return {
    place: latest.place,
    code: latest.koodiArvo,
    label: labelOf(latest),
    validFrom: starts[0] ?? null,
    validTo: latest.voimassaLoppuPvm ?? null,
    inForce: latest.tila !== 'PASSIIVINEN',
    earlierLabels: versions.slice(0, -1).flatMap((version, index) => {
      const next = versions[index + 1]?.voimassaAlkuPvm;
      const isLater = next && version.voimassaAlkuPvm && next > version.voimassaAlkuPvm;
      const until = version.voimassaLoppuPvm ?? (isLater ? dayBefore(next) : null);
      return until === null ? [] : [{ until, label: labelOf(version) }];
    }),
    replacedBy: null,
    group: null,
    level: null,
  };
}

function labelOf({ metadata }: Entry): PartOfText {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const name = metadata.find(({ kieli }) => kieli.toLowerCase() === language)?.nimi;
      return name ? [[language, tidyName(name)]] : [];
    }),
  );
}
