import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { writeConfiguration } from '../../src/configuration/write-configuration.ts'
import { writeYaml } from '../../src/configuration/write-yaml.ts'
import { compareConfigurations } from '../../src/core/compare-configurations.ts'
import { emptyFolder } from './folder.ts'

// Reads and writes thousands of lines of YAML: slow where many tests share a machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

/** As jsonb does it: every record with its keys in another order. */
function shuffled<Thing>(thing: Thing): Thing {
  return JSON.parse(JSON.stringify(thing), (_, part) => {
    const isRecord = typeof part === 'object' && part !== null && !Array.isArray(part)
    return isRecord ? Object.fromEntries(Object.entries(part).reverse()) : part
  })
}

describe('an exported configuration', () => {
  it('loads back to the very same configuration, all governments', async () => {
    const folder = await emptyFolder()
    const { configuration } = await loadConfiguration('config')
    await writeConfiguration(folder, configuration)
    const again = await loadConfiguration(folder)
    expect(again.faults).toEqual([])
    expect(again.configuration).toEqual(configuration)
    expect(compareConfigurations(configuration, again.configuration)).toEqual([])
  })

  it('has its keys in the usual order, however the database gave them back', async () => {
    const [folder, again] = [await emptyFolder(), await emptyFolder()]
    const { configuration } = await loadConfiguration('config')
    await writeConfiguration(folder, configuration)
    await writeConfiguration(again, shuffled(configuration))
    for (const file of ['governments/pemkab-oki/agencies.yaml', 'calendar-2026.yaml']) {
      expect(await readFile(join(again, file), 'utf8')).toBe(
        await readFile(join(folder, file), 'utf8'),
      )
    }
    expect(compareConfigurations(configuration, shuffled(configuration))).toEqual([])
  })

  it('keeps what YAML would like to read otherwise', () => {
    const tricky = {
      code: '17.10',
      no: 'no',
      empty: '',
      colon: 'a: b',
      hash: '#tag',
      date: '2026-01-01',
    }
    expect(parse(writeYaml({ tricky }))).toEqual({ tricky })
  })
})

describe('comparing two configurations', () => {
  it('names the document, the agency and the field that changed', async () => {
    const before = (await loadConfiguration('config')).configuration
    const after = structuredClone(before)
    const bengkulu = after.governments.find(({ id }) => id === 'pemprov-bengkulu')
    bengkulu?.agencies.find(({ id }) => id === 'bengkulu.dpupr')?.aliases.push('dinas jalan')
    bengkulu?.agencies.pop()
    after.lexicon.words.id = { ...after.lexicon.words.id, ngab: 'abang' }
    const told = compareConfigurations(before, after)
    expect(told.map(({ document, path, kind }) => `${document} ${path} ${kind}`)).toEqual([
      'lexicon words.id.ngab added',
      'governments/pemprov-bengkulu agencies[bengkulu.dpupr].aliases changed',
      'governments/pemprov-bengkulu agencies[bengkulu.setda] removed',
    ])
  })

  it('with nothing tells every document once', async () => {
    const { configuration } = await loadConfiguration('config')
    const told = compareConfigurations(null, configuration)
    expect(told.map(({ kind }) => kind)).toEqual(Array(10).fill('added'))
  })
})
