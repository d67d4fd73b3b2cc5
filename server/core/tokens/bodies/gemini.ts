import type { CountableRequest, Message, Piece, Tool } from '../request.ts';
import { argumentsOf, fieldOf, type Loose, recordOf, recordsOf, textOf, visibleJson } from './loose.ts';
import { mediaPiece } from './media.ts';

export function readGemini(body: Loose): CountableRequest {
  const settings = recordOf(fieldOf(body, 'generationConfig', 'generation_config'));
  const schema = fieldOf(settings, 'responseJsonSchema', 'responseSchema', 'response_json_schema', 'response_schema');
  const calling = recordOf(
    fieldOf(recordOf(fieldOf(body, 'toolConfig', 'tool_config')), 'functionCallingConfig', 'function_calling_config'),
  );
  const mode = textOf(calling.mode).toUpperCase();
  const instruction = fieldOf(body, 'systemInstruction', 'system_instruction');
  const cached = textOf(fieldOf(body, 'cachedContent', 'cached_content'));
  return {
    api: 'gemini.generateContent',
    model: textOf(body.model).replace(/^models\//, '') || null,
    system: typeof instruction === 'string' ? [{ kind: 'text', text: instruction }] : piecesOf(recordOf(instruction).parts),
    messages: (typeof body.contents === 'string' ? [{ parts: [{ text: body.contents }] }] : recordsOf(body.contents)).map(messageOf),
    tools: recordsOf(body.tools).flatMap(toolsOf),
    toolChoice: mode === 'ANY' ? 'forced' : mode === 'NONE' ? 'none' : 'auto',
    thinking: fieldOf(settings, 'thinkingConfig', 'thinking_config') === undefined ? 'off' : 'on',
    output: schema === undefined ? null : { name: '', schema },
    stored: cached === '' ? [] : ['cachedContent'],
    ...(isVertex(body) ? { surface: 'vertex' as const } : {}),
  };
}

/** Google's own SDK writes the schema's name in camel case to Vertex AI, with underscores to the Gemini API. */
function isVertex(body: Loose): boolean {
  const declarations = recordsOf(body.tools).flatMap((tool) => recordsOf(fieldOf(tool, 'functionDeclarations', 'function_declarations')));
  return declarations.length > 0 && declarations.every((one) => one.parametersJsonSchema !== undefined);
}

function messageOf(content: Loose): Message {
  return { role: content.role === 'model' ? 'assistant' : 'user', name: null, pieces: piecesOf(content.parts) };
}

function piecesOf(parts: unknown): readonly Piece[] {
  return recordsOf(parts).flatMap((part) => [...signaturePieces(part), pieceOf(part)]);
}

/** The signature of a call holds what the model thought before it; the shortest only says that there is none. */
function signaturePieces(part: Loose): readonly Piece[] {
  if (fieldOf(part, 'functionCall', 'function_call') === undefined) return [];
  const signature = textOf(fieldOf(part, 'thoughtSignature', 'thought_signature'));
  return signature.length <= emptySignature ? [] : [{ kind: 'thinking', text: '', hiddenBytes: signature.length }];
}

const emptySignature = 48;

function pieceOf(part: Loose): Piece {
  if (typeof part.text === 'string')
    return part.thought === true ? { kind: 'thinking', text: part.text, hiddenBytes: 0 } : { kind: 'text', text: part.text };
  const inline = fieldOf(part, 'inlineData', 'inline_data', 'fileData', 'file_data');
  if (inline !== undefined) {
    const data = recordOf(inline);
    return mediaPiece(textOf(fieldOf(data, 'mimeType', 'mime_type')), textOf(data.data));
  }
  const call = fieldOf(part, 'functionCall', 'function_call');
  if (call !== undefined) return { kind: 'tool-use', name: textOf(recordOf(call).name), input: argumentsOf(recordOf(call).args) };
  const answer = fieldOf(part, 'functionResponse', 'function_response');
  if (answer !== undefined) return answerPiece(recordOf(answer));
  return { kind: 'text', text: visibleJson(part, ['thoughtSignature', 'thought_signature', 'id']) };
}

function answerPiece(answer: Loose): Piece {
  const text: Piece = { kind: 'text', text: JSON.stringify(answer.response ?? {}) };
  return { kind: 'tool-result', name: textOf(answer.name), pieces: [text, ...piecesOf(answer.parts)] };
}

function toolsOf(tool: Loose): readonly Tool[] {
  const declared = recordsOf(fieldOf(tool, 'functionDeclarations', 'function_declarations')).map(
    (one): Tool => ({
      kind: 'function',
      name: textOf(one.name),
      description: textOf(one.description),
      schema: fieldOf(one, 'parameters', 'parametersJsonSchema', 'parameters_json_schema'),
      isStrict: false,
      isDeferred: false,
    }),
  );
  const others = Object.keys(tool).filter((name) => !/^function_?declarations$/i.test(name));
  return [...declared, ...others.map((type): Tool => ({ kind: 'server', type }))];
}
