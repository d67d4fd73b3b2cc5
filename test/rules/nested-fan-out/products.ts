import OpenAI from 'openai';

const client = new OpenAI();

export async function askEverything(documents: string[], questions: string[]) {
  const answers: string[] = [];
  for (const document of documents) {
    for (const question of questions) {
      const response = await client.responses.create({
                          // ~~~~~~~~~~~~~~~~~~~~~~~ nested-fan-out: This call is made for each of `questions` with each of
        model: 'gpt-5.4',
        max_output_tokens: 300,
        input: `${document}\n\n${question}`,
      });
      answers.push(response.output_text);
    }
  }
  return answers;
}

export async function askEverythingAtOnce(documents: string[], questions: string[]) {
  return Promise.all(
    documents.flatMap((document) =>
      questions.map(async (question) => {
        const response = await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: `${document}\n\n${question}` });
                            // ~~~~~~~~~~~~~~~~~~~~~~~ nested-fan-out: This call is made for each of `questions` with each of
        return response.output_text;
      }),
    ),
  );
}
