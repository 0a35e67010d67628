import { useEffect, useState } from 'preact/hooks'
import type { Answer, Problem } from '../api/request.ts'

/** A list of the administrator's, and the way to load it again after a change. */
export const useItems = <Item>(load: () => Promise<Answer<{ items: Item[] }>>) => {
  const [items, setItems] = useState<Item[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const reload = async () => {
    const answer = await load()
    if (answer.kind === 'refused') return setProblem(answer.problem)
    setProblem(null)
    setItems(answer.body.items)
  }
  useEffect(() => {
    void reload()
  }, [])
  return { items, problem, reload }
}
