/**
 * An address by which its owner knows it and nobody else learns it: a link may be forwarded.
 *
 * @example maskedEmail('anna.virtanen@example.org') // 'a…@example.org'
 */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email;
  return at < 1 ? '…' : `${first}…${email.slice(at)}`;
}

/**
 * The same for a telephone number.
 *
 * @example maskedPhone('+358401234567') // '+358…67'
 */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? '…' : `${phone.slice(0, 4)}…${phone.slice(-2)}`;
}
