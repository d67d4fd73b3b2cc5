import { describe, expect, it } from 'vitest';
import { link, loadGrammars } from './linked.ts';

const grammars = await loadGrammars();

describe('what bounds a run', () => {
  const agents = `from autogen import AssistantAgent, GroupChat, GroupChatManager, UserProxyAgent
user = UserProxyAgent("user", max_consecutive_auto_reply=0)
helper = AssistantAgent("helper", llm_config={"model": "gpt-4o"})
group = GroupChatManager(groupchat=GroupChat(agents=[helper, user], messages=[], max_round=7))
`;
  const cases = [
    ['user.initiate_chat(helper, message="Hi", max_turns=3)', 'max_turns 3', 3],
    ['user.initiate_chat(group, message="Hi")', 'max_round 7', 7],
    ['user.initiate_chat(helper, message="Hi", max_turns=None)', 'max_consecutive_auto_reply 0', 1],
  ] as const;
  it.each(cases)('%s is told by the name of the option that says it', (call, boundBy, max) => {
    const { program } = link(grammars, { 'a.py': `${agents}${call}\n` });
    expect(program.file('a.py').loops).toMatchObject([{ bound: 'bounded', boundBy, max }]);
  });
});
