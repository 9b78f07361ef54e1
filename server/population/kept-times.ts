const DAY_MS = 24 * 3600_000;

/** How long a file that nobody brings in is kept. */
export const KEPT_MS = DAY_MS;
/** How long what it takes to undo an import is kept at most; freezing the round takes it away earlier. */
export const UNDO_KEPT_MS = 60 * DAY_MS;
