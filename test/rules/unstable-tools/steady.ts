import OpenAI from 'openai';

const client = new OpenAI();

export async function chosenBeforeTheLoop(
  question: string,
  tools: OpenAI.Chat.ChatCompletionTool[],
  mayRefund: boolean,
  run: (message: OpenAI.Chat.ChatCompletionMessage) => Promise<OpenAI.Chat.ChatCompletionMessageParam[]>,
) {
  const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: 'user', content: question }];
  for (let step = 0; step < 10; step++) {
    const response = await client.chat.completions.create({
      model: 'gpt-5.4',
      max_completion_tokens: 500,
      messages,
      tools: mayRefund ? tools : tools.slice(0, 1),
    });
    const [choice] = response.choices;
    if (!choice?.message.tool_calls) return response;
    messages.push(choice.message, ...(await run(choice.message)));
  }
}
