import type { TextKind } from './tokenizer-family.ts';

/** The kinds a text is made of, with their shares of its tokens (adding up to 1). Looks at a bounded sample of a long text. */
export function textKinds(text: string): readonly { readonly kind: TextKind; readonly share: number }[] {
  const weights: Record<'latin' | 'digits' | 'chinese' | 'japanese' | 'korean' | 'other-script' | 'emoji', number> = {
    latin: 0,
    digits: 0,
    chinese: 0,
    japanese: 0,
    korean: 0,
    'other-script': 0,
    emoji: 0,
  };
  const sample = sampleOf(text);
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at);
    if (unit < 0x30 || (unit > 0x39 && unit < 0x250) || (unit >= 0x1e00 && unit < 0x2c00)) weights.latin += 0.24;
    else if (unit <= 0x39) weights.digits += 0.4;
    else if (unit >= 0x3040 && unit < 0x3100) weights.japanese += 0.75;
    else if ((unit >= 0x3400 && unit < 0xa000) || (unit >= 0xf900 && unit < 0xfb00)) weights.chinese += 0.7;
    else if (unit >= 0xac00 && unit < 0xd7b0) weights.korean += 0.6;
    else if (unit >= 0xd800 && unit < 0xe000) weights.emoji += 1;
    else weights['other-script'] += 0.35;
  }
  // Kanji beside kana are Japanese.
  if (weights.japanese > 0.2 * weights.chinese) {
    weights.japanese += weights.chinese;
    weights.chinese = 0;
  }
  const { latin, ...others } = weights;
  const shares: [TextKind, number][] = [[latinKind(sample), latin], ...scriptsOf(others)];
  const whole = shares.reduce((sum, [, weight]) => sum + weight, 0) || 1;
  return shares.flatMap(([kind, weight]) => (weight === 0 ? [] : [{ kind, share: weight / whole }]));
}

function scriptsOf(weights: Readonly<Record<Exclude<TextKind, 'prose' | 'markdown' | 'code' | 'json'>, number>>): [TextKind, number][] {
  return [
    ['digits', weights.digits],
    ['chinese', weights.chinese],
    ['japanese', weights.japanese],
    ['korean', weights.korean],
    ['other-script', weights['other-script']],
    ['emoji', weights.emoji],
  ];
}

const sampleLength = 4_000;

/** The start, the middle and the end of a long text. */
export function sampleOf(text: string): string {
  if (text.length <= 3 * sampleLength) return text;
  const middle = text.length >> 1;
  return text.slice(0, sampleLength) + text.slice(middle, middle + sampleLength) + text.slice(-sampleLength);
}

function latinKind(text: string): TextKind {
  const start = text.trimStart();
  if (/^[[{]/.test(start) && /"\s*[:,\]}]/.test(start)) return 'json';
  const lines = text.split('\n');
  const codeLines = lines.filter((line) =>
    /[;{}]\s*$|^\s*(def|class|import|from|return|const|let|var|function|if|for|while|public|private|fn|func)\b.*[({:;=]/.test(line),
  ).length;
  if (codeLines > 0.25 * lines.length) return 'code';
  const marks = lines.filter((line) => /^\s*(#{1,6} |[-*] |\d+\. |> |\|.*\||```)|\*\*[^*]+\*\*|`[^`]+`/.test(line)).length;
  return marks >= 2 && marks > 0.1 * lines.length ? 'markdown' : 'prose';
}
