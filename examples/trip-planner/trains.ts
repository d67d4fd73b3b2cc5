import { tool } from 'ai';
import { z } from 'zod';

export const trains = tool({
  description: 'Finds trains between two stations on a day.',
  inputSchema: z.object({
    from: z.string().describe('The station to start from'),
    to: z.string().describe('The station to arrive at'),
    day: z.string().describe('The day as YYYY-MM-DD'),
  }),
  execute: async ({ from, to, day }) => {
    const reply = await fetch(`https://trains.example/search?from=${from}&to=${to}&day=${day}`);
    return reply.json();
  },
});
