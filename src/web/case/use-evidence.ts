import { useEffect, useState } from 'preact/hooks'
import { CLOSING_KINDS } from '../../core/evidence.ts'
import { listEvidence } from '../api/evidence.ts'
import type { Case, Evidence } from '../api/wire.ts'

const shows = ({ kind, withdrawn }: Evidence): boolean =>
  withdrawn === null && CLOSING_KINDS.includes(kind)

/** What shows the fix already; null until it is known. Asked for again whenever the case changes. */
export const useEvidence = ({ id, version }: Case): Evidence[] | null => {
  const [shown, setShown] = useState<Evidence[] | null>(null)
  useEffect(() => {
    let left = false
    const load = async () => {
      const answer = await listEvidence(id)
      if (!left) setShown(answer.kind === 'ok' ? answer.body.items.filter(shows) : [])
    }
    void load()
    return () => {
      left = true
    }
  }, [id, version])
  return shown
}
