import type { AnalyzedNewsArticle } from '@/api/types'

type Revised = Pick<AnalyzedNewsArticle, 'content_revision' | 'analysis_revision'>

/** Whether the candidate replaces what is known: content decides, then analysis; equals change nothing. */
export function supersedes(candidate: Revised, known: Revised): boolean {
  return candidate.content_revision === known.content_revision
    ? candidate.analysis_revision > known.analysis_revision
    : candidate.content_revision > known.content_revision
}
