// The pen of this tab: the name under which things are done here, how many were done, and those that
// have no answer yet. It outlives a reload, so that undo goes on where it was and nothing is lost.
const ASKED_MS = 150;
let storage = sessionStorage;
let key = "iceberg-pen";

/** Keeps pens somewhere else, as on a phone, where they outlive the tab. */
export function keepIn(otherStorage, otherKey) {
  [storage, key] = [otherStorage, otherKey];
}

function read() {
  try {
    const { pen, acts, waiting, answered, told } = JSON.parse(storage.getItem(key));
    const isWhole = typeof pen === "string" && acts >= 0 && Array.isArray(waiting);
    return isWhole ? { pen, acts, waiting, answered, told } : null;
  } catch {
    return null;
  }
}

// Without TLS there are no locks: there a tab asks the others whether one of them uses the pen.
function isNobodys(pen) {
  const channel = new BroadcastChannel(`${key}-${pen}`);
  return new Promise((resolve) => {
    const alone = () => {
      channel.onmessage = ({ data }) => data === "whose" && channel.postMessage("mine");
      resolve(true);
    };
    const waiting = setTimeout(alone, ASKED_MS);
    channel.onmessage = ({ data }) => {
      if (data !== "mine") return;
      clearTimeout(waiting);
      channel.close();
      resolve(false);
    };
    channel.postMessage("whose");
  });
}

// A duplicated tab gets a copy of what its original keeps; two tabs must not use one pen at once.
async function isMine(pen) {
  if (!navigator.locks) return isNobodys(pen);
  return new Promise((resolve) => {
    const hold = (lock) => {
      resolve(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined;
    };
    navigator.locks.request(`${key}-${pen}`, { ifAvailable: true }, hold).catch(() => resolve(false));
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
    storage.setItem(key, JSON.stringify(state));
  } catch {
    // Without room to keep it, a reload gets a new pen; an older state would count acts twice.
    storage.removeItem(key);
  }
}
