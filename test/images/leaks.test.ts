import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { leaksInImage } from '../../src/app/image-leaks.js';
import { tar, zip } from '../archive/make.js';
import { marks } from '../git/repository.js';
import { dockerTar, layout, ociFiles, removeFolders, written } from './make-image.js';

removeFolders();

const read = async (path: string): Promise<readonly string[]> => {
  const { leaks, errors } = await leaksInImage(path, { scan: marks, label: 'image.tar' });
  expect(errors).toEqual([]);
  return leaks.map(({ leak, path: place, removedBy }) => `${place}:${leak.line} ${leak.fingerprint}${removedBy === undefined ? '' : ' removed'}`).sort();
};

test('every layer counts, also what a later one removed or replaced', async () => {
  const image = {
    layers: [
      { pieces: [{ name: 'app/.env', content: 'A=1\nKEY=SECRET-env\n' }, { name: 'app/config', content: 'SECRET-old' }, { name: 'app/stays', content: 'SECRET-stays' }], packing: 'gzip' as const },
      { pieces: [{ name: 'app/.wh..env' }, { name: 'app/config', content: 'SECRET-new' }] },
    ],
    config: { history: [{ created_by: 'COPY . /app' }, { created_by: 'RUN rm .env' }] },
  };
  const expected = ['app/.env:2 env removed', 'app/config:1 new', 'app/config:1 old removed', 'app/stays:1 stays'];
  expect(await read(dockerTar(image))).toEqual(expected);
  expect(await read(layout(ociFiles([image])))).toEqual(expected);
  const { leaks } = await leaksInImage(dockerTar(image), { scan: marks, label: 'image.tar' });
  const removed = leaks.find(({ leak }) => leak.fingerprint === 'env');
  expect(removed).toMatchObject({ createdBy: 'COPY . /app', image: { name: expect.any(String) as string } });
  expect(removed?.removedBy).not.toBe(removed?.layer);
});

test('the configuration keeps variables, build arguments, labels and commands', async () => {
  const image = {
    layers: [{ pieces: [{ name: 'a', content: 'x' }] }],
    config: { config: { Env: ['PATH=/bin', 'TOKEN=SECRET-env'], Labels: { key: 'SECRET-label' }, Cmd: ['run', '--token', 'SECRET-command'] }, history: [{ created_by: 'x' }, { created_by: 'RUN |1 TOKEN=SECRET-arg /bin/sh -c make', empty_layer: true }] },
  };
  expect(await read(dockerTar(image))).toEqual(['config/command:3 command', 'config/env:2 env', 'config/history:2 arg', 'config/labels:1 label']);
});

test('archives in layers are opened two levels deep', async () => {
  const jar = zip([{ name: 'app.properties', content: 'k=SECRET-jar' }, { name: 'lib/inner.jar', content: zip([{ name: 'inner.txt', content: 'SECRET-inner' }, { name: 'deepest.zip', content: zip([{ name: 'x', content: 'SECRET-deepest' }]) }]) }]);
  const path = dockerTar({ layers: [{ pieces: [{ name: 'app.jar', content: jar }, { name: 'src.tgz', content: gzipSync(tar({ name: 'src/a', content: 'SECRET-tgz' })) }, { name: 'app.log.gz', content: gzipSync('x\nSECRET-log') }] }] });
  const { leaks, errors } = await leaksInImage(path, { scan: marks, label: 'image.tar' });
  expect(leaks.map(({ leak, path: place }) => `${place} ${leak.fingerprint}`).sort()).toEqual(['app.jar!/app.properties jar', 'app.jar!/lib/inner.jar!/inner.txt inner', 'app.log.gz!/app.log log', 'src.tgz!/src/a tgz']);
  expect(errors).toEqual([{ file: 'image.tar!/app.jar!/lib/inner.jar!/deepest.zip', message: 'lies more than 2 archives deep and was not read' }]);
});

test('bombs, broken archives and names that lead out cost one line each', async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(600 * 1024 * 1024)));
  const path = dockerTar({
    layers: [
      {
        pieces: [
          { name: 'bomb.gz', content: bomb },
          { name: 'broken.zip', content: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]) },
          { name: 'out.tar', content: tar({ name: '../../etc/passwd', content: 'SECRET-out' }, { name: 'fine', content: 'SECRET-fine' }) },
        ],
      },
    ],
  });
  const { leaks, errors } = await leaksInImage(path, { scan: marks, label: 'image.tar' });
  expect(leaks.map(({ leak }) => leak.fingerprint)).toEqual(['fine']);
  expect(errors.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'image.tar!/bomb.gz!/bomb unpacks to more than 32 MB and was not read',
    'image.tar!/broken.zip is no valid zip, or is cut off: it has no directory',
    expect.stringContaining('image.tar!/out.tar holds `../../etc/passwd`: holds a name that leads out of it') as string,
  ]);
});

test('a file that is no image is said to be none', async () => {
  await expect(leaksInImage(written('x.tar', tar({ name: 'a', content: 'SECRET-a' })), { scan: marks, label: 'x.tar' })).rejects.toThrow('holds no image');
});
