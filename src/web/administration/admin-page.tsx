import type { ComponentChildren } from 'preact'
import type { Problem } from '../api/request.ts'
import { Icon } from '../parts/icon.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'

interface AdminPageProps {
  title: string
  says: string
  add?: { label: string; onClick: () => void } | null
  problem: Problem | null
  children: ComponentChildren
}

export const AdminPage = ({ title, says, add, problem, children }: AdminPageProps) => (
  <main class="page">
    <header class="page-head">
      <div>
        <h1>{title}</h1>
        <p class="muted">{says}</p>
      </div>
      {add && (
        <button type="button" class="button button--main" onClick={add.onClick}>
          <Icon name="plus" /> {add.label}
        </button>
      )}
    </header>
    <ProblemNote problem={problem} />
    {children}
  </main>
)
