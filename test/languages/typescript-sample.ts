/** A file with a bit of everything, with characters outside of the basic plane so that offsets can go wrong. */
export const sample = `// 😀 at the top
import OpenAI, { type Client, toFile as file } from 'openai';
const { readFile } = require('node:fs');
export enum Model { Small = 'gpt-5-mini', Large = 'gpt-5' }
const SYSTEM = \`You are 🤖 \${name ?? 'nobody'}.
  Answer in \${language}.\`;
interface Options { client: OpenAI; depth?: number }

@Injectable({ scope: 'request' })
export class Agent<T extends object> extends Base<T> implements Runs {
  static #steps = 0;
  private readonly history: Message[] = [{ role: 'system', content: SYSTEM }];
  constructor(private client: OpenAI, readonly model: Model = Model.Small, ...rest: string[]) { super(...rest); }
  get last() { return this.history.at(-1)!; }
  @traced() async *run(task: string, { tools = [], signal }: Options & { signal?: AbortSignal } = {}): AsyncGenerator<string> {
    this.history.push({ role: 'user', content: \`😀 \${task}\` });
    outer: while (true) {
      // lineitem: ignore LI301 -- a test
      const reply = await this.client.chat.completions.create({ model: this.model, messages: [...this.history], tools, max_tokens: 1_000 }, { signal });
      const [first, , third = 2, ...others] = reply.choices as Choice[];
      for await (const { delta: { content = '' } } of stream) yield content;
      for (let i = 0, n = others.length; i < n; i++, n--) { if (i > 3) continue outer; else break; }
      switch (first?.finish_reason) { case 'stop': return; case 'tool_calls': await Promise.all(tools.map(async (t) => t(third))); break; default: throw new Error('no'); }
      try { Agent.#steps ??= +task || -1; } catch ({ message }) { log(message, /a[/]b/g); } finally { delete this.last['x']; }
    }
  }
  static { Agent.ready = typeof window === 'undefined' ? null : !0; }
}
namespace Tools { export const now = () => new Date().toISOString(), list = function* () { yield* [1, 2]; }; }
let lazy: Promise<OpenAI | null> | undefined;
export const get = async <T,>(key?: keyof T) => (lazy ??= make<T>()), { a, b: [c] } = settings satisfies Settings;
do { lazy = undefined, count++; } while (count < 0x10);
export { get as default, file }; export * as all from './all'; export default { run, SYSTEM, 'content-type': 1, [key]: 2, ...more, m() {}, get v() { return 1 } };
module.exports = { Agent };
`;

/** The same in what every grammar reads, with an element. */
export const plainSample = `const React = require('react'), { b } = require('b');
class A extends (mix(B)) { #x = 1; static y = \`😀\`; run = async () => { for (;;) await this.#x(); } }
export function Card({ title, items: [head, ...tail] }, ...rest) {
  var x = a ? b : c, y; x ||= y &&= 2; exports.z = x;
  return <div {...rest} className="a &amp; b" hidden>{title} 😀 <A.B x={1} />{tail.map((t) => <li key={t}>{t}</li>)}</div>;
}
`;
