import { useEffect, useState } from 'preact/hooks'
import { readInvitation } from '../api/account.ts'
import type { Answer } from '../api/request.ts'
import type { Invitation } from '../api/wire.ts'

/** Is the one-time link still good? Null while we ask. */
export const useInvitation = (token: string): Answer<Invitation> | null => {
  const [answer, setAnswer] = useState<Answer<Invitation> | null>(null)
  useEffect(() => {
    void readInvitation(token).then(setAnswer)
  }, [token])
  return answer
}
