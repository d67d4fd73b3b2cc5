import type { ServerContext } from './context.ts';
import type { Changes } from './features/changes.ts';
import type { Publisher } from './features/diagnostics.ts';
import { countHeldFile, type InlayHints } from './features/inlay-hints.ts';
import type { Status } from './features/status.ts';
import { explain } from './guard.ts';
import { createPause, type Pause } from './pause.ts';
import type { Project } from './project.ts';

/** Decides when findings are told: they cross files, so no request of one document can. */
export interface Scheduler {
  /** Waits for a break in typing; what ran for an earlier version stops. */
  edited(project: Project): void;
  /** Something else changed: files came from the disk, or settings. */
  touched(project: Project): void;
  isScanning: boolean;
  dispose(): void;
}

export interface SchedulerOptions {
  readonly context: ServerContext;
  readonly publisher: Publisher;
  readonly hints: InlayHints;
  readonly status: Status;
  readonly changes: Changes;
  /** Milliseconds without an edit before findings are told. */
  readonly debounce: number;
}

/** Milliseconds between two requests to ask for hints again. */
const refreshInterval = 250;

export function createScheduler({ context, publisher, hints, status, changes, debounce }: SchedulerOptions): Scheduler {
  const { documents, host } = context;
  const dirty = new Set<Project>();
  const refresh = createRefresh(context);
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const scheduler: Scheduler = {
    edited(project) {
      changes.soon();
      plan(project, debounce);
    },
    touched: (project) => plan(project, Math.min(debounce, 1)),
    isScanning: false,
    dispose() {
      generation++;
      clearTimeout(timer);
      refresh.dispose();
      changes.dispose();
    },
  };
  return scheduler;

  function plan(project: Project, delay: number): void {
    dirty.add(project);
    generation++;
    clearTimeout(timer);
    timer = setTimeout(start, delay);
  }

  function start(): void {
    timer = undefined;
    if (running !== null) return;
    running = run()
      .catch((error: unknown) => {
        dirty.clear();
        host.log('error', `Telling findings failed: ${explain(error)}`);
      })
      .finally(() => {
        running = null;
        // What came while it ran and was not waiting for its own timer.
        if (dirty.size > 0 && timer === undefined) start();
      });
  }

  async function run(): Promise<void> {
    const mine = generation;
    const isStale = (): boolean => generation !== mine;
    for (const project of [...dirty]) {
      if (await settle(project, createPause(isStale))) return;
      dirty.delete(project);
    }
    if (await hints.isStale()) refresh.ask();
    changes.tell();
    await status.tell(scheduler.isScanning, createPause(isStale));
  }

  /** Open files first, again after what they need was brought, then all others. True where an edit came between. */
  async function settle(project: Project, pause: Pause): Promise<boolean> {
    const open = documents.all().filter((held) => held.project === project);
    do {
      for (const held of open) {
        if (await pause()) return true;
        await countHeldFile(held);
      }
      for (const { file } of open) {
        if (await pause()) return true;
        await publisher.publish(project, file);
      }
      if (await pause()) return true;
    } while ((await project.fetch(pause)) || (await project.provide()));
    for (const file of project.scanned) {
      if (await pause()) return true;
      await publisher.publish(project, file);
    }
    publisher.prune(project);
    return pause();
  }
}

/** An editor asks again for everything it shows; often enough is enough. */
function createRefresh({ connection, features }: ServerContext) {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    timer = undefined;
    last = performance.now();
    const asked = [
      ...(features().hintRefresh ? [connection.languages.inlayHint.refresh()] : []),
      ...(features().lensRefresh ? [connection.sendRequest('workspace/codeLens/refresh')] : []),
    ];
    for (const one of asked) one.catch(() => undefined);
  };
  return {
    ask(): void {
      timer ??= setTimeout(send, Math.max(0, last + refreshInterval - performance.now()));
    },
    dispose: () => clearTimeout(timer),
  };
}
