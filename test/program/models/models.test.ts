import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../../server/core/languages/grammars.ts';
import { link, loadGrammars } from '../linked.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

type Case = readonly [what: string, expected: string, code: string, others?: Readonly<Record<string, string>>];

/** `id (source) note`, `?` for none; alternatives behind a bar. */
function modelOf(file: string, code: string, others: Readonly<Record<string, string>>): string {
  const head = file.endsWith('.py')
    ? 'from openai import OpenAI\nclient = OpenAI()\n'
    : "import OpenAI from 'openai';\nconst client = new OpenAI();\n";
  const { calls } = link(grammars, { ...others, [file]: head + code }).program.file(file);
  const model = calls.at(-1)?.request.model;
  if (!model) return 'no call';
  const alternatives = model.alternatives.length > 0 ? ` | ${model.alternatives.join(', ')}` : '';
  return `${model.id ?? '?'} (${model.source})${model.note ? ` ${model.note}` : ''}${alternatives}`;
}

const ask = (model: string): string => `client.responses.create(model=${model}, input="Hi")\n`;
const send = (model: string): string => `export const run = () => client.responses.create({ model: ${model}, input: 'Hi' });\n`;

const langchain = 'import os\nfrom langchain_anthropic import ChatAnthropic\nfrom langchain_openai import ChatOpenAI\n';
const python: readonly Case[] = [
  [
    'models that a branch chooses between',
    '? (unknown) one of several | gpt-5, claude-sonnet-5',
    `${langchain}def run(text):\n    if os.environ["P"] == "big":\n        llm = ChatOpenAI(model="gpt-5")\n    else:\n        llm = ChatAnthropic(model="claude-sonnet-5")\n    return llm.invoke(text)\n`,
  ],
  [
    'models that a factory chooses between',
    '? (unknown) one of several | gpt-5, gpt-5-mini',
    `${langchain}def make():\n    if os.environ["P"] == "big":\n        return ChatOpenAI(model="gpt-5")\n    return ChatOpenAI(model="gpt-5-mini")\ndef run(text):\n    return make().invoke(text)\n`,
  ],
  [
    'the same model on both ways',
    'gpt-5 (constant)',
    `${langchain}def run(text):\n    if os.environ["P"] == "warm":\n        llm = ChatOpenAI(model="gpt-5", temperature=1)\n    else:\n        llm = ChatOpenAI(model="gpt-5")\n    return llm.invoke(text)\n`,
  ],
  [
    'what stands for a key that may be missing',
    'gpt-5 (default) config.configurable.model',
    `def run(config):\n    ${ask('config["configurable"].get("model", "gpt-5")')}`,
  ],
  ['a constant', 'gpt-5 (constant)', `M = "gpt-5"\n${ask('M')}`],
  ['a class attribute', 'gpt-5 (constant)', `class Config:\n    MODEL = "gpt-5"\n${ask('Config.MODEL')}`],
  ['an enum', 'gpt-5 (constant)', `from enum import Enum\nclass M(str, Enum):\n    BIG = "gpt-5"\n${ask('M.BIG.value')}`],
  [
    'an enum of dictionaries',
    'gpt-5 (constant)',
    `from enum import Enum\nclass M(Enum):\n    OPENAI = {"language": "gpt-5"}\n${ask('M.OPENAI.value["language"]')}`,
  ],
  ['an enum member itself', 'gpt-5 (constant)', `from enum import StrEnum\nclass M(StrEnum):\n    BIG = "gpt-5"\n${ask('M.BIG')}`],
  [
    'a dataclass',
    'gpt-5 (constant)',
    `from dataclasses import dataclass\n@dataclass\nclass Config:\n    model: str = "gpt-5"\n    n: int = 3\nconfig = Config(n=4)\n${ask('config.model')}`,
  ],
  [
    'a dataclass made with another',
    'gpt-5-mini (constant)',
    `from dataclasses import dataclass\n@dataclass\nclass Config:\n    model: str = "gpt-5"\nconfig = Config(model="gpt-5-mini")\n${ask('config.model')}`,
  ],
  [
    'a dataclass made by position',
    'gpt-5-mini (constant)',
    `from dataclasses import dataclass\n@dataclass\nclass Config:\n    name: str\n    model: str = "gpt-5"\nconfig = Config("x", "gpt-5-mini")\n${ask('config.model')}`,
  ],
  [
    'a field with a default',
    'gpt-5 (constant)',
    `from pydantic import BaseModel, Field\nclass Config(BaseModel):\n    model: str = Field(default="gpt-5", description="d")\n${ask('Config().model')}`,
  ],
  [
    'a field with a factory',
    'gpt-5 (env-fallback) MODEL',
    `import os\nfrom dataclasses import dataclass, field\n@dataclass\nclass Config:\n    model: str = field(default_factory=lambda: os.getenv("MODEL", "gpt-5"))\n${ask('Config().model')}`,
  ],
  [
    'settings from the environment',
    'gpt-5 (env-fallback) OPENAI_MODEL',
    `from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    openai_model: str = "gpt-5"\nsettings = Settings()\n${ask('settings.openai_model')}`,
  ],
  [
    'settings with a prefix',
    'gpt-5 (env-fallback) APP_MODEL',
    `from pydantic import Field\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="APP_")\n    model: str = Field("gpt-5")\nsettings = Settings()\n${ask('settings.model')}`,
  ],
  [
    'settings with a name of their own',
    'gpt-5 (env-fallback) LLM',
    `from pydantic_settings import BaseSettings\nfrom pydantic import Field\nclass Settings(BaseSettings):\n    model: str = Field("gpt-5", validation_alias="LLM")\n${ask('Settings().model')}`,
  ],
  [
    'settings without a default',
    '? (env) OPENAI_MODEL',
    `from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    openai_model: str\nsettings = Settings()\n${ask('settings.openai_model')}`,
  ],
  [
    'settings behind a cached function',
    'gpt-5 (env-fallback) OPENAI_MODEL',
    `from functools import lru_cache\nfrom pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    openai_model: str = "gpt-5"\n@lru_cache\ndef get_settings():\n    return Settings()\ndef run():\n    settings = get_settings()\n    return ${ask('settings.openai_model')}`,
  ],
  [
    'an argument of the command line',
    'gpt-5 (default) --model',
    `import argparse\ndef main():\n    parser = argparse.ArgumentParser()\n    parser.add_argument("-m", "--model", default="gpt-5", help="x")\n    args = parser.parse_args()\n    ${ask('args.model')}`,
  ],
  [
    'an argument of the command line with a dest',
    'gpt-5 (default) --llm-name',
    `import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--llm-name", dest="llm", type=str, default="gpt-5")\nargs = parser.parse_args()\n${ask('args.llm')}`,
  ],
  [
    'an argument passed on as args',
    'gpt-5 (default) --model',
    `import argparse\ndef run(args):\n    return ${ask('args.model')}def main():\n    parser = argparse.ArgumentParser()\n    parser.add_argument("--model", default="gpt-5")\n    args = parser.parse_args()\n    run(args)\n`,
  ],
  [
    'a click option',
    'gpt-5 (default)',
    `import click\n@click.command()\n@click.option("--model", default="gpt-5")\ndef run(model):\n    ${ask('model')}`,
  ],
  ['a typer option', 'gpt-5 (default)', `import typer\ndef run(model: str = typer.Option("gpt-5", help="x")):\n    ${ask('model')}`],
  ['the environment', '? (env) MODEL', `import os\n${ask('os.environ["MODEL"]')}`],
  ['the environment with an or', 'gpt-5 (env-fallback) MODEL', `import os\n${ask('os.environ.get("MODEL") or "gpt-5"')}`],
  ['the environment with a constant behind it', 'gpt-5 (env-fallback) MODEL', `import os\nD = "gpt-5"\n${ask('os.getenv("MODEL", D)')}`],
  ['decouple', 'gpt-5 (env-fallback) MODEL', `from decouple import config\n${ask('config("MODEL", default="gpt-5")')}`],
  [
    'an example of the environment',
    '? (env) MODEL, gpt-5 in .env.example',
    `import os\n${ask('os.environ["MODEL"]')}`,
    { '.env.example': '# comment\nexport MODEL="gpt-5" # big\n' },
  ],
  [
    'a YAML file',
    'gpt-5 (config) config.yaml',
    `import yaml\nwith open("config.yaml") as f:\n    config = yaml.safe_load(f)\n${ask('config["llm"]["model"]')}`,
    { 'config.yaml': 'llm:\n  model: gpt-5\n' },
  ],
  [
    'a YAML file by get',
    'gpt-5 (config) config.yaml',
    `import yaml\nconfig = yaml.safe_load(open("config.yaml"))\n${ask('config.get("model", "gpt-4")')}`,
    { 'config.yaml': 'model: gpt-5\n' },
  ],
  [
    'a JSON file',
    'gpt-5 (config) conf/llm.json',
    `import json\nfrom pathlib import Path\nconfig = json.loads((Path(__file__).parent / "conf" / "llm.json").read_text())\n${ask('config["models"][0]["name"]')}`,
    { 'conf/llm.json': '{"models":[{"name":"gpt-5"}]}' },
  ],
  [
    'a TOML file',
    'gpt-5 (config) settings.toml',
    `import tomllib\nwith open("settings.toml", "rb") as f:\n    config = tomllib.load(f)\n${ask('config["llm"]["model"]')}`,
    { 'settings.toml': '[llm]\nmodel = "gpt-5"\n' },
  ],
  [
    'a file read by a function',
    'gpt-5 (config) config.yaml',
    `import yaml\ndef load(path="config.yaml"):\n    with open(path) as f:\n        return yaml.safe_load(f)\nconfig = load()\n${ask('config["model"]')}`,
    { 'config.yaml': 'model: gpt-5\n' },
  ],
  [
    'OmegaConf',
    'gpt-5 (config) config.yaml',
    `from omegaconf import OmegaConf\nconfig = OmegaConf.load("config.yaml")\n${ask('config.llm.model')}`,
    { 'config.yaml': 'llm:\n  model: gpt-5\n' },
  ],
  [
    'a file with a placeholder',
    '? (env) MODEL',
    `import yaml\nconfig = yaml.safe_load(open("config.yaml"))\n${ask('config["model"]')}`,
    { 'config.yaml': 'model: ${MODEL}\n' },
  ],
  [
    'a record by a literal key',
    'gpt-5 (constant)',
    `MODELS = {"big": {"name": "gpt-5"}, "small": {"name": "gpt-5-mini"}}\n${ask('MODELS["big"]["name"]')}`,
  ],
  [
    'a record by a variable key',
    '? (unknown) one of several | gpt-5, gpt-5-mini',
    `MODELS = {"big": "gpt-5", "small": "gpt-5-mini"}\ndef run(size):\n    return ${ask('MODELS[size]')}`,
  ],
  [
    'a record by a variable key with a fallback',
    '? (unknown) one of several | gpt-5, gpt-5-mini',
    `MODELS = {"big": "gpt-5", "small": "gpt-5-mini"}\ndef run(size):\n    return ${ask('MODELS.get(size, "gpt-5")')}`,
  ],
  ['an imported constant', 'gpt-5 (import)', `from settings import MODEL\n${ask('MODEL')}`, { 'settings.py': 'MODEL = "gpt-5"\n' }],
  ['an imported module of settings', 'gpt-5 (import)', `import settings\n${ask('settings.MODEL')}`, { 'settings.py': 'MODEL = "gpt-5"\n' }],
  [
    'imported settings',
    'gpt-5 (env-fallback) MODEL',
    `from app.config import settings\n${ask('settings.MODEL')}`,
    {
      'app/config.py':
        'from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    MODEL: str = "gpt-5"\nsettings = Settings()\n',
    },
  ],
];

const script: readonly Case[] = [
  ['a constant record', 'gpt-5 (constant)', `const MODELS = { big: 'gpt-5' } as const;\n${send('MODELS.big')}`],
  ['an enum', 'gpt-5 (constant)', `enum Model { Big = 'gpt-5' }\n${send('Model.Big')}`],
  ['a static member', 'gpt-5 (constant)', `class Config { static readonly model = 'gpt-5'; }\n${send('Config.model')}`],
  ['the environment', 'gpt-5 (env-fallback) MODEL', send("process.env.MODEL || 'gpt-5'")],
  ['the environment by name', '? (env) MODEL', send("process.env['MODEL']!")],
  [
    'a record with a part from the environment',
    'gpt-5 (env-fallback) MODEL',
    `export const config = { model: process.env.MODEL ?? 'gpt-5' };\n${send('config.model')}`,
  ],
  [
    'zod',
    'gpt-5 (env-fallback) MODEL',
    `import { z } from 'zod';\nconst schema = z.object({ MODEL: z.string().min(1).default('gpt-5'), KEY: z.string() });\nconst env = schema.parse(process.env);\n${send('env.MODEL')}`,
  ],
  [
    'zod without a default',
    '? (env) MODEL',
    `import { z } from 'zod';\nconst env = z.object({ MODEL: z.string() }).parse(process.env);\n${send('env.MODEL')}`,
  ],
  [
    't3',
    'gpt-5 (env-fallback) MODEL',
    `import { createEnv } from '@t3-oss/env-nextjs';\nimport { z } from 'zod';\nconst env = createEnv({ server: { MODEL: z.string().default('gpt-5') }, client: {}, runtimeEnv: { MODEL: process.env.MODEL } });\n${send('env.MODEL')}`,
  ],
  [
    'envalid',
    'gpt-5 (env-fallback) MODEL',
    `import { cleanEnv, str } from 'envalid';\nconst env = cleanEnv(process.env, { MODEL: str({ default: 'gpt-5' }) });\n${send('env.MODEL')}`,
  ],
  ['Deno', 'gpt-5 (env-fallback) MODEL', send("Deno.env.get('MODEL') ?? 'gpt-5'")],
  [
    'a JSON import',
    'gpt-5 (config) config.json',
    `import config from './config.json';\n${send('config.llm.model')}`,
    { 'config.json': '{"llm":{"model":"gpt-5"}}' },
  ],
  [
    'a JSON import by name',
    'gpt-5 (config) config.json',
    `import config from './config.json' with { type: 'json' };\n${send('config.llm.model')}`,
    { 'config.json': '{"llm":{"model":"gpt-5"}}' },
  ],
  [
    'require of JSON',
    'gpt-5 (config) config.json',
    `const config = require('./config.json');\n${send('config.model')}`,
    { 'config.json': '{"model":"gpt-5"}' },
  ],
  [
    'a file read and parsed',
    'gpt-5 (config) config.json',
    `import { readFileSync } from 'node:fs';\nconst config = JSON.parse(readFileSync('./config.json', 'utf8'));\n${send('config.model')}`,
    { 'config.json': '{"model":"gpt-5"}' },
  ],
  [
    'a YAML file',
    'gpt-5 (config) config.yml',
    `import fs from 'fs';\nimport yaml from 'js-yaml';\nconst config = yaml.load(fs.readFileSync('config.yml', 'utf8'));\n${send('config.model')}`,
    { 'config.yml': 'model: gpt-5\n' },
  ],
  [
    'commander',
    'gpt-5 (default) --model',
    `import { program } from 'commander';\nprogram.option('-m, --model <name>', 'the model', 'gpt-5');\nprogram.parse();\nconst options = program.opts();\n${send('options.model')}`,
  ],
  [
    'yargs',
    'gpt-5 (default) --model',
    `import yargs from 'yargs';\nconst argv = yargs(process.argv).option('model', { type: 'string', default: 'gpt-5' }).parseSync();\n${send('argv.model')}`,
  ],
  [
    'parseArgs',
    'gpt-5 (default) --model',
    `import { parseArgs } from 'node:util';\nconst { values } = parseArgs({ options: { model: { type: 'string', default: 'gpt-5' } } });\n${send('values.model')}`,
  ],
  [
    'a default of a destructured parameter',
    'gpt-5 (default) model',
    `export async function ask({ prompt, model = 'gpt-5' }: { prompt: string; model?: string }) {\n  return client.responses.create({ model, input: prompt });\n}\n`,
  ],
  [
    'defaults spread under options',
    'gpt-5 (constant)',
    `const defaults = { model: 'gpt-5' };\nexport const ask = (options: object) => client.responses.create({ ...defaults, ...options, input: 'Hi' });\n`,
  ],
];

describe('a model that the program sets for all calls', () => {
  const models = (texts: Readonly<Record<string, string>>, file: string): readonly string[] =>
    link(grammars, texts)
      .program.file(file)
      .calls.map(({ request: { model, provider } }) => `${model.id ?? '?'} (${model.source}) ${provider}`);
  const SETTINGS =
    'from llama_index.core import Settings\nfrom llama_index.llms.openai import OpenAI\ndef init():\n    Settings.llm = OpenAI(model="gpt-5-mini")\n';

  it('is that of the same file', () => {
    const text = `${SETTINGS}def run(index):\n    return index.as_query_engine().query("Hi")\nfrom llama_index.core import VectorStoreIndex\nVectorStoreIndex([]).as_query_engine().query("Hi")\nSettings.llm.complete("Hi")\n`;
    expect(models({ 'a.py': text }, 'a.py')).toContain('gpt-5-mini (constant) openai');
  });

  it('is that of another file, the nearest first', () => {
    const use = 'from llama_index.core import Settings\nSettings.llm.complete("Hi")\n';
    expect(
      models(
        { 'app/settings.py': SETTINGS, 'app/flow.py': use, 'other/settings.py': SETTINGS.replace('gpt-5-mini', 'gpt-5') },
        'app/flow.py',
      ),
    ).toEqual(['gpt-5-mini (import) openai']);
  });

  it('is not that of another example beside it', () => {
    const use = 'from llama_index.core import Settings\nSettings.llm.complete("Hi")\n';
    const apart = { 'a/app.py': SETTINGS, 'b/app.py': use };
    expect(models(apart, 'b/app.py')[0]).toMatch(/^\? \(unknown\)/);
    expect(models({ ...apart, '__init__.py': '' }, 'b/app.py')[0]).toMatch(/^gpt-5-mini \(import\)/);
  });

  it('is one of several where files beside each other differ', () => {
    const use = 'from llama_index.core import Settings\nSettings.llm.complete("Hi")\n';
    expect(models({ 'a.py': SETTINGS, 'b.py': SETTINGS.replace('gpt-5-mini', 'gpt-5'), 'flow.py': use }, 'flow.py')[0]).toMatch(
      /^\? \(unknown\)/,
    );
  });

  it('is set by a function of the framework', () => {
    const text = 'import dspy\nlm = dspy.LM("openai/gpt-5-mini")\ndspy.configure(lm=lm)\nqa = dspy.Predict("q -> a")\nqa(q="Hi")\n';
    expect(models({ 'a.py': text }, 'a.py')[0]).toMatch(/^openai\/gpt-5-mini \(constant\)/);
  });

  it('is set in TypeScript too', () => {
    const texts = {
      'settings.ts':
        "import { Settings } from 'llamaindex';\nimport { openai } from '@llamaindex/openai';\nexport function init() { Settings.llm = openai({ model: 'gpt-5-mini' }); }\n",
      'a.ts': "import { Settings } from 'llamaindex';\nexport const run = () => Settings.llm.complete({ prompt: 'Hi' });\n",
    };
    expect(models(texts, 'a.ts')[0]).toMatch(/^gpt-5-mini \(import\)/);
  });

  it('is looked up again when it changes', () => {
    const { program } = link(grammars, {
      'a.py': SETTINGS,
      'flow.py': 'from llama_index.core import Settings\nSettings.llm.complete("Hi")\n',
    });
    const id = () => program.file('flow.py').calls[0]?.request.model.id;
    expect(id()).toBe('gpt-5-mini');
    program.removeModule('a.py');
    expect(id()).toBeNull();
  });
});

describe('the model in Python', () => {
  for (const [what, expected, code, others = {}] of python)
    it(`stands in ${what}`, () => {
      expect(modelOf('main.py', code, others)).toBe(expected);
    });
});
describe('the model in TypeScript', () => {
  for (const [what, expected, code, others = {}] of script)
    it(`stands in ${what}`, () => {
      expect(modelOf('main.ts', code, others)).toBe(expected);
    });
});
