import type { ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export type Usage = { cpuSeconds: number; maxRssMb: number };

const EVERY_MS = 100;

/**
 * Waits for a command and reads its cost from the kernel while it lives (Linux: /proc): processor time, and
 * the most memory that it and the processes it started held together at any reading. Throws when it fails.
 */
export async function watchProcess(child: ChildProcess): Promise<Usage> {
  const usage = { cpuSeconds: 0, maxRssMb: 0 };
  const spent = new Map<number, number>();
  const watch = setInterval(() => {
    const family = familyOf(child.pid ?? 0);
    for (const { pid, ticks } of family) spent.set(pid, ticks);
    const rss = family.reduce((sum, { rssKb }) => sum + rssKb, 0);
    usage.maxRssMb = Math.max(usage.maxRssMb, Math.round(rss / 1024));
    usage.cpuSeconds = [...spent.values()].reduce((sum, ticks) => sum + ticks, 0) / 100;
  }, EVERY_MS);
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${code}.`);
  return usage;
}

type Reading = { pid: number; parent: number; ticks: number; rssKb: number };

/** A process and all that it started, as they are now. */
function familyOf(root: number): Reading[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readingOf);
  const wanted = new Set([root]);
  for (let size = 0; size !== wanted.size;) {
    size = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return all.filter(({ pid }) => wanted.has(pid));
}

function readingOf(pid: string): Reading[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    // Fields 4 (parent), 14 and 15 (user and system time) of proc(5). A process that has just ended has no memory.
    const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    const ticks = (fields[11] ?? 0) + (fields[12] ?? 0);
    return [{ pid: Number(pid), parent: fields[1] ?? 0, ticks, rssKb: Number(rss?.[1] ?? 0) }];
  } catch {
    return []; // ended meanwhile
  }
}
