import { AzureOpenAI } from '@llamaindex/azure';
import { Bedrock } from '@llamaindex/aws';
import { deepseek } from '@llamaindex/deepseek';
import { Gemini } from '@llamaindex/google';
import { Groq } from '@llamaindex/groq';
import { MistralAI } from '@llamaindex/mistral';
import { Ollama } from '@llamaindex/ollama';
import { Anthropic } from '@llamaindex/anthropic';

export async function asks(prompt: string) {
  await new AzureOpenAI({ model: 'gpt-4o', deployment: 'chat' }).complete({ prompt });
  // ^ call complete sdk=llama-index-azure host=azure
  await new Bedrock({ model: 'us.anthropic.claude-sonnet-4-5' }).complete({ prompt });
  // ^ call complete sdk=llama-index-bedrock host=bedrock
  await deepseek({ model: 'deepseek-chat' }).complete({ prompt });
  // ^ call complete sdk=llama-index-others model=deepseek-chat
  await new Gemini({ model: 'gemini-2.5-flash' }).complete({ prompt });
  // ^ call complete sdk=llama-index-google
  await new Groq({ model: 'llama-3.3-70b-versatile' }).complete({ prompt });
  // ^ call complete sdk=llama-index-groq
  await new MistralAI({ model: 'mistral-small-latest' }).complete({ prompt });
  // ^ call complete sdk=llama-index-mistral
  await new Ollama({ model: 'llama3.2' }).complete({ prompt });
  // ^ call complete sdk=llama-index-ollama host=local
  await new Anthropic({ model: 'claude-haiku-4-5' }).complete({ prompt });
  // ^ call complete sdk=llama-index-anthropic provider=anthropic
}
