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
// There are no locks on a page without TLS: there only a reload goes on with the pen.
async function isMine(pen) {
  if (!navigator.locks) return performance.getEntriesByType("navigation")[0]?.type === "reload";
  return new Promise((resolve) => {
    const hold = (lock) => {
      resolve(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined;
    };
    navigator.locks.request(`${KEY}-${pen}`, { ifAvailable: true }, hold).catch(() => resolve(false));
  });
}

let held = null;
let taking = null;

async function takeFirst({ pen, done }) {
  const kept = read();
  const isKept = kept && (await isMine(kept.pen));
  if (!isKept) isMine(pen);
  held = isKept ? kept : { pen, acts: done, waiting: [] };
}

/** The pen to use in this tab: the one kept, or the one offered by the server, {pen, acts, waiting}. */
export async function takePen(offered) {
  await (taking ??= takeFirst(offered));
  return { ...held, acts: Math.max(held.acts, held.pen === offered.pen ? offered.done : 0) };
}

/** Keeps what is needed to go on after a reload. */
export function keepPen(state) {
  held = state;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // Without room to keep it, a reload gets a new pen; an older state would count acts twice.
    sessionStorage.removeItem(KEY);
  }
}
