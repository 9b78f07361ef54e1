import { createHash } from 'node:crypto';
import { canonicalJson } from '../definitions/definition-hash.ts';
import type { OwnBlock } from '../engine/own-block.ts';

/** SHA-256 (hex) of a block's content: the same for the same content, whatever the order of its keys. */
export function blockHash(block: OwnBlock): string {
  return createHash('sha256').update(canonicalJson(block)).digest('hex');
}
