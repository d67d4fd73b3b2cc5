import { Mistral } from '@mistralai/mistralai';

export class Writer {
  private client: any;
  constructor(private readonly config: { key: string; model: string }) {
    this.client = new Mistral({ apiKey: config.key });
  }
  write(text: string) {
    const params = { model: 'mistral-large-latest', maxTokens: 300, messages: [{ role: 'user' as const, content: text }] };
    return this.client.chat.complete(params);
    // ^ call chat.complete model=mistral-large-latest cap=300 provider=mistral
  }
  stream(text: string) {
    return this.client.chat.stream({ model: this.config.model, messages: [{ role: 'user', content: text }] });
    // ^ call chat.stream model=? cap=absent
  }
}
