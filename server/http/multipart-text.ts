import type { FastifyInstance } from 'fastify';

const MOST_FIELDS = 20;

/**
 * Lets pages take forms of the kind multipart/form-data, their text fields only: mail programs post
 * a one-click refusal so (RFC 8058). Files are not read.
 */
export function takeMultipartTexts(app: FastifyInstance): void {
  app.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (request, body, done) => {
    done(null, textsOf(String(body), request.headers['content-type'] ?? ''));
  });
}

/**
 * The text fields of a multipart form.
 *
 * @example textsOf('--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--B--', 'multipart/form-data; boundary=B') // { a: '1' }
 */
export function textsOf(body: string, contentType: string): Record<string, string> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return {};
  const fields: [string, string][] = [];
  for (const part of body.split(`--${mark}`).slice(1, MOST_FIELDS + 1)) {
    const [head = '', ...rest] = part.split(/\r?\n\r?\n/);
    const name = /^content-disposition:\s*form-data;(?:.*;)?\s*name="?([^";\r\n]{1,100})"?/im.exec(head)?.[1];
    if (name === undefined || /;\s*filename\*?=/i.test(head)) continue;
    fields.push([name, rest.join('\r\n\r\n').replace(/\r?\n$/, '')]);
  }
  return Object.fromEntries(fields);
}
