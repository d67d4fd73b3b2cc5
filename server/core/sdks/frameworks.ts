import { agentKit } from './agent-kit.ts';
import { agno } from './agno.ts';
import { ag2, autogen } from './autogen.ts';
import { baml } from './baml.ts';
import { browserUse } from './browser-use.ts';
import { claudeAgentSdk } from './claude-agent-sdk.ts';
import { crewai } from './crewai.ts';
import { dspy } from './dspy.ts';
import { ell } from './ell.ts';
import { genkit, genkitModels } from './genkit.ts';
import { googleAdk } from './google-adk.ts';
import { guidance } from './guidance.ts';
import { haystack } from './haystack.ts';
import { instructors } from './instructor.ts';
import { langchain } from './langchain.ts';
import { langchainModels } from './langchain-models.ts';
import { langgraphPython, langgraphScript } from './langgraph.ts';
import { llamaIndex, llamaIndexModels } from './llama-index.ts';
import { magentic } from './magentic.ts';
import { marvin } from './marvin.ts';
import { mastra } from './mastra.ts';
import { agentFramework, semanticKernel } from './microsoft-agents.ts';
import { mirascope } from './mirascope.ts';
import { openaiAgents } from './openai-agents.ts';
import { outlines } from './outlines.ts';
import { pydanticAi } from './pydantic-ai.ts';
import type { Sdk } from './sdk.ts';
import { smolagents } from './smolagents.ts';
import { strands } from './strands.ts';
import { swarm } from './swarm.ts';

/** Frameworks, by name; of two that have a package in common the first one's rows are tried first. */
export const frameworks: readonly Sdk[] = [
  ag2,
  agentFramework,
  agentKit,
  agno,
  autogen,
  baml,
  browserUse,
  claudeAgentSdk,
  crewai,
  dspy,
  ell,
  genkit,
  genkitModels,
  googleAdk,
  guidance,
  haystack,
  ...instructors,
  langchain,
  ...langchainModels,
  langgraphPython,
  langgraphScript,
  llamaIndex,
  ...llamaIndexModels,
  magentic,
  marvin,
  mastra,
  mirascope,
  openaiAgents,
  outlines,
  pydanticAi,
  semanticKernel,
  smolagents,
  strands,
  swarm,
];
