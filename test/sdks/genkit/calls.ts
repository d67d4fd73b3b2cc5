import { googleAI } from '@genkit-ai/google-genai';
import { genkit } from 'genkit';

const ai = genkit({ plugins: [googleAI()], model: googleAI.model('gemini-2.5-flash') });
const greet = ai.definePrompt({ name: 'greet', model: 'googleai/gemini-2.5-pro', prompt: 'Greet {{name}}.' });

export async function asks(text: string) {
  await ai.generate('Hello');
  // ^ call generate model=gemini-2.5-flash provider=google parts=user
  await ai.generate({ model: 'googleai/gemini-2.5-pro', prompt: 'Hello', config: { maxOutputTokens: 40 }, maxTurns: 2 });
  // ^ call generate model=googleai/gemini-2.5-pro cap=40 bound=bounded max=2
  await greet({ name: text });
  // ^ call prompt() model=googleai/gemini-2.5-pro
  await ai.chat({ system: 'You help.' }).send(text);
  // ^ call send
}

// A flow is called like the function in it.
const summarise = ai.defineFlow({ name: 'summarise' }, async (input: { text: string }) => {
  return ai.generate({ model: 'googleai/gemini-2.5-pro', prompt: input.text });
  // ^ call generate model=googleai/gemini-2.5-pro
});
export const all = (texts: string[]) => Promise.all(texts.map((text) => summarise({ text })));
// ^ call generate model=googleai/gemini-2.5-pro via=1

// Nothing below asks a model.
export const decoys = (report: { generate(text: string): unknown }) => report.generate('a');
