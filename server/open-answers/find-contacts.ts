import { findPhoneNumbersInText } from 'libphonenumber-js';
import { LinkifyIt } from 'linkify-it';
import { flagsOf, type Flag } from './flag.ts';

const linkify = new LinkifyIt({ fuzzyLink: true });
/** A Finnish personal identity code, with any sign of the century. */
const IDENTITY = /(?<![\p{L}\d])\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?![\p{L}\d])/giu;
/** Finnish numbers that are too short or too oddly written for the library: '040-123 456', '09 1234'. */
const SHORT_PHONE = /(?<![\d.,])(?:\+|0)\d{1,3}[ \-–]?\d{3,4}(?:[ \-–]?\d{2,4}){0,2}(?![\d.,]?\d)/gu;

/** E-mail addresses, links, telephone numbers (Finnish ones also without a country code) and identity codes. */
export function findContacts(body: string): Flag[] {
  const links = (linkify.match(body) ?? []).map(({ schema, index, lastIndex }): Flag => {
    return { kind: schema === 'mailto:' ? 'email' : 'link', span: [index, lastIndex] };
  });
  const phones = findPhoneNumbersInText(body, 'FI').map(({ startsAt, endsAt }): Flag => {
    return { kind: 'phone', span: [startsAt, endsAt] };
  });
  return [...links, ...phones, ...flagsOf('phone', body, SHORT_PHONE), ...flagsOf('identity', body, IDENTITY)];
}
