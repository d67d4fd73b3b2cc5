import type { ServerContext } from './context.ts';
import { explain } from './guard.ts';
import type { Project } from './project.ts';
import type { Scheduler } from './scheduler.ts';

export interface Scans {
  /** Reads a root in the background; a scan of it that runs is stopped. */
  start(project: Project): void;
  stop(project: Project): void;
}

/** A scan that is done sooner shows no progress. */
const quietFor = 1_000;

export function createScans({ connection, documents, host, features }: ServerContext, scheduler: Scheduler): Scans {
  const running = new Map<Project, AbortController>();

  const scan = async (project: Project, controller: AbortController): Promise<void> => {
    const progress = createProgress();
    try {
      await project.scan(controller.signal, { paths: () => scheduler.touched(project), progress: progress.report });
      // A document that named no SDK may still be reached from one that does.
      documents.reopen();
    } catch (error) {
      project.fault('scan', error);
    } finally {
      progress.done();
      if (running.get(project) === controller) running.delete(project);
      scheduler.isScanning = running.size > 0;
      scheduler.touched(project);
    }

    function createProgress() {
      const timer = features().progress ? setTimeout(() => void show(), quietFor) : undefined;
      let end: (() => void) | null = null;
      let isDone = false;
      let report: (done: number, total: number) => void = () => undefined;
      const show = async (): Promise<void> => {
        const shown = await connection.window.createWorkDoneProgress().catch((error: unknown) => {
          host.log('info', `No progress is shown: ${explain(error)}`);
          return null;
        });
        if (shown === null || isDone) return;
        shown.begin('Lineitem: reading the workspace', 0, '', true);
        shown.token.onCancellationRequested(() => controller.abort());
        report = (done, total) => shown.report(Math.round((100 * done) / Math.max(1, total)), `${done} of ${total} files`);
        end = () => shown.done();
      };
      return {
        report: (done: number, total: number) => report(done, total),
        done() {
          isDone = true;
          clearTimeout(timer);
          end?.();
        },
      };
    }
  };

  return {
    start(project) {
      if (project.workspace === null) return;
      running.get(project)?.abort();
      const controller = new AbortController();
      running.set(project, controller);
      scheduler.isScanning = true;
      void scan(project, controller);
    },
    stop(project) {
      running.get(project)?.abort();
      running.delete(project);
    },
  };
}
