import { commands, type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { MarkdownReply } from '../server/lsp/protocol.ts';
import type { Session } from './session.ts';

export interface Pages extends Disposable {
  /** Shows the server's answer to a request as a rendered page; asking again refreshes the page that is open. */
  readonly show: (title: string, method: string, params: unknown) => Promise<void>;
  /** Shows a text that is there already: what made it is not done again. */
  readonly showText: (title: string, markdown: string) => Promise<void>;
}

type Content =
  | { readonly kind: 'question'; readonly method: string; readonly params: unknown }
  | { readonly kind: 'text'; readonly markdown: string };

const scheme = 'lineitem';

/** Read-only documents made of the server's answers. */
export function createPages(session: Session): Pages {
  const contents = new Map<string, Content>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const content = contents.get(uri.toString());
      if (content === undefined) return 'Run the command again to see this page.';
      if (content.kind === 'text') return content.markdown;
      return (await session.ask<MarkdownReply>(content.method, content.params)).markdown;
    },
  });
  const closed = workspace.onDidCloseTextDocument((document) => contents.delete(document.uri.toString()));

  const present = async (title: string, content: Content): Promise<void> => {
    const uri = Uri.from({ scheme, path: `/${title}.md` });
    contents.set(uri.toString(), content);
    changed.fire(uri);
    await commands.executeCommand('markdown.showPreview', uri);
  };

  return {
    show: (title, method, params) => present(title, { kind: 'question', method, params }),
    showText: (title, markdown) => present(title, { kind: 'text', markdown }),
    dispose() {
      provider.dispose();
      closed.dispose();
      changed.dispose();
    },
  };
}
