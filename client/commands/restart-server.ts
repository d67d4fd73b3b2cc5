import type { Session } from '../session.ts';

export function restartServer(session: Session) {
  return () => session.restart();
}
