import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { parentPort, workerData } from 'node:worker_threads';

// The embedded engine, in a thread of its own so that long queries do not stop the pages.
// It speaks the ordinary wire protocol on a private socket; the pool on the other side has one
// connection (a second would share its session and mix up answers).
const { folder, socket } = workerData as { folder: string; socket: string }; // given by embedded.ts
const engine = await PGlite.create({ dataDir: folder });
// Two places: a connection that broke may still be counted when the pool opens the next.
const server = new PGLiteSocketServer({ db: engine, path: socket, maxConnections: 2 });
await server.start();
parentPort?.postMessage('ready');
parentPort?.on('message', () => {
  void (async () => {
    await server.stop();
    await engine.close();
    parentPort?.postMessage('closed');
  })();
});
