import { useState } from 'preact/hooks'
import type { Answer, Problem } from '../api/request.ts'

/** A form on its way: busy until it is answered, and the refusal where there was one. */
export const useSending = <Body>(
  send: () => Promise<Answer<Body>>,
  whenDone: (body: Body) => void,
) => {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await send()
    setBusy(false)
    if (answer.kind === 'refused') return setProblem(answer.problem)
    setProblem(null)
    whenDone(answer.body)
  }
  return { problem, busy, submit }
}
