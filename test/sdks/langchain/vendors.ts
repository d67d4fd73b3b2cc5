import { ChatAnthropic } from '@langchain/anthropic';
import { ChatBedrockConverse } from '@langchain/aws';
import { ChatCohere } from '@langchain/cohere';
import { ChatFireworks } from '@langchain/community/chat_models/fireworks';
import { HuggingFaceInference } from '@langchain/community/llms/hf';
import { ChatMoonshot } from '@langchain/community/chat_models/moonshot';
import { ChatPerplexity } from '@langchain/community/chat_models/perplexity';
import { ChatTogetherAI } from '@langchain/community/chat_models/togetherai';
import { ChatDeepSeek } from '@langchain/deepseek';
import { ChatGoogleGenerativeAI } from '@langchain/google-genai';
import { ChatGroq } from '@langchain/groq';
import { ChatWatsonx } from '@langchain/ibm';
import { ChatMistralAI } from '@langchain/mistralai';
import { ChatOllama } from '@langchain/ollama';
import { AzureChatOpenAI } from '@langchain/openai';
import { ChatOpenRouter } from '@langchain/openrouter';
import { ChatXAI } from '@langchain/xai';

export async function asks(text: string) {
  await new ChatAnthropic({ model: 'claude-haiku-4-5', maxTokens: 90 }).invoke(text);
  // ^ call invoke sdk=langchain-anthropic cap=90
  await new ChatBedrockConverse({ model: 'us.anthropic.claude-sonnet-4-5' }).invoke(text);
  // ^ call invoke sdk=langchain-aws host=bedrock
  await new ChatCohere({ model: 'command-a-03-2025' }).invoke(text);
  // ^ call invoke sdk=langchain-cohere
  await new ChatFireworks({ modelName: 'accounts/fireworks/models/llama-v3p1-8b-instruct' }).invoke(text);
  // ^ call invoke sdk=langchain-fireworks
  await new HuggingFaceInference({ model: 'gpt2' }).invoke(text);
  // ^ call invoke sdk=langchain-huggingface model=gpt2
  await new ChatMoonshot({ model: 'moonshot-v1-8k' }).invoke(text);
  // ^ call invoke sdk=langchain-others
  await new ChatPerplexity({ model: 'sonar' }).invoke(text);
  // ^ call invoke sdk=langchain-perplexity
  await new ChatTogetherAI({ model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo' }).invoke(text);
  // ^ call invoke sdk=langchain-together
  await new ChatDeepSeek({ model: 'deepseek-chat' }).invoke(text);
  // ^ call invoke sdk=langchain-deepseek
  await new ChatGoogleGenerativeAI({ model: 'gemini-2.5-pro', maxOutputTokens: 30 }).invoke(text);
  // ^ call invoke sdk=langchain-google cap=30
  await new ChatGroq({ model: 'llama-3.3-70b-versatile' }).invoke(text);
  // ^ call invoke sdk=langchain-groq
  await new ChatWatsonx({ model: 'ibm/granite-3-8b-instruct' }).invoke(text);
  // ^ call invoke sdk=langchain-ibm
  await new ChatMistralAI({ model: 'mistral-small-latest' }).invoke(text);
  // ^ call invoke sdk=langchain-mistral
  await new ChatOllama({ model: 'llama3.2', numPredict: 20 }).invoke(text);
  // ^ call invoke sdk=langchain-ollama host=local cap=20
  await new AzureChatOpenAI({ azureOpenAIApiDeploymentName: 'chat' }).invoke(text);
  // ^ call invoke sdk=langchain-openai model=chat host=azure
  await new ChatOpenRouter({ model: 'openai/gpt-5' }).invoke(text);
  // ^ call invoke sdk=langchain-openrouter
  await new ChatXAI({ model: 'grok-4' }).invoke(text);
  // ^ call invoke sdk=langchain-xai
}
