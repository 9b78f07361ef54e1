/** Stands after a figure of a later edition that does not count those who answered late; `standingOf` says as of when. */
export const STANDS = '†';

/** A figure's text with the sign of one that stands as it was. Example: '58 %' of an earlier edition → '58 %†'. */
export function marked(text: string, of: { as_of?: number | null | undefined } | null | undefined): string {
  return typeof of?.as_of !== 'number' ? text : `${text}${STANDS}`;
}
