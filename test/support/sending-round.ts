import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Deps } from '../../server/deps.ts';
import { defaultPlan } from '../../server/messages/default-plan.ts';
import type { MessagePlan, PlanStep } from '../../server/messages/plan-schema.ts';
import { planHash } from '../../server/messages/plan-hash.ts';
import { environmentOf, type ProductEnvironment } from './product-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A plan of the offered templates with these steps. */
export function planOf(...steps: Partial<PlanStep>[]): MessagePlan {
  const { templates } = defaultPlan({ opens_at: new Date(), closes_at: new Date(), time_zone: 'UTC' });
  const usual = {
    code: 'invitation',
    channel: 'mail',
    audience: 'not_answered',
    reach: 'all',
    template: 'invitation',
  } as const;
  return { templates, steps: steps.map((step) => ({ ...usual, at: '2026-10-05T09:00', ...step })) };
}

/** Puts a plan and its scheduled steps straight into the tables, past every question that people are asked. */
export async function scheduleNow(
  deps: Pick<Deps, 'ownerDb'>,
  roundId: string,
  plan: MessagePlan,
  startsAt: Date,
): Promise<void> {
  await deps.ownerDb
    .insertInto('survey.message_plan')
    .values({
      round_id: roundId,
      version: 1,
      content: JSON.stringify(plan),
      hash: planHash(plan),
      saved_on: '2026-10-01',
    })
    .execute();
  for (const step of plan.steps) {
    await deps.ownerDb
      .insertInto('contact.message_step')
      .values({
        round_id: roundId,
        step: step.code,
        plan_version: 1,
        channel: step.channel,
        starts_at: startsAt,
        expected: 0,
        state: 'scheduled',
      })
      .execute();
  }
}

export type WorkerProcess = { kill: () => Promise<void>; stop: () => Promise<void>; output: () => string };

/** Starts `uras work` as a process of its own and waits until it sends. */
export async function startWorkProcess(
  product: ProductEnvironment,
  settings: Record<string, string>,
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/uras.ts', 'work'], {
    cwd: root,
    env: { ...environmentOf(product), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`uras work ended:\n${output}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Sending ')) resolve();
    });
  });
  return { kill: () => endBy(child, 'SIGKILL'), stop: () => endBy(child, 'SIGTERM'), output: () => output };
}

async function endBy(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await ended;
}
