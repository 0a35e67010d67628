import type { Client } from 'pg'
import { StartFault } from '../start-fault.ts'
import { askPatiently } from './ask-postgres.ts'

type Facts = {
  number: number
  version: string
  encoding: string
  standby: boolean
  role: string
  database: string
  createInDatabase: boolean
  createInSchema: boolean
}

/** Answers its version, or says in one sentence why this Postgres cannot be used. */
export async function checkPostgres(url: string): Promise<{ version: string }> {
  const facts = await askPatiently(url, 15_000, readFacts).catch((error) => {
    throw new StartFault(whyNoAnswer(url, error))
  })
  const fault = postgresFault(facts)
  if (fault) throw new StartFault(fault)
  return { version: facts.version }
}

/** Where it is, without the password. */
export function whereIs(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

async function readFacts(db: Client): Promise<Facts> {
  const { rows } = await db.query<Facts>(`
    SELECT current_setting('server_version_num')::int AS number,
           split_part(current_setting('server_version'), ' ', 1) AS version,
           current_setting('server_encoding') AS encoding,
           pg_is_in_recovery() AS standby,
           current_user::text AS role,
           current_database()::text AS database,
           has_database_privilege(current_database(), 'CREATE') AS "createInDatabase",
           coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "createInSchema"`)
  return rows[0] as Facts
}

export function postgresFault(facts: Facts): string | undefined {
  const { number, version, encoding, standby, role, database } = facts
  if (number < 150000)
    return `Postgres di DATABASE_URL terlalu lama (${version}): Tanggap memerlukan Postgres 15 atau lebih baru.`
  if (encoding !== 'UTF8')
    return `Basis data "${database}" memakai encoding ${encoding}: buat basis data baru dengan CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`
  if (standby)
    return 'Postgres di DATABASE_URL adalah salinan yang hanya bisa dibaca: isi DATABASE_URL dengan alamat server utamanya.'
  if (!facts.createInDatabase)
    return `Pengguna basis data "${role}" tidak berhak CREATE pada basis data "${database}": jalankan GRANT CREATE ON DATABASE "${database}" TO "${role}".`
  if (!facts.createInSchema)
    return `Pengguna basis data "${role}" tidak berhak CREATE pada skema public di "${database}": jalankan GRANT CREATE ON SCHEMA public TO "${role}".`
}

function whyNoAnswer(url: string, error: unknown): string {
  const { code = '', message } = error as Error & { code?: string }
  const where = whereIs(url)
  if (code === '28P01' || code === '28000')
    return `Postgres di ${where} menolak nama atau kata sandi: periksa DATABASE_URL.`
  if (code === '3D000')
    return `Basis data di ${where} belum ada: buat dahulu dengan CREATE DATABASE, atau perbaiki DATABASE_URL.`
  return `DATABASE_URL tidak menjawab di ${where} (${code || message}): nyalakan Postgres itu, perbaiki alamatnya, atau hapus DATABASE_URL agar Tanggap memakai Postgres bawaan.`
}
