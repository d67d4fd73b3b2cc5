import OpenAI from 'openai';

const client = new OpenAI();

export async function answerAtLast(
  question: string,
  tools: OpenAI.Chat.ChatCompletionTool[],
  run: (message: OpenAI.Chat.ChatCompletionMessage) => Promise<OpenAI.Chat.ChatCompletionMessageParam[]>,
) {
  const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: 'user', content: question }];
  for (let step = 0; step < 10; step++) {
    const isLast = step === 9;
    const response = await client.chat.completions.create({
      model: 'gpt-5.4',
      max_completion_tokens: 500,
      messages,
      ...(isLast ? {} : { tools }),
       // ~~~~~~~~~~~~~~~~~~~~~~~ unstable-tools: The tools change with `isLast` in the middle of the
    });
    const [choice] = response.choices;
    if (!choice?.message.tool_calls) return response;
    messages.push(choice.message, ...(await run(choice.message)));
  }
}
