/** Room that all connections share: so many at once, and so many bytes together. */
export class Pool {
  private count = 0;
  private bytes = 0;
  private readonly most: { count: number; bytes: number };

  constructor(most: { count: number; bytes: number }) {
    this.most = most;
  }

  /** A place of one connection, empty yet; null when all are taken. */
  enter(): Place | null {
    if (this.count >= this.most.count) return null;
    this.count++;
    let held = 0;
    let over = false;
    return {
      grow: (bytes) => {
        if (over || this.bytes + bytes > this.most.bytes) return false;
        this.bytes += bytes;
        held += bytes;
        return true;
      },
      leave: () => {
        if (over) return;
        over = true;
        this.count--;
        this.bytes -= held;
      },
    };
  }
}

export type Place = {
  /** Takes so many bytes more; false when there is no room for them. */
  grow: (bytes: number) => boolean;
  /** Gives back all that was taken. */
  leave: () => void;
};
