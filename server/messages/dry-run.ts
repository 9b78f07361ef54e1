import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import type { LiveRound } from '../invitations/open-live-round.ts';
import { personLanguage } from '../invitations/person-language.ts';
import { decideRecipient, type LeftOut } from './decide-recipient.ts';
import { NO_CODE } from './longest-facts.ts';
import { wordsOf, type MessagePlan, type PlanStep } from './plan-schema.ts';
import { prepareMessage, type Outgoing } from './prepare-message.ts';
import { readRecipients, type FoundRecipient } from './read-recipients.ts';
import { selectPersonKeys } from './recipient-store.ts';
import type { Sender } from './sender.ts';

const PAGE = 500;
const SAMPLES = 3;

/** Whom a step would write to. `target` = `recipients` + everyone left out, always. */
export type DryRun = {
  target: number;
  recipients: number;
  byLanguage: Record<string, number>;
  byDegree: Record<string, number>;
  /** By the receiving domain of mails; of other channels all together. */
  byDomain: Record<string, number>;
  leftOut: Partial<Record<LeftOut | 'no_words', number>>;
  /** Messages of people drawn at random, without their address and with nobody's link. */
  samples: { language: Language; subject: string; text: string; html: string }[];
};

type DryDeps = Pick<Deps, 'ownerDb' | 'config' | 'randomBytes'>;
type Work = { round: LiveRound; sender: Sender; plan: MessagePlan; step: PlanStep; at: Date };

/** Counts whom a step would write to at a time, asking what sending itself asks. Writes nothing. */
export async function dryRun(deps: DryDeps, work: Work): Promise<DryRun> {
  const { round, sender, plan, step, at } = work;
  const window = { opens_at: round.opens_at, closes_at: round.closes_at, freeze_step: 0 };
  const result: DryRun = {
    target: 0,
    recipients: 0,
    byLanguage: {},
    byDegree: {},
    byDomain: {},
    leftOut: {},
    samples: [],
  };
  const drawn = new Map<Language, { found: FoundRecipient; ticket: number }[]>();
  for await (const found of everyRecipient(deps, round, sender)) {
    result.target += 1;
    const language = personLanguage(found.row);
    const decision = decideRecipient({ ...step, sender }, found.recipient, window, at);
    const reason =
      decision.kind === 'left_out' ? decision.reason : wordsOf(plan, step.template, language) ? null : 'no_words';
    if (reason !== null) {
      countIn(result.leftOut, reason);
      continue;
    }
    result.recipients += 1;
    countIn(result.byLanguage, language);
    countIn(result.byDegree, found.row.degree ?? '');
    countIn(result.byDomain, step.channel === 'mail' ? (found.row.email?.split('@')[1] ?? '').toLowerCase() : '');
    const tickets = [...(drawn.get(language) ?? []), { found, ticket: deps.randomBytes(6).readUIntBE(0, 6) }];
    drawn.set(language, tickets.sort((a, b) => a.ticket - b.ticket).slice(0, SAMPLES));
  }
  result.samples = [...drawn].flatMap(([language, tickets]) =>
    tickets.flatMap(({ found }) => {
      const message = sampleOf(deps, work, found);
      return message ? [{ language, subject: message.subject, text: message.text, html: message.html }] : [];
    }),
  );
  return result;
}

function countIn<Name extends string>(counts: Partial<Record<Name, number>>, name: Name): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function sampleOf(deps: DryDeps, { round, plan, step }: Work, found: FoundRecipient): Outgoing | null {
  const part = { id: '', channel: step.channel, template: step.template, plan };
  const nobody = { ...found, code: NO_CODE };
  return prepareMessage({ config: deps.config, round }, part, nobody);
}

/** Everyone a round asks, or of them those of one institution ('' = all), page by page, with others let in between. */
export async function* everyRecipient(
  deps: Pick<Deps, 'ownerDb'>,
  round: Pick<LiveRound, 'id' | 'keys'>,
  institution: string,
): AsyncGenerator<FoundRecipient> {
  for (let after = ''; ;) {
    const personKeys = await selectPersonKeys(deps.ownerDb, { roundId: round.id, institution, after, limit: PAGE });
    const last = personKeys.at(-1);
    if (last === undefined) return;
    yield* await readRecipients(deps.ownerDb, round, { personKeys, lock: false });
    after = last;
    await letOthersIn();
  }
}
