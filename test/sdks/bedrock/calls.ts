import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';

const client = new BedrockRuntimeClient({ region: 'us-east-1' });
const storage = new S3Client({});

export async function converse(text: string) {
  const command = new ConverseCommand({
    modelId: 'anthropic.claude-3-5-haiku-20241022-v1:0',
    system: [{ text: 'Be brief.' }],
    messages: [{ role: 'user', content: [{ text }] }],
    inferenceConfig: { maxTokens: 250 },
  });
  const answer = await client.send(command);
  // ^ call ConverseCommand model=anthropic.claude-3-5-haiku-20241022-v1:0 cap=250 host=bedrock provider=aws parts=system,user
  return answer.output;
}

export class Agent {
  constructor(private readonly bedrock: { send(command: unknown): Promise<unknown> }) {}
  stream(text: string) {
    return this.bedrock.send(new ConverseStreamCommand({ modelId: 'amazon.nova-micro-v1:0', messages: [{ role: 'user', content: [{ text }] }] }));
    // ^ call ConverseStreamCommand model=amazon.nova-micro-v1:0 cap=absent
  }
}

export const invoke = (text: string) =>
  client.send(
    // ^ call InvokeModelCommand model=anthropic.claude-3-haiku-20240307-v1:0 cap=99 text={text}
    new InvokeModelCommand({
      modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
      contentType: 'application/json',
      body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 99, messages: [{ role: 'user', content: text }] }),
    }),
  );

// Nothing below asks a model.
export const idle = new ConverseCommand({ modelId: 'amazon.nova-micro-v1:0', messages: [] });
export const saved = storage.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: 'x' }));
