import OpenAI from 'openai';

const client = new OpenAI();

interface Book {
  readonly chapters: readonly string[];
}

export async function chaptersOfBooks(books: readonly Book[]) {
  for (const book of books) {
    for (const chapter of book.chapters) {
      const response = await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: chapter });
      console.log(response.output_text);
    }
  }
}

export async function chaptersAtOnce(books: readonly Book[]) {
  return Promise.all(
    books.flatMap((book) =>
      book.chapters.map(async (chapter) => {
        const response = await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: chapter });
        return response.output_text;
      }),
    ),
  );
}

export async function twoTones(letters: readonly string[]) {
  for (const letter of letters) {
    for (const tone of ['kind', 'stern']) {
      const response = await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: `${tone}: ${letter}` });
      console.log(response.output_text);
    }
  }
}

export async function partsMadeInAFunctionInside(documents: string[], split: (text: string) => string[]) {
  for (const document of documents) {
    const expand = async () => {
      const parts = split(document);
      for (const part of parts) {
        const response = await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: part });
        console.log(response.output_text);
      }
    };
    await expand();
  }
}
