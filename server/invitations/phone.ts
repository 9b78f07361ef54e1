/** The country whose numbers are written without a country code. */
const OWN_COUNTRY = '358';

/**
 * A phone number as people and registers write it, as it is kept: '+' and digits (E.164); null = it is none. A number
 * that begins with one zero is of the own country.
 *
 * @example readPhone('040 123 4567') // '+358401234567'
 * @example readPhone('0046 (70) 123-4567') // '+46701234567'
 * @example readPhone('040') // null
 */
export function readPhone(text: string): string | null {
  const digits = text
    .replace(/[\s().-]/g, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^0(?=[1-9])/, `+${OWN_COUNTRY}`)
    .replace(new RegExp(`^(?=${OWN_COUNTRY})`), '+');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}
