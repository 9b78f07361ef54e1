import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { loadRounds } from '../rounds/load-rounds.ts';
import { toList, type ListView } from './list-view-model.ts';
import type { Reader } from './reader.ts';
import { roundFrame, roundName, roundPath, type RoundFrame } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

const listView = defineView<RoundFrame & { list: ListView; reader: Reader; note: string | null }>(
  'round-pages/views/list',
);

/** The rounds that somebody may see. */
export async function listPage(
  deps: Pick<Deps, 'db' | 'now' | 'surveys'>,
  reader: Reader,
  { language, sort }: { language: Language; sort: string },
): Promise<PageAnswer> {
  const t = roundTexts(language);
  const list = toList(await loadRounds(deps, reader), {
    language,
    sort,
    nameOf: ({ row }) => roundName(deps, row, language),
    hrefOf: (id) => roundPath(id, '', language),
  });
  const kept = sort === '' ? {} : { sort };
  return page(listView, {
    ...roundFrame(language, t.list.title, { kept }),
    list,
    reader,
    note: reader.all ? null : t.list.own,
  });
}
