import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { findCatalogFiles } from './catalog-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slo-as-code-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)
const namesFound = async () =>
  (await findCatalogFiles(folder)).files.map(({ name }) => name.slice(folder.length + 1))

test('YAML is found in the folders of a folder, in the order of its paths', async () => {
  await mkdir(join(folder, 'b'))
  await put('b/two.yml', '')
  await put('a.yaml', '')
  await put('readme.md', '')
  expect(await namesFound()).toEqual(['a.yaml', 'b/two.yml'])
})

test('a folder as Kubernetes mounts it is read once: by its links, not by the hidden versions behind them', async () => {
  await mkdir(join(folder, '..2026_11_20'))
  await put('..2026_11_20/slo.yaml', 'a: 1')
  await symlink('..2026_11_20', join(folder, '..data'))
  await symlink('..data/slo.yaml', join(folder, 'slo.yaml'))
  expect(await namesFound()).toEqual(['slo.yaml'])
})

test('a file that is no text, or leads nowhere, is a mistake among the others', async () => {
  await put('a.yaml', 'a: 1')
  await put('binary.yaml', new Uint8Array([0xff, 0xfe, 0x00]))
  await symlink('nowhere.yaml', join(folder, 'link.yaml'))
  const { files, mistakes } = await findCatalogFiles(folder)
  expect(files).toHaveLength(1)
  expect(mistakes.map(({ problem }) => problem)).toEqual([
    'is no text in UTF-8',
    'is a link to what cannot be read',
  ])
})

test('a folder without any YAML is a mistake: nobody checks nothing on purpose', async () => {
  await put('readme.md', '')
  expect((await findCatalogFiles(folder)).mistakes).toMatchObject([
    { severity: 'error', problem: 'holds no file that ends in .yaml or .yml' },
  ])
})
