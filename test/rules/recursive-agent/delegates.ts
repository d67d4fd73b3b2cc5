import { Agent, run, tool } from '@openai/agents';
import { z } from 'zod';

export async function research({ question }: { question: string }): Promise<string> {
  const agent = new Agent({ name: 'Helper', instructions: 'Answer; split hard questions.', model: 'gpt-5.4', tools: [research] });
  const result = await run(agent, question);
                    // ~~~ recursive-agent: The tool `research` starts an agent that has this tool
  return result.finalOutput ?? '';
}

export const researchTool = tool({ name: 'research', description: 'Looks into it.', parameters: z.object({ question: z.string() }), execute: research });
