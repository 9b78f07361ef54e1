import { chmodSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { socketDirOf } from '../db/socket-dir.ts';
import type { CommandIo } from './context.ts';

// The embedded database belongs to one process. A command typed beside a running server is handed
// to it over this socket: one JSON line there, then lines of output and the exit code back.
const requestSchema = z.object({ words: z.array(z.string()), cwd: z.string() });
const replySchema = z.object({ out: z.string().optional(), err: z.string().optional(), exit: z.number().optional() });

type Run = (words: readonly string[], io: CommandIo) => Promise<number>;

function socketOf(dataDir: string): string {
  return join(socketDirOf(dataDir), 'command.sock');
}

/** Takes commands for the owner of this process, until the returned server is closed. */
export async function serveCommands(dataDir: string, run: Run): Promise<Server> {
  const path = socketOf(dataDir);
  rmSync(path, { force: true }); // left by a killed process; the lock of the directory says that it is gone
  const server = createServer((socket) => void answer(socket, run));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  chmodSync(path, 0o600);
  return server;
}

async function answer(socket: Socket, run: Run): Promise<void> {
  const send = (reply: z.input<typeof replySchema>) => {
    if (socket.writable) socket.write(JSON.stringify(reply) + '\n');
  };
  socket.on('error', () => undefined); // the person has gone; the work goes on
  for await (const line of createInterface({ input: socket })) {
    const { words, cwd } = requestSchema.parse(JSON.parse(line));
    const io: CommandIo = { cwd, out: (text) => send({ out: text }), err: (text) => send({ err: text }) };
    send({ exit: await run(words, io) });
    socket.end();
    return;
  }
}

/** Hands a command to the running server. Resolves with its exit code, or null when no server runs. */
export async function handOver(dataDir: string, words: readonly string[], io: CommandIo): Promise<number | null> {
  const socket = await connect(socketOf(dataDir));
  if (!socket) return null;
  socket.write(JSON.stringify({ words, cwd: io.cwd }) + '\n');
  for await (const line of createInterface({ input: socket })) {
    const reply = replySchema.parse(JSON.parse(line));
    if (reply.out !== undefined) io.out(reply.out);
    if (reply.err !== undefined) io.err(reply.err);
    if (reply.exit !== undefined) return reply.exit;
  }
  io.err('The server stopped while it ran the command. Start it and run the command again.\n');
  return 1;
}

function connect(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}
