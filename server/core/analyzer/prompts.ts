import type { Place } from '../module/module.ts';
import type { PromptFile } from '../module/prompt-file.ts';
import type { Piece, PromptText } from '../program/call-site.ts';
import type { Span } from '../text/span.ts';

/** A prompt file's messages as texts to count. Its spans are absolute: the file is one unit that starts at 0. */
export function promptTextsOf(prompt: PromptFile): readonly PromptText[] {
  const place = (span: Span): Place => ({ file: prompt.file, unit: '', span });
  return [prompt, ...prompt.more].flatMap((one, at): PromptText[] => {
    const pieces = one.messages.flatMap((message) =>
      message.pieces.flatMap((piece): Piece[] => {
        if (piece.kind === 'silent') return [];
        if (piece.kind === 'hole')
          return [
            {
              kind: 'hole',
              name: piece.name,
              why: 'filled in when the prompt is used',
              stability: 'unknown',
              place: place(piece.span),
              maxTokens: null,
            },
          ];
        if (!piece.isConditional && !piece.isRepeated)
          return [{ kind: 'text', text: piece.text, stability: 'constant', place: place(piece.span) }];
        return [
          {
            kind: 'hole',
            name: 'template',
            why: piece.isRepeated ? 'repeated by the template' : 'only in some cases',
            stability: 'unknown',
            place: place(piece.span),
            maxTokens: null,
          },
        ];
      }),
    );
    const [first] = one.messages;
    if (pieces.length === 0 || !first) return [];
    return [
      {
        id: `${prompt.file}#${one.name ?? ''}${at > 0 ? `~${at + 1}` : ''}`,
        place: place(first.span),
        pieces,
        model: one.model?.id ?? null,
        calls: [],
        ...(prompt.alwaysSent ? { isAlwaysSent: true as const } : {}),
      },
    ];
  });
}
