import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-ops-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs a script of scripts/ops; programs in `folder` come before those of the machine. */
const runs = (script: string, ...args: string[]): Promise<{ code: number; err: string }> =>
  new Promise((done) => {
    const env = { PATH: `${folder}:${process.env.PATH}` };
    execFile(resolve('scripts/ops', script), args, { env }, (fault, _out, err) =>
      done({ code: Number(fault?.code ?? 0), err }),
    );
  });

describe('backup.sh', () => {
  const files = () => join(folder, 'appendonlydir');
  const copy = () => join(folder, 'copy');
  const manifest = 'file a.1.base.rdb seq 1 type b\nfile a.2.incr.aof seq 2 type i startoffset 0\n';
  beforeEach(async () => {
    await mkdir(files());
    await writeFile(join(files(), 'a.manifest'), manifest);
    for (const name of ['a.1.base.rdb', 'a.2.incr.aof']) await writeFile(join(files(), name), name);
  });

  it('copies what the manifest names, for nobody else to read', async () => {
    await writeFile(join(files(), 'temp-rewriteaof-7.aof'), 'half');
    expect(await runs('backup.sh', files(), copy())).toEqual({ code: 0, err: '' });
    expect((await readdir(join(copy(), 'appendonlydir'))).sort()).toEqual([
      'a.1.base.rdb',
      'a.2.incr.aof',
      'a.manifest',
    ]);
    expect(await readdir(folder)).not.toContain('copy.part');
  });

  it('copies again where the server wrote its files anew meanwhile', async () => {
    // While the copy is compared for the first time, the server begins new files.
    const moves = `printf 'file a.3.base.rdb seq 3 type b\\n' > ${files()}/a.manifest; echo new > ${files()}/a.3.base.rdb`;
    await writeFile(join(folder, 'cmp'), `#!/bin/sh\nrm "$0"; ${moves}; exec cmp "$@"\n`);
    await chmod(join(folder, 'cmp'), 0o700);
    expect(await runs('backup.sh', files(), copy())).toMatchObject({ code: 0 });
    expect(await readdir(join(copy(), 'appendonlydir'))).toEqual(['a.3.base.rdb', 'a.manifest']);
  });

  it('writes over no copy, and says when there is nothing to copy', async () => {
    await mkdir(copy());
    expect(await runs('backup.sh', files(), copy())).toEqual({
      code: 1,
      err: `${copy()} is there already. Name a new folder.\n`,
    });
    expect(await runs('backup.sh', folder, join(folder, 'other'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('has no append-only files'),
    });
  });
});

describe('apply.sh', () => {
  /** A Docker that notes which containers were started again, and whose check of desk.yaml ends so. */
  async function docker({ check, health = 'healthy' }: { check: number; health?: string }): Promise<void> {
    const script = `#!/bin/sh
case "$*" in
*' check') exit ${check} ;;
*' ps -q '*) echo one two ;;
restart*) echo "$2" >> ${folder}/restarted ;;
inspect*) echo ${health} ;;
esac
`;
    await writeFile(join(folder, 'docker'), script);
    await writeFile(join(folder, 'sleep'), '#!/bin/sh\n');
    for (const name of ['docker', 'sleep']) await chmod(join(folder, name), 0o700);
  }
  const restarted = () => readFile(join(folder, 'restarted'), 'utf8').catch(() => '');

  it('starts nothing again while desk.yaml is wrong', async () => {
    await docker({ check: 1 });
    expect(await runs('apply.sh')).toMatchObject({ code: 1 });
    expect(await restarted()).toBe('');
  });

  it('starts each again, and goes no further than one that does not get well', async () => {
    await docker({ check: 0 });
    expect(await runs('apply.sh')).toEqual({ code: 0, err: '' });
    expect(await restarted()).toBe('one\ntwo\n');
    await docker({ check: 0, health: 'starting' });
    expect(await runs('apply.sh')).toMatchObject({
      code: 1,
      err: expect.stringContaining('docker logs one'),
    });
    expect(await restarted()).toBe('one\ntwo\none\n');
  });
});
