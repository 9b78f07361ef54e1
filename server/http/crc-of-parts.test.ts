import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { appendedSum, lengthFactor } from './crc-of-parts.ts';

test('the checksum of parts is that of the whole, however it is divided', () => {
  const parts = fc.array(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constant(new Uint8Array(70_000).fill(7))), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(parts, (all) => {
      const sum = all.reduce(
        (before, bytes) => appendedSum(before, { sum: crc32(bytes), factor: lengthFactor(bytes.length) }),
        0,
      );
      expect(sum).toBe(crc32(Buffer.concat(all)));
    }),
  );
});
