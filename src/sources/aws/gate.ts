/**
 * Lets a number of calls through at a time, and fewer when the service says that there are too many: the number is halved when it does,
 * and grows by one a round of successes up to where it began (additive increase, multiplicative decrease; https://doi.org/10.1016/0169-7552(89)90019-6).
 */
export class Gate {
  #limit: number;
  #under = 0;
  #lastCut = 0;
  readonly #waiting: (() => void)[] = [];

  /**
   * @param most calls under way at a time, at most
   * @param rest milliseconds in which several refusals count as one: those already under way were sent under the old number
   */
  constructor(
    private readonly most: number,
    private readonly rest = 200,
  ) {
    this.#limit = most;
  }

  /** Calls that may be under way now. */
  get width(): number {
    return Math.max(1, Math.floor(this.#limit));
  }

  async through<T>(task: () => Promise<T>): Promise<T> {
    if (this.#under >= this.width) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#under++;
    try {
      return await task();
    } finally {
      this.#under--;
      while (this.#under < this.width) {
        const next = this.#waiting.shift();
        if (next === undefined) break;
        this.#under++;
        next();
      }
    }
  }

  /** The service asked for fewer calls. */
  throttled(now: number = Date.now()): void {
    if (now - this.#lastCut < this.rest) return;
    this.#lastCut = now;
    this.#limit = Math.max(1, this.#limit / 2);
  }

  succeeded(): void {
    this.#limit = Math.min(this.most, this.#limit + 1 / this.#limit);
  }
}
