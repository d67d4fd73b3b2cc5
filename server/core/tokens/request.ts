/** A request as a vendor bills it, whatever wrote it: a call found in code, or a saved body. Plain data. */
export interface CountableRequest {
  readonly api: CountingApi;
  /** As the vendor knows it; null where unknown. */
  readonly model: string | null;
  readonly system: readonly Piece[];
  readonly messages: readonly Message[];
  readonly tools: readonly Tool[];
  /** `forced`: any tool must be called, or one by name. */
  readonly toolChoice: 'auto' | 'none' | 'forced';
  readonly thinking: Thinking;
  /** The schema that the answer must follow; null where the answer is free text. */
  readonly output: { readonly name: string; readonly schema: unknown } | null;
  /** The model is told how many tokens its whole task may take. */
  readonly hasTaskBudget?: true;
  /** Vertex AI bills Gemini's tools otherwise than the Gemini API does; left out where it is not known. */
  readonly surface?: 'vertex';
  /** What is billed with the request and stands elsewhere: a stored conversation, a stored prompt. */
  readonly stored: readonly string[];
}

/** The wire shapes that overheads are known for; other vendors speak `openai.chat`. */
export type CountingApi =
  | 'anthropic.messages'
  | 'openai.chat'
  | 'openai.responses'
  | 'openai.embeddings'
  | 'gemini.generateContent'
  | 'bedrock.converse';

export type Thinking = 'off' | 'on' | 'adaptive';
export type MessageRole = 'system' | 'developer' | 'user' | 'assistant' | 'tool';

export interface Message {
  readonly role: MessageRole;
  readonly name: string | null;
  readonly pieces: readonly Piece[];
}

export type Tool =
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly description: string;
      /** JSON Schema of the arguments. */
      readonly schema: unknown;
      readonly isStrict: boolean;
      /** Sent, but shown to the model only once it searched for it. */
      readonly isDeferred: boolean;
    }
  /** A tool whose schema the source does not show whole. */
  | { readonly kind: 'written'; readonly name: string; readonly pieces: readonly Piece[] }
  /** A tool that the vendor runs; `type` is the vendor's name for it. */
  | { readonly kind: 'server'; readonly type: string };

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** A value that only production knows. */
  | { readonly kind: 'hole'; readonly name: string; readonly maxTokens: number | null }
  | { readonly kind: 'image'; readonly size: ImageSize | null; readonly detail: ImageDetail }
  | { readonly kind: 'file'; readonly mediaType: string; readonly pages: number | null }
  | { readonly kind: 'audio' | 'video'; readonly seconds: number | null }
  | { readonly kind: 'tool-use'; readonly name: string; readonly input: string }
  | { readonly kind: 'tool-result'; readonly name: string | null; readonly pieces: readonly Piece[] }
  /** What the model thought in an earlier turn; `hiddenBytes` of it are encrypted. */
  | { readonly kind: 'thinking'; readonly text: string; readonly hiddenBytes: number };

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export type ImageDetail = 'low' | 'high' | 'original' | 'auto';
