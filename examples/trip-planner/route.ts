import { openai } from '@ai-sdk/openai';
import { convertToModelMessages, stepCountIs, streamText, type UIMessage } from 'ai';
import { guide } from './guide';
import { trains } from './trains';

/** The chat endpoint of the trip planner. */
export async function POST(request: Request): Promise<Response> {
  const { messages }: { messages: UIMessage[] } = await request.json();

  const result = streamText({
    model: openai('gpt-5.4'),
    system: `Request ${crypto.randomUUID()} at ${new Date().toISOString()}.\n${guide}`,
    messages: await convertToModelMessages(messages),
    tools: { trains },
    stopWhen: stepCountIs(6),
  });
  return result.toUIMessageStreamResponse();
}
