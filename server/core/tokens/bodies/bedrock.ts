import type { CountableRequest, Message, Piece, Tool } from '../request.ts';
import { thinkingOf } from './anthropic.ts';
import { argumentsOf, fieldOf, type Loose, recordOf, recordsOf, textOf } from './loose.ts';
import { mediaPiece } from './media.ts';

export function readConverse(body: Loose): CountableRequest {
  const config = recordOf(body.toolConfig);
  const choice = recordOf(config.toolChoice);
  const extra = recordOf(body.additionalModelRequestFields);
  const format = recordOf(recordOf(recordOf(recordOf(body.outputConfig).textFormat).structure).jsonSchema);
  return {
    api: 'bedrock.converse',
    model: textOf(body.modelId) || null,
    system: piecesOf(body.system),
    messages: recordsOf(body.messages).map(
      (message): Message => ({ role: message.role === 'assistant' ? 'assistant' : 'user', name: null, pieces: piecesOf(message.content) }),
    ),
    tools: recordsOf(config.tools).flatMap(toolsOf),
    toolChoice: choice.any !== undefined || choice.tool !== undefined ? 'forced' : 'auto',
    thinking: thinkingOf(fieldOf(extra, 'thinking', 'reasoning_config')),
    output: format.schema === undefined ? null : { name: textOf(format.name), schema: parsed(format.schema) },
    stored: [],
  };
}

function parsed(schema: unknown): unknown {
  if (typeof schema !== 'string') return schema;
  try {
    return JSON.parse(schema);
  } catch {
    return schema;
  }
}

function piecesOf(content: unknown): readonly Piece[] {
  return recordsOf(content).flatMap(pieceOf);
}

function pieceOf(block: Loose): readonly Piece[] {
  if (typeof block.text === 'string') return [{ kind: 'text', text: block.text }];
  if (block.toolUse !== undefined) {
    const use = recordOf(block.toolUse);
    return [{ kind: 'tool-use', name: textOf(use.name), input: argumentsOf(use.input) }];
  }
  if (block.toolResult !== undefined) return [{ kind: 'tool-result', name: null, pieces: piecesOf(recordOf(block.toolResult).content) }];
  if (block.json !== undefined) return [{ kind: 'text', text: JSON.stringify(block.json) }];
  if (block.reasoningContent !== undefined) return [thoughtPiece(recordOf(block.reasoningContent))];
  for (const [field, family] of mediaFields) if (block[field] !== undefined) return [filePiece(recordOf(block[field]), family)];
  return [];
}

const mediaFields = [
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['document', 'application'],
] as const;

function filePiece(file: Loose, family: string): Piece {
  const format = textOf(file.format);
  const isText = family === 'application' && /^(txt|md|csv|html)$/.test(format);
  return mediaPiece(`${isText ? 'text' : family}/${format}`, textOf(recordOf(file.source).bytes));
}

function thoughtPiece(reasoning: Loose): Piece {
  return { kind: 'thinking', text: textOf(recordOf(reasoning.reasoningText).text), hiddenBytes: textOf(reasoning.redactedContent).length };
}

function toolsOf(tool: Loose): readonly Tool[] {
  if (tool.systemTool !== undefined) return [{ kind: 'server', type: textOf(recordOf(tool.systemTool).name) }];
  if (tool.toolSpec === undefined) return [];
  const spec = recordOf(tool.toolSpec);
  const schema = recordOf(spec.inputSchema).json;
  return [
    {
      kind: 'function',
      name: textOf(spec.name),
      description: textOf(spec.description),
      schema,
      isStrict: spec.strict === true,
      isDeferred: false,
    },
  ];
}
