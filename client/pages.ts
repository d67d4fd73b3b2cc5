import { commands, type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { MarkdownReply } from '../server/lsp/protocol.ts';
import type { Session } from './session.ts';

export interface Pages extends Disposable {
  /** Shows the server's answer to a request as a rendered page; asking again refreshes the page that is open. */
  readonly show: (title: string, method: string, params: unknown) => Promise<void>;
}

interface Question {
  readonly method: string;
  readonly params: unknown;
}

const scheme = 'lineitem';

/** Read-only documents made of the server's answers. */
export function createPages(session: Session): Pages {
  const questions = new Map<string, Question>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const question = questions.get(uri.toString());
      if (question === undefined) return 'Run the command again to see this page.';
      return (await session.ask<MarkdownReply>(question.method, question.params)).markdown;
    },
  });
  const closed = workspace.onDidCloseTextDocument((document) => questions.delete(document.uri.toString()));

  return {
    async show(title, method, params) {
      const uri = Uri.from({ scheme, path: `/${title}.md` });
      questions.set(uri.toString(), { method, params });
      changed.fire(uri);
      await commands.executeCommand('markdown.showPreview', uri);
    },
    dispose() {
      provider.dispose();
      closed.dispose();
      changed.dispose();
    },
  };
}
