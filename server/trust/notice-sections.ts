import type { Language } from '../engine/text.ts';
import type { ReadingSection } from '../responses/texts/reading-page.ts';
import type { Notice } from './notice-schema.ts';
import { TRUST } from './texts/index.ts';

/** The institution's part of the privacy notice, block by block. */
export function noticeSections(notice: Notice, language: Language): ReadingSection[] {
  const t = TRUST[language].notice;
  const words = (blocks: Notice['purposes']) => blocks.map((block) => block[language]);
  const section = (id: string, heading: string, paragraphs: readonly string[], list?: readonly string[]) => ({
    id: `notice-${id}`,
    heading,
    paragraphs,
    ...(list ? { list } : {}),
  });
  return [
    section('controller', t.controller, [notice.controller[language], ...contactLines(notice, language)]),
    section('officer', t.officer, [notice.dataProtectionOfficer]),
    section('purposes', t.purposes, [], words(notice.purposes)),
    section('basis', t.legalBasis, [notice.legalBasis[language]]),
    section('sources', t.sources, [], words(notice.sources)),
    notice.recipients.length > 0
      ? section('recipients', t.recipients, [], words(notice.recipients))
      : section('recipients', t.recipients, [t.noRecipients]),
    section('transfers', t.transfers, [notice.transfers[language]]),
    section('retention', t.retention, [notice.retention[language]]),
    section('decisions', t.decisions, [t.decisionsText]),
  ];
}

/** How an institution answers questions: 'Sähköposti: …', 'Puhelin: …'. */
export function contactLines({ contact }: Pick<Notice, 'contact'>, language: Language): string[] {
  const t = TRUST[language].contact;
  const { email, phone, hours } = contact;
  return [`${t.email}: ${email}`, ...(phone ? [`${t.phone}: ${phone}${hours ? ` (${hours[language]})` : ''}`] : [])];
}
