import { readFileSync, readdirSync } from 'node:fs';

/** The p-th percentile of durations, nearest rank; milliseconds with two decimals. */
export function percentile(durations: readonly number[], p: number): number {
  const sorted = [...durations].sort((a, b) => a - b);
  const index = Math.max(0, Math.ceil((p / 100) * sorted.length) - 1);
  return round(sorted[index] ?? 0);
}

/** Two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const TICKS_PER_SECOND = 100; // USER_HZ of Linux

/**
 * CPU time in milliseconds that a process, its living descendants and their finished children have
 * used so far (Linux: /proc). A difference of two calls is the cost of what ran between them.
 */
export function cpuMs(rootPid: number): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(name))
    .filter((stat) => stat !== null);
  const wanted = new Set([rootPid]);
  for (let size = 0; size !== wanted.size;) {
    size = wanted.size;
    for (const stat of processes) if (wanted.has(stat.parent)) wanted.add(stat.pid);
  }
  const ticks = processes.filter((stat) => wanted.has(stat.pid)).reduce((sum, stat) => sum + stat.ticks, 0);
  return (ticks * 1000) / TICKS_PER_SECOND;
}

function readStat(pid: string): { pid: number; parent: number; ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (index: number) => fields[index] ?? 0;
    // Fields 4 (parent) and 14–17 (own and waited-for children's user and system time) of proc(5).
    return { pid: Number(pid), parent: at(1), ticks: at(11) + at(12) + at(13) + at(14) };
  } catch {
    return null; // ended meanwhile
  }
}

/** One measure, as one JSON line on stdout. */
export function printMeasure(measure: { bench: string } & Record<string, string | number>): void {
  process.stdout.write(JSON.stringify(measure) + '\n');
}
