import type { Asked } from './register.ts';

/** Age bands by the names that tables.csv gives them: name → from, below. */
export type Bands = ReadonlyMap<string, readonly [from: number, below: number]>;

const JOINED = /[×*+&]/;

/** The dimensions of a split. Example: 'gender+age_band' → ['gender', 'age_band']. */
export function dimensionsOf(split: string): string[] {
  return split === '' ? [] : split.split(JOINED);
}

/** Learns the age bands from the values in use. Example: 'under_25' → [0, 25], '25_29' → [25, 30], '40_plus' → [40, 200]. */
export function bandsOf(values: Iterable<string>): Bands {
  const bands = new Map<string, readonly [number, number]>();
  for (const band of [...values].flatMap((value) => value.split(JOINED))) {
    const [, under] = /^under_(\d+)$/.exec(band) ?? [];
    const [, from, to] = /^(\d+)_(\d+)$/.exec(band) ?? [];
    const [, over] = /^(\d+)_(?:plus|or_over|or_more|over)$/.exec(band) ?? [];
    if (under !== undefined) bands.set(band, [0, Number(under)]);
    else if (from !== undefined && to !== undefined) bands.set(band, [Number(from), Number(to) + 1]);
    else if (over !== undefined) bands.set(band, [Number(over), 200]);
  }
  return bands;
}

/** What the register says of somebody in one dimension. Ages are years at graduation. */
export function valueOf({ year, register }: Asked, dimension: string, bands: Bands): string {
  const plain = register[dimension];
  if (plain !== undefined || !dimension.startsWith('age'))
    return plain === undefined || plain === '' ? 'unknown' : plain;
  const born = Number(register['birth_year'] || Number.NaN);
  for (const [band, [from, below]] of bands) if (year - born >= from && year - born < below) return band;
  return 'unknown';
}

/** Whether values of the dimensions of a split are those of its value. */
export function meets(split: string, value: string, own: (dimension: string) => string): boolean {
  const wanted = value.split(JOINED);
  return dimensionsOf(split).every((dimension, index) => own(dimension) === wanted[index]);
}
