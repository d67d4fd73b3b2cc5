import * as vscode from 'vscode';

export async function ask(text: string, token: vscode.CancellationToken) {
  const [model] = await vscode.lm.selectChatModels({ vendor: 'copilot', family: 'gpt-4o' });
  return model.sendRequest([vscode.LanguageModelChatMessage.User(text)], {}, token);
  // ^ call sendRequest model=gpt-4o parts=user
}

export const handler: vscode.ChatRequestHandler = async (request, context, stream, token) => {
  void context;
  void stream;
  void token;
  return { metadata: { command: request.command } };
};

export function typed(model: vscode.LanguageModelChat, text: string) {
  return model.sendRequest([vscode.LanguageModelChatMessage.User(text)]);
  // ^ call sendRequest model=? parts=user
}

// A language client has a method of this name too.
export const notified = (client: { sendRequest(method: string): void }) => client.sendRequest('textDocument/hover');
