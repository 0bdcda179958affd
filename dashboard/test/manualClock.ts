/** A clock that stands still until it is moved, and runs what falls due on the way. */
export class ManualClock {
  private millis = 0
  private tasks: { at: number; run: () => void }[] = []

  now(): number {
    return this.millis
  }

  after(delay: number, run: () => void): () => void {
    const task = { at: this.millis + delay, run }
    this.tasks.push(task)
    return () => {
      this.tasks = this.tasks.filter((other) => other !== task)
    }
  }

  advance(delay: number) {
    const end = this.millis + delay
    for (let due = this.next(end); due !== undefined; due = this.next(end)) {
      this.tasks = this.tasks.filter((task) => task !== due)
      this.millis = due.at
      due.run()
    }
    this.millis = end
  }

  pending(): number {
    return this.tasks.length
  }

  private next(end: number) {
    return this.tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
  }
}
