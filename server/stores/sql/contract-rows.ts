import type { Contract } from '../../../src/contract/contracts.ts'
import { servedContract } from '../../sources/slo-as-code/served-catalog.ts'
import type { CodedContract } from '../../sources/slo-as-code/slo-catalog.ts'
import type { Sql } from './sql.ts'
import { insertVersions, versionObject, versionsOfContracts } from './version-rows.ts'

/** All but what has a column of its own. */
export function contractRow({ slug, name, target: _target, ...definition }: CodedContract) {
  return { slug, name, definition }
}

/** Of before there were any. */
const withoutBeginning = { since: null }

type ContractRow = Readonly<{ contract: Omit<CodedContract, 'target'>; versions: Contract['versions'] }>

export async function readContracts(sql: Sql): Promise<readonly Contract[]> {
  const rows = await readRows(sql, 'ordinal')
  return rows.map(({ contract, versions }) => servedContract(contract, versions))
}

export async function readCodedContracts(sql: Sql): Promise<readonly CodedContract[]> {
  const rows = await readRows(sql, 'slug collate "C"')
  return rows.map(({ contract, versions }) => ({ ...contract, target: versions.at(-1)?.target ?? 1 }))
}

async function readRows(sql: Sql, order: string): Promise<readonly ContractRow[]> {
  const rows = await sql.query<ContractRow>(`
    select definition || jsonb_build_object('slug', slug, 'name', name) as contract,
      (select json_agg(${versionObject} order by version)
        from contract_version where contract = slug) as versions
    from contract where archived_at is null order by ${order}`)
  return rows.map(({ contract, versions }) => ({ contract: { ...withoutBeginning, ...contract }, versions }))
}

/** Into a database without a catalog, with the history they bring. */
export async function insertContracts(sql: Sql, contracts: readonly Contract[]): Promise<void> {
  const rows = contracts.map(({ versions: _versions, customers, ...contract }, ordinal) => ({
    ...contractRow({ ...contract, customers: customers.map(({ name }) => name) }),
    ordinal,
  }))
  await sql.query('insert into contract select * from jsonb_populate_recordset(null::contract, $1::jsonb)', [
    JSON.stringify(rows),
  ])
  const agreed = contracts.map(({ slug, versions }) => ({ id: slug, versions }))
  await insertVersions(sql, versionsOfContracts, agreed)
}
