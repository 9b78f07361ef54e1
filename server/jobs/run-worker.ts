import { setTimeout as sleep } from 'node:timers/promises';
import { kindOf } from '../error-kind.ts';
import { letOthersIn } from '../db/long-work.ts';
import type { SendingConfig } from '../config.ts';
import type { Channel } from '../messages/plan-schema.ts';
import type { Channels, Line } from './channel.ts';
import { claimBatch, type HeldMessage, type WorkDeps } from './claim-batch.ts';
import { openSteps } from './open-steps.ts';
import { endSteps } from './step-store.ts';
import { recoverMessages } from './queue-store.ts';
import { sendMessage } from './send-message.ts';

export type Worker = { stop: () => Promise<void> };
export type WorkerSettings = Pick<SendingConfig, 'perMinute' | 'anytime' | 'atOnce' | 'leaseSeconds' | 'retrySeconds'>;

/** Messages claimed for each line: few, so that a worker that dies holds little. */
const HELD_A_LINE = 3;
const IDLE_MS = 1000;

/**
 * Sends what is due until it is stopped. Any number of workers, in any number of processes, share the work: each
 * claims what no other holds. One that is killed leaves messages that others take over or call uncertain.
 */
export function startWorker(deps: WorkDeps, channels: Channels, settings: WorkerSettings): Worker {
  const stopping = new AbortController();
  const queue = makeQueue(deps, channels, settings);
  const slots = Array.from({ length: settings.atOnce }, () =>
    runSlot(deps, channels, queue, settings, stopping.signal),
  );
  const keeping = keepHouse(deps, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await Promise.all([...slots, keeping]);
    },
  };
}

type Queue = { next: () => Promise<HeldMessage | null> };

/** What this worker holds and nobody sends yet; filled by one claim at a time. */
function makeQueue(deps: WorkDeps, channels: Channels, settings: WorkerSettings): Queue {
  const held: HeldMessage[] = [];
  let filling: Promise<void> | null = null;
  const names = Object.keys(channels) as Channel[]; // the keys of the record are its channels
  const fill = async () => {
    held.push(...(await claimBatch(deps, { ...settings, channels: names, limit: settings.atOnce * HELD_A_LINE })));
  };
  return {
    async next() {
      if (held.length === 0) {
        filling ??= fill().finally(() => (filling = null));
        await filling;
      }
      return held.shift() ?? null;
    },
  };
}

async function runSlot(
  deps: WorkDeps,
  channels: Channels,
  queue: Queue,
  settings: WorkerSettings,
  stopping: AbortSignal,
): Promise<void> {
  const lines = new Map<Channel, Line>();
  while (!stopping.aborted) {
    try {
      const held = await queue.next();
      if (!held) {
        await pause(IDLE_MS, stopping);
        continue;
      }
      const { channel } = held.message;
      const line = lines.get(channel) ?? channels[channel]?.();
      if (!line) throw new Error(`Nothing sends ${channel} here.`);
      lines.set(channel, line);
      await sendMessage(deps, line, held, settings);
      await letOthersIn();
    } catch (error) {
      deps.log.error(`Sending goes on in a moment: ${kindOf(error)}`);
      await pause(IDLE_MS, stopping);
    }
  }
  for (const line of lines.values()) await line.close();
}

/** Opens steps whose time has come, ends those that are through, and looks after what dead workers left. */
async function keepHouse(deps: WorkDeps, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await recoverMessages(deps.ownerDb);
      await openSteps(deps);
      await endSteps(deps.ownerDb, deps.now().toISOString().slice(0, 10));
    } catch (error) {
      deps.log.error(`The queue is looked after again in a moment: ${kindOf(error)}`);
    }
    await pause(IDLE_MS, stopping);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
