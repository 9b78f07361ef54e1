import { gzipAround } from './gzip-texts.ts';
import type { Around, PageFrame, Reply, View } from './render.ts';
import { aroundPart, PRINTED_PART } from './views.ts';

/**
 * A page, as a gzip file, of which a part is at hand as `gzipPart` makes it. `modelOf`: the model, with what its view
 * puts where the part goes.
 */
export async function printAround<Model extends PageFrame>(
  reply: Reply,
  view: View<Model>,
  { modelOf, part, around }: { modelOf: (place: string) => Model; part: Buffer; around: Around | null },
): Promise<Buffer> {
  const [before, after] = aroundPart(await reply.viewAsync(view.name, { ...modelOf(PRINTED_PART), around }));
  return gzipAround(before, part, after);
}
