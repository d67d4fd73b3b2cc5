import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent } from 'vscode-languageserver';
import { codeLanguageOf, isPromptFileName } from '../host/language-of.ts';
import type { ServerContext } from './context.ts';
import type { Publisher } from './features/diagnostics.ts';
import { isPlainText } from './languages.ts';
import type { Project } from './project.ts';
import type { Scans } from './scan.ts';

/** More changes at once are another branch, and a scan is cheaper than asking for each. */
const mostSingly = 100;

const watched = [
  '**/*.{py,pyw,ipynb,ts,mts,cts,tsx,js,jsx,mjs,cjs}',
  '**/*.{prompt,prompty,md,mdc,markdown,txt,text,yml,yaml,toml,poml,baml,j2,jinja,jinja2,hbs,handlebars,mustache}',
  '**/{lineitem,lineitem.usage,package,tsconfig,jsconfig}.json',
  '**/{pyproject.toml,requirements.txt,uv.lock,poetry.lock}',
];

export interface WatchOptions {
  readonly context: ServerContext;
  readonly scans: Scans;
  readonly publisher: Publisher;
  readonly reread: (project: Project, files: readonly string[]) => void;
}

/** Follows what changes outside of the editor. */
export function followFiles({ context, scans, publisher, reread }: WatchOptions): { register(): void } {
  const { connection, projects, layouts, features } = context;

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const [project, events] of byProject(changes, context)) {
      if (events.length > mostSingly) scans.start(project);
      else follow(project, events);
    }
  });

  const follow = (project: Project, events: readonly Event[]): void => {
    const again: string[] = [];
    for (const { file, type } of events) {
      layouts.forget(project, file);
      if (type === FileChangeType.Deleted) {
        project.forget(file);
        if (!project.held.has(file)) publisher.withdraw(project, file);
      } else if (!project.held.has(file)) again.push(file);
    }
    reread(project, again);
  };

  return {
    register() {
      if (!features().watchesFiles || projects.all().every(({ workspace }) => workspace === null)) return;
      const watchers = watched.map((globPattern) => ({ globPattern }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    },
  };
}

interface Event {
  readonly file: string;
  readonly type: FileChangeType;
}

function byProject(changes: readonly FileEvent[], { projects }: ServerContext): Map<Project, Event[]> {
  const events = new Map<Project, Event[]>();
  for (const { uri, type } of changes) {
    const project = projects.of(uri);
    const file = project.folder === null ? null : project.fileOf(uri);
    if (file === null || !(isRead(file) || project.hasAskedFor(file))) continue;
    events.set(project, [...(events.get(project) ?? []), { file, type }]);
  }
  return events;
}

const isRead = (file: string): boolean => codeLanguageOf(file) !== null || isPromptFileName(file) || isPlainText(file);
