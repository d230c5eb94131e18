// The pen of this tab: the name under which things are done here, how many were done, and those that
// have no answer yet. It outlives a reload, so that undo goes on where it was and nothing is lost.
const KEY = "iceberg-pen";

function read() {
  try {
    const { pen, acts, waiting } = JSON.parse(sessionStorage.getItem(KEY));
    return typeof pen === "string" && acts >= 0 && Array.isArray(waiting) ? { pen, acts, waiting } : null;
  } catch {
    return null;
  }
}

// A duplicated tab gets a copy of what its original keeps; two tabs must not use one pen at once.
// Where there are no locks, as on a page without TLS, every load gets a pen of its own.
async function isMine(pen) {
  if (!navigator.locks) return false;
  return new Promise((resolve) => {
    navigator.locks.request(`${KEY}-${pen}`, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

let held = null;

/** The pen to use in this tab: the one kept, or the one offered by the server, {pen, acts, waiting}. */
export async function takePen({ pen, done }) {
  if (held) return { ...held, acts: Math.max(held.acts, held.pen === pen ? done : 0) };
  const kept = read();
  if (kept && (await isMine(kept.pen))) held = kept;
  else held = { pen, acts: done, waiting: [] };
  if (held !== kept) await isMine(pen);
  return held;
}

/** Keeps what is needed to go on after a reload. */
export function keepPen(state) {
  held = state;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // Without room to keep it, a reload gets a new pen.
  }
}
