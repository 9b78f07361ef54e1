import type { Language } from '../engine/text.ts';
import type { OwnReportChoice } from './own-reports.ts';
import { variantTexts } from './texts/variant-texts.ts';

/** The reports of a degree to choose from: the common one and those of its institution. */
export type VariantLinks = { label: string; links: readonly { href: string; label: string; isCurrent: boolean }[] };

/** null where there is nothing to choose. Addresses are relative, so that a page repeats nothing of its key. */
export function variantLinks(
  own: readonly OwnReportChoice[],
  { language, degree, variant }: { language: Language; degree: string; variant: string },
): VariantLinks | null {
  if (own.length === 0) return null;
  const t = variantTexts(language);
  const common = { href: `${degree}?lang=${language}`, label: t.common, isCurrent: variant === '' };
  const others = own.map(({ code, title }) => ({
    href: `${degree}?lang=${language}&report=${code}`,
    label: title[language],
    isCurrent: variant === code,
  }));
  return { label: t.choose, links: [common, ...others] };
}
