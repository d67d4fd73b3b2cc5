import type { CountableRequest, Message, Piece, Thinking, Tool } from '../request.ts';
import { argumentsOf, type Loose, recordOf, recordsOf, textOf, visibleJson } from './loose.ts';
import { mediaPiece } from './media.ts';

export function readAnthropic(body: Loose): CountableRequest {
  const format = recordOf(recordOf(body.output_config).format ?? body.output_format);
  return {
    api: 'anthropic.messages',
    model: textOf(body.model) || null,
    system: piecesOf(body.system),
    messages: recordsOf(body.messages).map(messageOf),
    tools: [...recordsOf(body.tools).map(toolOf), ...recordsOf(body.mcp_servers).map((): Tool => ({ kind: 'server', type: 'mcp' }))],
    toolChoice: toolChoiceOf(recordOf(body.tool_choice).type),
    thinking: thinkingOf(body.thinking),
    output: format.schema === undefined ? null : { name: textOf(format.name), schema: format.schema },
    stored: [],
    ...(recordOf(body.output_config).task_budget === undefined ? {} : { hasTaskBudget: true as const }),
  };
}

export function thinkingOf(value: unknown): Thinking {
  const { type } = recordOf(value);
  return type === 'enabled' ? 'on' : type === 'adaptive' ? 'adaptive' : 'off';
}

export function toolChoiceOf(type: unknown): CountableRequest['toolChoice'] {
  return type === 'any' || type === 'tool' ? 'forced' : type === 'none' ? 'none' : 'auto';
}

function messageOf(message: Loose): Message {
  return {
    role: message.role === 'assistant' ? 'assistant' : message.role === 'system' ? 'system' : 'user',
    name: null,
    pieces: piecesOf(message.content),
  };
}

function piecesOf(content: unknown): readonly Piece[] {
  if (typeof content === 'string') return content === '' ? [] : [{ kind: 'text', text: content }];
  return recordsOf(content).map(pieceOf);
}

function pieceOf(block: Loose): Piece {
  switch (block.type) {
    case 'text':
      return { kind: 'text', text: textOf(block.text) };
    case 'image':
    case 'document':
      return sourcePiece(block.type, recordOf(block.source));
    case 'tool_use':
    case 'server_tool_use':
    case 'mcp_tool_use':
      return { kind: 'tool-use', name: textOf(block.name), input: argumentsOf(block.input) };
    case 'tool_result':
    case 'mcp_tool_result':
      return { kind: 'tool-result', name: null, pieces: piecesOf(block.content) };
    case 'tool_search_tool_result':
      return { kind: 'tool-result', name: null, pieces: piecesOf(recordOf(block.content).tool_references) };
    case 'thinking':
      return { kind: 'thinking', text: textOf(block.thinking), hiddenBytes: 0 };
    case 'redacted_thinking':
      return { kind: 'thinking', text: '', hiddenBytes: textOf(block.data).length };
    case 'tool_reference':
      return { kind: 'text', text: textOf(block.tool_name) };
    case 'container_upload':
      return { kind: 'file', mediaType: 'application/octet-stream', pages: null };
    default:
      return { kind: 'tool-result', name: textOf(block.type), pieces: [{ kind: 'text', text: visibleJson(block, hiddenFields) }] };
  }
}

const hiddenFields = ['id', 'tool_use_id', 'cache_control', 'type', 'signature', 'caller'];

function sourcePiece(kind: 'image' | 'document', source: Loose): Piece {
  if (source.type === 'text') return { kind: 'text', text: textOf(source.data) };
  const mediaType = textOf(source.media_type) || (kind === 'image' ? 'image/*' : 'application/pdf');
  return mediaPiece(mediaType, textOf(source.data));
}

function toolOf(tool: Loose): Tool {
  const type = textOf(tool.type);
  if (tool.input_schema === undefined && type !== '' && type !== 'custom') return { kind: 'server', type };
  return {
    kind: 'function',
    name: textOf(tool.name),
    description: textOf(tool.description),
    schema: tool.input_schema,
    isStrict: tool.strict === true,
    isDeferred: tool.defer_loading === true,
  };
}
