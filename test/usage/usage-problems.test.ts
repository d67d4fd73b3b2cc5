import { describe, expect, it } from 'vitest';
import { createReadyAnalyzer } from '../fuzz/ready-analyzer.ts';

const code = `import anthropic

client = anthropic.Anthropic()

def sort(mail):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=20, system="You sort mail.", messages=[{"role": "user", "content": mail}])

def reply(mail):
    return client.messages.create(model="claude-opus-5", max_tokens=800, system="You answer mail.", messages=[{"role": "user", "content": mail}])
`;
const sort = 'app/shop.py#sort/messages.create~1';
const reply = 'app/shop.py#reply/messages.create~1';

async function shop() {
  const analyzer = await createReadyAnalyzer((what, error) => {
    throw new Error(`${what}: ${String(error)}`);
  });
  analyzer.open('app/shop.py', 'python', code);
  const itemOf = (id: string) => analyzer.file('app/shop.py').items.find(({ call }) => call.id === id);
  const problems = (file: string, text: string): readonly (readonly [string, string])[] => {
    analyzer.setUsage(file, text);
    return analyzer.file(file).problems.map(({ at, message }) => [text.slice(at.span.start, at.span.end), message]);
  };
  return { analyzer, itemOf, problems };
}

describe('a usage file beside the code', () => {
  it('reaches the calls below it, and lets go of them with the file', async () => {
    const { analyzer, itemOf } = await shop();
    const before = itemOf(sort);
    expect(before?.expected).toBeNull();
    analyzer.setUsage('lineitem.usage.json', JSON.stringify({ calls: { [sort]: { callsPerMonth: 10 } } }));
    expect(itemOf(sort)?.expected?.usage).toMatchObject({ callsPerMonth: 10, source: 'lineitem.usage.json' });
    expect(itemOf(reply)?.expected).toBeNull();
    analyzer.setUsage('elsewhere/lineitem.usage.json', JSON.stringify({ defaults: { steps: 2 } }));
    expect(itemOf(sort)?.expected?.usage.steps).toBeNull();
    analyzer.setUsage('lineitem.usage.json', null);
    expect(itemOf(sort)).toBe(before);
  });

  it('keeps the items of calls whose figures did not change, so that rules are not asked again', async () => {
    const { analyzer, itemOf } = await shop();
    const say = (calls: number): void =>
      analyzer.setUsage(
        'lineitem.usage.json',
        JSON.stringify({ calls: { [sort]: { callsPerMonth: 10 }, [reply]: { callsPerMonth: calls } } }),
      );
    say(1);
    const [first, second] = [itemOf(sort), itemOf(reply)];
    say(2);
    expect(itemOf(sort)).toBe(first);
    expect(itemOf(reply)).not.toBe(second);
  });

  it('is brought by its name with the other texts', async () => {
    const { analyzer, itemOf } = await shop();
    analyzer.setText('app/lineitem.usage.json', JSON.stringify({ calls: { [sort]: { callsPerMonth: 3 } } }));
    expect(itemOf(sort)?.expected?.usage.callsPerMonth).toBe(3);
    expect(analyzer.project().files.map(({ file }) => file)).toEqual(['app/shop.py', 'app/lineitem.usage.json']);
  });

  it('says which ids no call has', async () => {
    const { problems } = await shop();
    expect(
      problems('lineitem.usage.json', '{ "calls": { "app/shop.py#gone/create~1": {} }, "entryPoints": { "app/shop.py#main": {} } }'),
    ).toEqual([
      [
        '"app/shop.py#gone/create~1"',
        `No call has the id \`app/shop.py#gone/create~1\`: this entry is not applied. Calls of that file: ${sort}, ${reply}.`,
      ],
      ['"app/shop.py#main"', 'No entry point has the id `app/shop.py#main`: this entry is not applied.'],
    ]);
  });

  it('does not apply an entry that was made for another call', async () => {
    const { problems, itemOf } = await shop();
    const text = JSON.stringify({ calls: { [sort]: { fingerprint: 'gpt-5.4 0123456789abcdef', callsPerMonth: 10 } } });
    expect(problems('lineitem.usage.json', text)).toEqual([
      [
        JSON.stringify(sort),
        'This entry is not applied: it was made for a call of gpt-5.4 with another prompt. Measure it again, or take its fingerprint out.',
      ],
    ]);
    expect(itemOf(sort)?.expected).toBeNull();
  });

  it('says what of an entry does not apply', async () => {
    const { problems } = await shop();
    const text = JSON.stringify({ calls: { [sort]: { cacheHitRate: 0.4 } } });
    expect(problems('lineitem.usage.json', text)).toEqual([
      [JSON.stringify(sort), 'cacheHitRate is not applied: this call asks for no cache, or its prefix is too short for one.'],
    ]);
  });

  it('says that figures are older than the prices', async () => {
    const { problems } = await shop();
    const [[at, message] = []] = problems('lineitem.usage.json', '{ "asOf": "2025-01-31" }');
    expect(at).toBe('"2025-01-31"');
    expect(message).toMatch(
      /^These figures end on 2025-01-31, the prices are of \d{4}-\d\d-\d\d: the bill is what that use would cost now/,
    );
    expect(problems('lineitem.usage.json', '{ "asOf": "2026-10-31" }')).toEqual([]);
  });
});
