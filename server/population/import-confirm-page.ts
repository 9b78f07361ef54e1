import type { StaffFrame } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { countsOf, type ImportChoice, type ImportCounts } from './import-counts.ts';
import { mayRemovePeople } from './may-remove.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { importTexts, numbersIn, type ImportTexts } from './texts/index.ts';
import type { UploadRow } from './upload-store.ts';

type Tick = { id: string; label: string; hint: string | null; isTicked: boolean };
type ConfirmModel = StaffFrame & {
  w: ImportTexts;
  action: string;
  back: string;
  ticks: readonly Tick[];
  notes: readonly string[];
  refused: string | null;
};
const confirmView = defineView<ConfirmModel>('population/views/import-confirm');

type Shown = { choice?: ImportChoice; problem?: 'nothing_chosen' | 'not_forced_to_disk' | null };

/** Page 4: what to bring in, each by a tick of its own; removing is never a side effect. */
export async function importConfirmPage(
  deps: Pick<Deps, 'db' | 'now' | 'embedded'>,
  visit: Visit,
  upload: UploadRow,
  { choice = { add: true, change: true, remove: false }, problem = null }: Shown = {},
): Promise<PageAnswer> {
  const { language, round } = visit;
  const { confirm: w, ...texts } = importTexts(language);
  const n = numbersIn(language);
  const counts = countsOf(upload.counts);
  const isUnforced = deps.embedded && counts.invented === false && counts.added > 0;
  const message = problem === null ? null : problem === 'nothing_chosen' ? w.chooseSomething : w.noFsyncNeeded;
  const ticks = ticksOf(counts, choice, visit);
  const noFsync: Tick[] = isUnforced ? [{ id: 'no_fsync', label: w.noFsync, hint: null, isTicked: false }] : [];
  const target = problem === 'not_forced_to_disk' ? 'no_fsync' : (ticks[0]?.id ?? 'add');
  const errors = message === null ? [] : [{ id: target, message }];
  const mayRemove = await mayRemovePeople(deps.db, round, deps.now());
  return page(
    confirmView,
    {
      ...peopleFrame(visit, texts.title, { errors }),
      w: { confirm: w, ...texts },
      action: peoplePath(visit, `/import/${upload.id}/confirm`),
      back: peoplePath(visit, `/import/${upload.id}`),
      ticks: [...ticks, ...noFsync],
      notes: [
        ...(ticks.length === 0 ? [w.nothing] : []),
        ...(counts.unchanged > 0 ? [w.unchanged(n(counts.unchanged))] : []),
        ...(mayRemove ? [] : [w.removeLater]),
      ],
      refused: message,
    },
    message === null ? 200 : 422,
  );
}

function ticksOf(counts: ImportCounts, choice: ImportChoice, { language }: Visit): Tick[] {
  const { confirm: w } = importTexts(language);
  const n = numbersIn(language);
  const { added, changed, removable } = counts;
  const all = [
    { id: 'add', label: w.add(n(added)), hint: null, isTicked: choice.add, people: added },
    { id: 'change', label: w.change(n(changed)), hint: w.changeHint, isTicked: choice.change, people: changed },
    { id: 'remove', label: w.remove(n(removable)), hint: w.removeHint, isTicked: choice.remove, people: removable },
  ];
  return all.filter(({ people }) => people > 0);
}
