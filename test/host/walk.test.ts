import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { walk } from '../../server/host/node/walk.ts';
import { withFolder } from './folder.ts';

describe('the walk over a folder', () => {
  it('honours ignore files, the deepest first', () => {
    const files = {
      '.gitignore': '*.log\n/build/\nsecret.py\n!keep.log\n',
      'a.py': '',
      'a.log': '',
      'keep.log': '',
      'build/out.py': '',
      'lib/build/in.py': '',
      'lib/secret.py': '',
      'lib/.gitignore': '!secret.py\nlocal/\n',
      'lib/local/x.py': '',
    };
    withFolder(files, (folder) => {
      expect(walk(folder).files).toEqual(['.gitignore', 'a.py', 'keep.log', 'lib/.gitignore', 'lib/build/in.py', 'lib/secret.py']);
    });
  });

  it('stays out of what others installed or made', () => {
    const files = {
      'src/a.ts': '',
      'node_modules/openai/index.js': '',
      '.venv/lib/x.py': '',
      'pkg/dist/b.js': '',
      'x/__pycache__/c.py': '',
      '.git/config': '',
    };
    withFolder(files, (folder) => expect(walk(folder).files).toEqual(['src/a.ts']));
  });

  it('follows no link and says where each leads', () => {
    withFolder({ 'src/a.py': '', 'other/b.py': '' }, (folder) => {
      symlinkSync('..', path.join(folder, 'src/up'), 'dir');
      symlinkSync('../other', path.join(folder, 'src/beside'), 'dir');
      symlinkSync('loop', path.join(folder, 'loop'));
      const found = walk(folder);
      expect(found.files).toEqual(['other/b.py', 'src/a.py']);
      expect(found.skipped.map(({ file, why }) => `${file} ${why}`)).toEqual(['loop link', 'src/beside link', 'src/up link']);
      expect(found.skipped.map(({ detail }) => detail)).toEqual([
        'leads nowhere',
        expect.stringContaining('other'),
        'leads back to a folder that holds it',
      ]);
    });
  });

  it('keeps to some folders where it is told to', () => {
    withFolder({ 'a/x.py': '', 'a/b/y.py': '', 'c/z.py': '', 'top.py': '' }, (folder) => {
      expect(walk(folder, ['a/b/', 'a/', 'c/', 'c/']).files).toEqual(['a/b/y.py', 'a/x.py', 'c/z.py']);
    });
  });

  it('says which folder it could not read', () => {
    withFolder({ 'a.py': '' }, (folder) => {
      expect(walk(path.join(folder, 'gone')).skipped).toEqual([{ file: '', why: 'unreadable', detail: null }]);
    });
  });
});
