import { expect } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { eventually } from './eventually.ts'

interface Status {
  stage: string
  caseId: string | null
  outcome: string | null
}

let number = 0

/** An officer pastes what they saw on TikTok; answers once it has been read. */
const paste = async (
  officer: ApiClient,
  text: string,
  more: { authorHandle?: string } = {},
): Promise<Status & { postId: string }> => {
  number += 1
  const author = more.authorHandle ?? `warga_${number}`
  const video = `74123456789${String(process.pid % 10_000).padStart(4, '0')}${String(number).padStart(4, '0')}`
  const url = `https://www.tiktok.com/@${author}/video/${video}`
  const pasted = await officer.post<{ postId: string; duplicate: boolean }>('/posts', {
    platform: 'tiktok',
    url,
    text,
    authorHandle: author,
  })
  expect(pasted.status, pasted.text).toBe(201)
  const { postId } = pasted.body
  const status = await eventually(
    async () => (await officer.get<Status>(`/posts/${postId}`)).body,
    ({ stage }) => stage === 'read' || stage === 'quarantined',
    30_000,
  )
  return { ...status, postId }
}

/** The same for a post that must become a case which the officer may see. */
export const pasteCase = async (
  officer: ApiClient,
  text: string,
  more: { authorHandle?: string } = {},
): Promise<string> => {
  const { caseId, ...status } = await paste(officer, text, more)
  if (!caseId) throw new Error(`no case that the officer may see: ${JSON.stringify(status)}`)
  return caseId
}

/** Officers of the province for whom the journeys are written. */
export const PEOPLE = {
  road: { name: 'Petugas PU', roles: ['desk-officer'], agencyId: 'bengkulu.dpupr' },
  roadToo: { name: 'Petugas PU Kedua', roles: ['desk-officer'], agencyId: 'bengkulu.dpupr' },
  roadHead: { name: 'Kabid PU', roles: ['supervisor'], agencyId: 'bengkulu.dpupr' },
  disaster: { name: 'Piket BPBD', roles: ['desk-officer'], agencyId: 'bengkulu.bpbd' },
  women: { name: 'Petugas DP3A', roles: ['desk-officer'], agencyId: 'bengkulu.dp3ap2kb' },
  health: { name: 'Petugas Dinkes', roles: ['desk-officer'], agencyId: 'bengkulu.dinkes' },
  healthHead: { name: 'Kabid Dinkes', roles: ['supervisor'], agencyId: 'bengkulu.dinkes' },
} as const
