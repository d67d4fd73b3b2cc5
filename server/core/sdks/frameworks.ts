import { claudeAgentSdk } from './claude-agent-sdk.ts';
import { crewai } from './crewai.ts';
import { langchain } from './langchain.ts';
import { langchainModels } from './langchain-models.ts';
import { langgraphPython, langgraphScript } from './langgraph.ts';
import { openaiAgents } from './openai-agents.ts';
import { pydanticAi } from './pydantic-ai.ts';
import type { Sdk } from './sdk.ts';
import { smolagents } from './smolagents.ts';
import { swarm } from './swarm.ts';

/** Frameworks, by name; of two that have a package in common the first one's rows are tried first. */
export const frameworks: readonly Sdk[] = [claudeAgentSdk, crewai, langchain, ...langchainModels, langgraphPython, langgraphScript, openaiAgents, pydanticAi, smolagents, swarm];
