// GSM 03.38: one septet each; those of the extension table take two. Anything else makes the whole message UCS-2.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('^{}\\[~]|€');
const ONE_GSM = 160;
const PART_GSM = 153;
const ONE_UCS = 70;
const PART_UCS = 67;

export type SmsLength = {
  encoding: 'gsm-7' | 'ucs-2';
  /** Septets or UTF-16 units. */
  units: number;
  /** What one message or, of several, one part holds. */
  room: number;
  segments: number;
  /** The characters that make it UCS-2, each once. */
  foreign: string[];
};

/**
 * How long an SMS is, as an operator counts it. No part ends within a character.
 *
 * @example smsLength('Hyvää päivää').segments // 1, gsm-7
 */
export function smsLength(text: string): SmsLength {
  const characters = [...text];
  const foreign = [...new Set(characters.filter((one) => !BASIC.has(one) && !EXTENDED.has(one)))];
  const isGsm = foreign.length === 0;
  const sizes = characters.map((one) => (isGsm ? (EXTENDED.has(one) ? 2 : 1) : one.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [whole, part] = isGsm ? [ONE_GSM, PART_GSM] : [ONE_UCS, PART_UCS];
  const encoding = isGsm ? 'gsm-7' : 'ucs-2';
  if (units <= whole) return { encoding, units, room: whole, segments: 1, foreign };
  return { encoding, units, room: part, segments: partsOf(sizes, part), foreign };
}

function partsOf(sizes: readonly number[], room: number): number {
  let [parts, used] = [1, 0];
  for (const size of sizes) {
    if (used + size > room) [parts, used] = [parts + 1, 0];
    used += size;
  }
  return parts;
}
