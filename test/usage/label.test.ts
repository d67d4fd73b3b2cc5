import { describe, expect, it } from 'vitest';
import type { LineItem } from '../../server/core/bill/line-item.ts';
import type { Language } from '../../server/core/module/module.ts';
import { applyEdits } from '../../server/core/text/span.ts';
import { labelFixes, labelTargets } from '../../server/core/usage/label.ts';
import { formatOf } from '../../server/usage-import/formats/index.ts';
import { createReadyAnalyzer } from '../fuzz/ready-analyzer.ts';
import { label, otlpLine } from './logs.ts';

const openai = (call: string): string => `from openai import OpenAI

client = OpenAI()

def ask(question):
    answer = ${call}
    return answer
`;

interface Sample {
  readonly target: string;
  readonly language: Language;
  readonly file: string;
  readonly text: string;
  readonly writes: string;
}

const chat = 'client.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": question}])';
const samples: readonly Sample[] = [
  {
    target: 'openai',
    language: 'python',
    file: 'a.py',
    text: openai('client.responses.create(model="gpt-5.4", input=question)'),
    writes: 'metadata={"call_site": "a.py#ask/responses.create~1"}',
  },
  {
    target: 'openai',
    language: 'typescript',
    file: 'a.ts',
    text: "import OpenAI from 'openai';\nconst client = new OpenAI();\nexport const ask = (input: string) =>\n  client.responses.create({ model: 'gpt-5.4', input });\n",
    writes: "metadata: { call_site: 'a.ts#ask/responses.create~1' }",
  },
  {
    target: 'openai-stored',
    language: 'python',
    file: 'a.py',
    text: openai(chat),
    writes: 'store=True, metadata={"call_site": "a.py#ask/chat.completions.create~1"}',
  },
  {
    target: 'langfuse',
    language: 'python',
    file: 'a.py',
    text: openai(chat),
    writes: 'metadata={"call_site": "a.py#ask/chat.completions.create~1"}',
  },
  {
    target: 'helicone',
    language: 'python',
    file: 'a.py',
    text: openai(chat),
    writes: 'extra_headers={"Helicone-Property-CallSite": "a.py#ask/chat.completions.create~1"}',
  },
  {
    target: 'litellm',
    language: 'python',
    file: 'a.py',
    text: 'import litellm\n\ndef ask(question):\n    return litellm.completion(model="gpt-5.4", messages=[{"role": "user", "content": question}])\n',
    writes: 'metadata={"tags": ["call_site:a.py#ask/completion~1"]}',
  },
  {
    target: 'ai-sdk',
    language: 'typescript',
    file: 'a.ts',
    text: "import { openai } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\nexport async function ask(prompt: string) {\n  return await generateText({ model: openai('gpt-5.4'), prompt });\n}\n",
    writes: "experimental_telemetry: { isEnabled: true, functionId: 'a.ts#ask/generateText~1' }",
  },
  {
    target: 'opentelemetry',
    language: 'python',
    file: 'a.py',
    text: openai(chat),
    writes:
      'from openai import OpenAI\nfrom opentelemetry import trace\n\nclient = OpenAI()\n\ndef ask(question):\n    trace.get_current_span().set_attribute("lineitem.call_site", "a.py#ask/chat.completions.create~1")\n    answer = client',
  },
  {
    target: 'opentelemetry',
    language: 'typescript',
    file: 'a.ts',
    text: "import OpenAI from 'openai';\nconst client = new OpenAI();\nexport async function ask(input: string) {\n  const answer = await client.responses.create({\n    model: 'gpt-5.4',\n    input,\n  });\n  return answer;\n}\n",
    writes:
      "import { trace } from '@opentelemetry/api';\nconst client = new OpenAI();\nexport async function ask(input: string) {\n  trace.getActiveSpan()?.setAttribute('lineitem.call_site', 'a.ts#ask/responses.create~1');\n  const answer = await",
  },
  {
    target: 'opentelemetry',
    language: 'javascript',
    file: 'a.js',
    text: "const OpenAI = require('openai');\nconst client = new OpenAI();\nasync function ask(input) {\n  const answer = await client.responses.create({ model: 'gpt-5.4', input });\n  return answer;\n}\n",
    writes: "const { trace } = require('@opentelemetry/api'); const client",
  },
  {
    target: 'opentelemetry',
    language: 'python',
    file: 'a.py',
    text: `from opentelemetry import trace\n${openai(chat)}`,
    writes: 'from opentelemetry import trace\nfrom openai import OpenAI\n\nclient',
  },
];

async function itemIn(
  file: string,
  language: Language,
  text: string,
): Promise<{ readonly item: LineItem; readonly labelled: (target: string) => string | null }> {
  const analyzer = await createReadyAnalyzer((what, error) => {
    throw new Error(`${what}: ${String(error)}`);
  });
  analyzer.open(file, language, text);
  const [item] = analyzer.file(file).items;
  if (item === undefined) throw new Error('no call');
  return {
    item,
    labelled(target) {
      const fix = labelFixes(item.call).find((one) => one.target === target);
      const edits = fix === undefined ? undefined : analyzer.edits(fix.verbs)?.get(file);
      return edits === undefined ? null : applyEdits(text, edits);
    },
  };
}

describe('a label', () => {
  it.each(samples)('is written for $target in $language, and the call keeps its id', async ({ target, file, language, text, writes }) => {
    const { item, labelled } = await itemIn(file, language, text);
    const written = labelled(target);
    expect(written?.replace(/\s+/g, ' ')).toContain(writes.replace(/\s+/g, ' '));
    const again = await itemIn(file, language, written ?? '');
    expect(again.item.call.id).toBe(item.call.id);
    expect(again.item.input).toEqual(item.input);
    if (target !== 'opentelemetry') expect(again.labelled(target)).toBeNull();
  });

  it('has a sample for each target', () => {
    expect(new Set(samples.map(({ target }) => target))).toEqual(new Set(labelTargets.map(({ name }) => name)));
  });

  it.each([
    ['a field of the user', openai('client.responses.create(model="gpt-5.4", input=question, metadata=tags)'), 'openai'],
    ['a spread', openai('client.responses.create(model="gpt-5.4", input=question, **options)'), 'openai'],
    [
      'a statement that does not begin its line',
      openai(`1 if question else ${chat}`).replace('    answer', '    if question: answer'),
      'opentelemetry',
    ],
    ['a name that means something else', openai(chat).replace('question)', 'question, trace)'), 'opentelemetry'],
    ['a function without a body', openai(`lambda: ${chat}`), 'opentelemetry'],
  ])('is not offered over %s', async (_, text, target) => {
    const { labelled } = await itemIn('a.py', 'python', text);
    expect(labelled(target)).toBeNull();
  });

  it('is found on the span above the call', () => {
    const [resource] = otlpLine.resourceSpans;
    const [scope] = resource?.scopeSpans ?? [];
    const [span, parent] = scope?.spans ?? [];
    if (span === undefined || parent === undefined) throw new Error('no spans');
    const isLabel = ({ key }: { readonly key: string }): boolean => key === 'lineitem.call_site';
    const child = { ...span, parentSpanId: parent.spanId, attributes: span.attributes.filter((one) => !isLabel(one)) };
    const above = { ...parent, attributes: span.attributes.filter(isLabel) };
    const line = { resourceSpans: [{ scopeSpans: [{ spans: [child] }, { spans: [above] }] }] };
    expect(
      formatOf(line)
        ?.read(line, { useful: null })
        .map(({ label }) => label),
    ).toEqual([label]);
  });

  it('is found again in a log', () => {
    expect(formatOf(otlpLine)?.read(otlpLine, { useful: null })[0]?.label).toBe(label);
  });
});
