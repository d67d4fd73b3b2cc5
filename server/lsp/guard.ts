import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { LogLevel } from '../host/host.ts';

export type Log = (level: LogLevel, message: string) => void;

/** Wraps what answers a request, so that a cancel that waits is seen first and a fault of ours costs one answer and no more. */
export type Guard = <Params, Result>(
  name: string,
  otherwise: Result,
  answer: (params: Params, token: CancellationToken) => Result | Promise<Result>,
) => (params: Params, token: CancellationToken) => Promise<Result | ResponseError>;

export function createGuard(log: Log): Guard {
  return (name, otherwise, answer) => async (params, token) => {
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await answer(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      log('error', `${name} failed: ${explain(error)}`);
      return otherwise;
    }
  };
}

const cancelled = (): ResponseError => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/** Lets messages that wait be read. A browser's worker has no `setImmediate`. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

export const explain = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
