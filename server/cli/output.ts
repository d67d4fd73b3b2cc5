import { once } from 'node:events';

/** Where a command writes. Only the answer goes to `answer`; everything said beside it goes to `remark`. */
export interface Output {
  answer(text: string): Promise<void>;
  remark(line: string): void;
  /** Shown where a person sits in front of it, and nowhere else. */
  progress(done: number, total: number, of?: string): void;
  /** True once nobody reads the answer any more. */
  readonly isClosed: boolean;
  readonly hasColour: boolean;
}

export function createOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Output {
  let isClosed = false;
  // A reader that stops reading (`| head`) is no error of ours.
  const ignoreClosedPipe = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    isClosed = true;
  };
  stdout.on('error', ignoreClosedPipe);
  stderr.on('error', ignoreClosedPipe);
  const showsProgress = stderr.isTTY === true && environment.TERM !== 'dumb' && (environment.CI ?? '') === '';
  let hasProgress = false;
  const clearProgress = (): void => {
    if (hasProgress && !isClosed) stderr.write('\r\u001b[K');
    hasProgress = false;
  };
  return {
    async answer(text) {
      clearProgress();
      if (isClosed || stdout.write(text)) return;
      await Promise.race([once(stdout, 'drain'), once(stdout, 'close'), once(stdout, 'error')]).catch(() => undefined);
    },
    remark(line) {
      clearProgress();
      if (!isClosed) stderr.write(`${line}\n`);
    },
    progress(done, total, of = 'files') {
      if (!showsProgress || isClosed) return;
      hasProgress = true;
      stderr.write(`\r\u001b[KReading ${done} of ${total} ${of}`);
    },
    get isClosed() {
      return isClosed;
    },
    hasColour: wantsColour(stdout, environment),
  };
}

/** See no-color.org: any value but an empty one turns colour off. */
function wantsColour(stdout: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
  if ((environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb') return false;
  if ((environment.FORCE_COLOR ?? '') !== '' && environment.FORCE_COLOR !== '0') return true;
  return stdout.isTTY === true;
}
