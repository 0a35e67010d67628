/** Sequences in which house and model once parted: shrunk by fast-check, kept as they were found. */
import type { Opening, Step } from './steps.ts'

const pupr: Opening = { owner: 'pupr', urgency: 'P1', lag: 0 }
const desk: Opening = { owner: null, urgency: 'P1', lag: 0 }
const by = { case: 0, who: 'first' } as const
const WEEKS = 16 * 1440

/** Answered, owed anew, and for ten hours the reporter was waited for. */
const rested: Step[] = [
  { do: 'answer', ...by },
  { do: 'wait', minutes: 2 },
  { do: 'dismiss', ...by },
  { do: 'reopen', ...by },
  { do: 'ask', ...by },
  { do: 'wait', minutes: 600 },
  { do: 'reply', ...by },
]

export const FOUND: [string, Opening[], Step[]][] = [
  [
    'a dismissal that was wrong met no deadline',
    [pupr],
    [
      { do: 'dismiss', ...by },
      { do: 'reopen', ...by },
    ],
  ],
  [
    'a duplicate is not reopened without its posts',
    [pupr, pupr],
    [
      { do: 'merge', case: 0, other: 1 },
      { do: 'reopen', case: 1, who: 'first' },
    ],
  ],
  [
    'a coordinator who leaves the case where it is has decided too',
    [desk],
    [
      { do: 'offer', ...by, to: 'pupr' },
      { do: 'transfer', ...by, to: null },
    ],
  ],
  [
    'taking a dismissal back does not bring back the clock of an offer that is over',
    [pupr],
    [
      { do: 'offer', ...by, to: null },
      { do: 'dismiss', ...by },
      { do: 'undo', case: 0, byDoer: true, back: 0 },
    ],
  ],
  [
    'taking back a transfer to where it was does not bring the offer back',
    [desk],
    [
      { do: 'offer', ...by, to: 'pupr' },
      { do: 'transfer', ...by, to: null },
      { do: 'wait', minutes: 5 },
      { do: 'undo', case: 0, byDoer: true, back: 0 },
    ],
  ],
  [
    'of two answered cases the later answer is the one of both',
    [pupr, pupr],
    [
      { do: 'answer', ...by },
      { do: 'wait', minutes: 5 },
      { do: 'answer', case: 1, who: 'first' },
      { do: 'wait', minutes: 2 },
      { do: 'merge', case: 0, other: 1 },
      { do: 'wait', minutes: 5 },
      { do: 'unmerge', case: 0 },
    ],
  ],
  [
    'the follow-up of a case that went in goes out with it again',
    [pupr, pupr],
    [
      { do: 'follow-up', case: 1, who: 'first' },
      { do: 'wait', minutes: 2 },
      { do: 'merge', case: 0, other: 1 },
      { do: 'unmerge', case: 0 },
    ],
  ],
  [
    'what was split off stays when its source went in and came out again',
    [pupr],
    [
      { do: 'join', case: 0, lag: 0 },
      { do: 'split', case: 0 },
      { do: 'merge', case: 1, other: 0 },
      { do: 'unmerge', case: 1 },
    ],
  ],
  [
    'who wrote after the first answer is answered by the second one, when that is given',
    [pupr],
    [
      { do: 'answer', ...by },
      { do: 'wait', minutes: 2 },
      { do: 'join', case: 0, lag: 0 },
      { do: 'answer', ...by },
      { do: 'wait', minutes: 2 },
      { do: 'split', case: 0 },
    ],
  ],
  [
    'a slip of the urgency that is taken back gives no new hour',
    [pupr],
    [
      { do: 'wait', minutes: WEEKS },
      { do: 'ask', ...by },
      { do: 'urgency', ...by, to: 'P2' },
      { do: 'undo', case: 0, byDoer: true, back: 0 },
    ],
  ],
  [
    'who was answered is owed nothing when the case comes back to those that a split left in it',
    [pupr, pupr],
    [
      { do: 'answer', ...by },
      { do: 'wait', minutes: 600 },
      { do: 'hand-over', case: 1, who: 'first' },
      { do: 'merge', case: 1, other: 0 },
      { do: 'split', case: 1 },
      { do: 'transfer', case: 1, who: 'first', to: 'pupr' },
    ],
  ],
  [
    'a new answer that is owed stays owed when a merge is taken back',
    [pupr, pupr],
    [
      { do: 'answer', ...by },
      { do: 'wait', minutes: 600 },
      { do: 'dismiss', ...by },
      { do: 'wait', minutes: 600 },
      { do: 'reopen', ...by },
      { do: 'merge', case: 0, other: 1 },
      { do: 'unmerge', case: 0 },
    ],
  ],
  [
    'an older post that was found while two were one keeps the clock of its case where it is',
    [pupr, { ...pupr, lag: 4000 }],
    [
      { do: 'merge', case: 0, other: 1 },
      { do: 'join', case: 0, lag: 4000 },
      { do: 'unmerge', case: 0 },
    ],
  ],
  [
    'a merge is not taken back where one of the two would be left without a post',
    [pupr, pupr],
    [
      { do: 'merge', case: 0, other: 1 },
      { do: 'split', case: 0 },
      { do: 'unmerge', case: 0 },
      { do: 'unsplit', case: 0 },
      { do: 'unmerge', case: 0 },
    ],
  ],
  [
    'what was split off and took in another case does not go back with it',
    [pupr, pupr],
    [
      { do: 'join', case: 1, lag: 0 },
      { do: 'split', case: 1 },
      { do: 'merge', case: 2, other: 0 },
      { do: 'unsplit', case: 1 },
    ],
  ],
  [
    'taking a split back leaves nobody answered who was not',
    [pupr, pupr],
    [
      { do: 'answer', ...by },
      { do: 'wait', minutes: 2 },
      { do: 'merge', case: 0, other: 1 },
      { do: 'split', case: 0 },
      { do: 'unsplit', case: 0 },
    ],
  ],
  [
    'an answer that is owed keeps its rests when its case goes into another',
    [pupr, { ...pupr, urgency: 'P4' }],
    [...rested, { do: 'merge', case: 1, other: 0 }],
  ],
  [
    'an answer that is owed keeps its rests when posts are split off',
    [pupr],
    [...rested, { do: 'join', case: 0, lag: 0 }, { do: 'split', case: 0 }],
  ],
  [
    'who comes into a case that waits for its reporter waits for nobody',
    [pupr, pupr],
    [
      { do: 'answer', ...by },
      { do: 'ask', ...by },
      { do: 'wait', minutes: 2 },
      { do: 'merge', case: 0, other: 1 },
    ],
  ],
]
