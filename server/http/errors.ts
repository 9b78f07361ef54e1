/** A page that is not there, or may not be seen: the error handler answers with its status and no detail. */
export class HttpError extends Error {
  readonly status: 400 | 403 | 404 | 410 | 429;
  constructor(status: 400 | 403 | 404 | 410 | 429, message: string) {
    super(message);
    this.status = status;
  }
}
