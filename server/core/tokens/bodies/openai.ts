import type { CountableRequest, Message, MessageRole, Piece, Thinking, Tool } from '../request.ts';
import { argumentsOf, fieldOf, type Loose, listOf, recordOf, recordsOf, textOf, visibleJson } from './loose.ts';
import { detailOf, imagePiece, mediaPiece } from './media.ts';

/** Also the shape of Mistral, Groq, DeepSeek and most servers of open models. */
export function readChat(body: Loose): CountableRequest {
  const format = recordOf(recordOf(body.response_format).json_schema);
  const functions = recordsOf(body.functions).map(functionOf);
  return {
    api: 'openai.chat',
    model: textOf(body.model) || null,
    system: [],
    messages: chatMessages(recordsOf(body.messages)),
    tools: [...recordsOf(body.tools).map(chatTool), ...functions],
    toolChoice: toolChoiceOf(body.tool_choice ?? body.function_call),
    thinking: thinkingOf(body.reasoning_effort),
    output: format.schema === undefined ? null : { name: textOf(format.name), schema: format.schema },
    stored: [],
  };
}

export function readResponses(body: Loose): CountableRequest {
  const format = recordOf(recordOf(body.text).format);
  const input: readonly Loose[] = typeof body.input === 'string' ? [{ role: 'user', content: body.input }] : recordsOf(body.input);
  return {
    api: 'openai.responses',
    model: textOf(body.model) || null,
    system: typeof body.instructions === 'string' ? [{ kind: 'text', text: body.instructions }] : [],
    messages: itemMessages(input),
    tools: [...recordsOf(body.tools), ...input.flatMap((item) => (item.type === 'additional_tools' ? recordsOf(item.tools) : []))].flatMap(
      responsesTool,
    ),
    toolChoice: toolChoiceOf(body.tool_choice),
    thinking: thinkingOf(recordOf(body.reasoning).effort),
    output: format.schema === undefined ? null : { name: textOf(format.name), schema: format.schema },
    stored: ['previous_response_id', 'conversation', 'prompt'].filter((name) => body[name] !== undefined && body[name] !== null),
  };
}

export function readEmbeddings(body: Loose): CountableRequest {
  const inputs = typeof body.input === 'string' ? [body.input] : listOf(body.input);
  return {
    api: 'openai.embeddings',
    model: textOf(body.model) || null,
    system: [],
    messages: inputs.map((input): Message => ({ role: 'user', name: null, pieces: [{ kind: 'text', text: textOf(input) }] })),
    tools: [],
    toolChoice: 'auto',
    thinking: 'off',
    output: null,
    stored: [],
  };
}

function thinkingOf(effort: unknown): Thinking {
  return effort === undefined || effort === null || effort === 'none' ? 'off' : 'on';
}

function toolChoiceOf(value: unknown): CountableRequest['toolChoice'] {
  if (value === 'none') return 'none';
  if (value === 'required' || value === 'any') return 'forced';
  const choice = recordOf(value);
  if (choice.mode === 'required') return 'forced';
  return choice.type === 'function' || choice.name !== undefined ? 'forced' : 'auto';
}

function roleOf(value: unknown): MessageRole {
  return value === 'system' || value === 'developer' || value === 'assistant' || value === 'tool'
    ? value
    : value === 'function'
      ? 'tool'
      : 'user';
}

function chatMessages(messages: readonly Loose[]): readonly Message[] {
  const calls = messages.flatMap((message) => recordsOf(message.tool_calls));
  const names = new Map(calls.map((call) => [textOf(call.id), textOf(recordOf(call.function).name)]));
  return messages.map((message) => chatMessage(message, names.get(textOf(message.tool_call_id)) ?? ''));
}

/** `called` is the tool whose answer the message is: the model sees its name. */
function chatMessage(message: Loose, called: string): Message {
  const role = roleOf(message.role);
  const content = piecesOf(message.content);
  const thoughts = textOf(fieldOf(message, 'reasoning_content', 'reasoning'));
  const uses = [
    ...recordsOf(message.tool_calls).map((call) => recordOf(call.function)),
    ...recordsOf([message.function_call].filter(Boolean)),
  ];
  const pieces: readonly Piece[] = [
    ...(thoughts === '' ? [] : [{ kind: 'thinking' as const, text: thoughts, hiddenBytes: 0 }]),
    ...(role === 'tool' ? [{ kind: 'tool-result' as const, name: textOf(message.name) || called || null, pieces: content }] : content),
    ...uses.map((use): Piece => ({ kind: 'tool-use', name: textOf(use.name), input: argumentsOf(use.arguments) })),
  ];
  return { role, name: role === 'tool' ? null : textOf(message.name) || null, pieces };
}

function piecesOf(content: unknown): readonly Piece[] {
  if (typeof content === 'string') return content === '' ? [] : [{ kind: 'text', text: content }];
  return recordsOf(content).map(contentPiece);
}

function contentPiece(part: Loose): Piece {
  const image = part.image_url;
  const file = recordOf(part.file ?? part);
  switch (part.type) {
    case 'image_url':
    case 'input_image':
      return typeof image === 'string'
        ? imagePiece(image, detailOf(part.detail))
        : imagePiece(textOf(recordOf(image).url), detailOf(recordOf(image).detail ?? part.detail));
    case 'input_audio':
      return { kind: 'audio', seconds: null };
    case 'document_url':
      return { kind: 'file', mediaType: 'application/pdf', pages: null };
    case 'file':
    case 'input_file':
      return filePiece(textOf(file.file_data));
    case 'thinking':
      return {
        kind: 'thinking',
        text: recordsOf(part.thinking)
          .map((one) => textOf(one.text))
          .join(''),
        hiddenBytes: 0,
      };
    default:
      return { kind: 'text', text: textOf(part.text) || textOf(part.refusal) };
  }
}

function filePiece(data: string): Piece {
  const head = /^data:([\w/+.-]+);base64,/.exec(data.slice(0, 100));
  return head ? mediaPiece(head[1] ?? '', data.slice(head[0].length)) : { kind: 'file', mediaType: 'application/pdf', pages: null };
}

function itemMessages(items: readonly Loose[]): readonly Message[] {
  const names = new Map(items.filter((item) => item.name !== undefined).map((item) => [textOf(item.call_id), textOf(item.name)]));
  return items.map((item) => itemMessage(item, names.get(textOf(item.call_id)) ?? ''));
}

function itemMessage(item: Loose, called: string): Message {
  switch (item.type) {
    case 'function_call':
    case 'tool_search_call':
    case 'mcp_call':
    case 'custom_tool_call':
      return {
        role: 'assistant',
        name: null,
        pieces: [{ kind: 'tool-use', name: textOf(item.name), input: argumentsOf(item.arguments ?? item.input) }],
      };
    case 'function_call_output':
    case 'custom_tool_call_output':
      return { role: 'tool', name: null, pieces: [{ kind: 'tool-result', name: called || null, pieces: piecesOf(item.output) }] };
    case 'tool_search_output':
      return {
        role: 'tool',
        name: null,
        pieces: [{ kind: 'tool-result', name: null, pieces: [{ kind: 'text', text: JSON.stringify(item.tools ?? []) }] }],
      };
    case 'reasoning':
    case 'compaction':
      return {
        role: 'assistant',
        name: null,
        pieces: [{ kind: 'thinking', text: '', hiddenBytes: textOf(item.encrypted_content).length }],
      };
    case 'additional_tools':
      return { role: 'developer', name: null, pieces: [{ kind: 'text', text: JSON.stringify(item.tools ?? []) }] };
    case 'message':
    case undefined:
      return { role: roleOf(item.role), name: null, pieces: piecesOf(item.content) };
    default:
      return { role: 'assistant', name: null, pieces: [{ kind: 'text', text: visibleJson(item, ['id', 'status', 'type', 'call_id']) }] };
  }
}

function chatTool(tool: Loose): Tool {
  return tool.type === 'function' || tool.function !== undefined
    ? functionOf(recordOf(tool.function))
    : { kind: 'server', type: textOf(tool.type) };
}

function responsesTool(tool: Loose): readonly Tool[] {
  if (tool.type === 'namespace') return recordsOf(tool.tools).map(functionOf);
  return [tool.type === 'function' ? functionOf(tool) : { kind: 'server', type: textOf(tool.type) }];
}

function functionOf(tool: Loose): Tool {
  return {
    kind: 'function',
    name: textOf(tool.name),
    description: textOf(tool.description),
    schema: tool.parameters,
    isStrict: tool.strict === true,
    isDeferred: tool.defer_loading === true,
  };
}
