import { z } from 'zod';

const words = z.string().trim().min(1, 'is empty').max(2000);
/** The same in each language. */
const block = z.strictObject({ fi: words, sv: words, en: words });
const email = z.string().regex(/^[^\s@<>()"]+@[^\s@<>()"]+\.[^\s@<>()".]{2,}$/, 'is no e-mail address');

/**
 * What an institution says of the survey: how to check a message, and the blocks of its privacy notice that
 * the service cannot know. What the service stores, for how long, and which rights there are, it says itself.
 */
export const noticeSchema = z.strictObject({
  format: z.literal(1),
  institution: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/, 'is no code of an institution'),
  /** The institution's own page on the survey. */
  page: z.url({ protocol: /^https$/, error: 'is no address that begins with https://' }),
  contact: z.strictObject({ email, phone: z.string().min(1).max(40).optional(), hours: block.optional() }),
  /** Addresses and names that messages come from. */
  senders: z.array(z.string().min(1).max(120)).min(1).max(5),
  controller: block,
  dataProtectionOfficer: email,
  purposes: z.array(block).min(1).max(8),
  legalBasis: block,
  sources: z.array(block).min(1).max(8),
  recipients: z.array(block).max(8),
  transfers: block,
  retention: block,
});
export type Notice = z.infer<typeof noticeSchema>;
