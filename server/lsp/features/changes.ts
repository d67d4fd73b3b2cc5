import type { ServerContext } from '../context.ts';
import { changedNotification } from '../protocol.ts';

/** Tells a client that follows along when what it shows may be another. */
export interface Changes {
  /** After an edit: once for what is typed in one go. */
  soon(): void;
  tell(): void;
  dispose(): void;
}

/** Milliseconds after an edit; a page follows it within a hundred. */
const wait = 30;

export function createChanges({ connection, features }: ServerContext): Changes {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (features().follows) void connection.sendNotification(changedNotification);
  };
  return {
    // The first edit starts the clock and later ones do not move it, so that steady typing is followed too.
    soon: () => {
      timer ??= setTimeout(tell, wait);
    },
    tell,
    dispose: () => clearTimeout(timer),
  };
}
