import OpenAI from 'openai';

const openai = new OpenAI();

export async function theVendorKeepsTheCache(
  question: string,
  tools: OpenAI.Chat.ChatCompletionTool[],
  run: (answer: string | null) => Promise<string>,
) {
  const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: 'user', content: question }];
  for (let step = 0; step < 10; step++) {
    const response = await openai.chat.completions.create({
      model: 'gpt-5.4',
      max_completion_tokens: 500,
      tools,
      tool_choice: step === 0 ? 'required' : 'auto',
      messages,
    });
    const content = response.choices[0]?.message.content ?? null;
    messages.push({ role: 'assistant', content }, { role: 'user', content: await run(content) });
  }
}

export async function oneModelAConversation(question: string, isHard: boolean, run: (answer: string | null) => Promise<string>) {
  const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: 'user', content: question }];
  for (let step = 0; step < 10; step++) {
    const response = await openai.chat.completions.create({
      model: isHard ? 'gpt-5.4' : 'gpt-5.4-mini',
      max_completion_tokens: 500,
      messages,
    });
    const content = response.choices[0]?.message.content ?? null;
    messages.push({ role: 'assistant', content }, { role: 'user', content: await run(content) });
  }
}
