import { useEventListener } from '@vueuse/core'

export interface ListActions {
  /** Moves the cursor by that many rows; infinities mean the ends. */
  move(rows: number): void
  open(): void
  dismiss(): void
}

const steps: Record<string, number> = {
  j: 1,
  k: -1,
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

/**
 * The keys of the one list on the page. Letters work wherever no text is entered; keys that scroll or press
 * something of their own work only where the list, or nothing at all, has the focus.
 */
export function useListKeys(isList: (element: Element) => boolean, actions: ListActions) {
  useEventListener(document, 'keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target instanceof Element ? event.target : document.body
    if (target.closest('input, textarea, select, [contenteditable]') !== null) return
    const atList = target === document.body || isList(target)
    const inSheet = target.closest('dialog') !== null
    const rows = steps[event.key]
    if (rows !== undefined && (atList || event.key === 'j' || event.key === 'k')) actions.move(rows)
    else if (event.key === 'Enter' && atList) actions.open()
    else if (event.key === 'Escape' && !inSheet) actions.dismiss()
    else return
    event.preventDefault()
  })
}
