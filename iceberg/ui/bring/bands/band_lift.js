// A group lifted with a pointer and let go over a band.
import { Lifting } from "./lifting.js";

const EDGE_PX = 48;
const SCROLL_PX = 14;

/** Scrolls whatever the page scrolls by, while a pointer is near the window's upper or lower edge. */
function scrollAt(y, from) {
  const step = y > innerHeight - EDGE_PX ? SCROLL_PX : y < EDGE_PX ? -SCROLL_PX : 0;
  const scrolls = (part) =>
    part.scrollHeight > part.clientHeight && /auto|scroll/.test(getComputedStyle(part).overflowY);
  let part = step ? from : null;
  while (part && !scrolls(part)) part = part.parentElement;
  part?.scrollBy(0, step);
}

/** `on` are the answers: aim(to) while a group is over a band, put(key, to) when it is let go. */
export function liftOntoBands(root, on) {
  return new Lifting(root, {
    face: (item) => ({ text: item.querySelector(".name").textContent }),
    over: ({ clientX, clientY }) => {
      scrollAt(clientY, root.getRootNode().host ?? root);
      const under = root.getRootNode().elementFromPoint(clientX, clientY);
      const to = under?.closest(".zone")?.dataset.to ?? null;
      on.aim(to);
      return to;
    },
    drop: ({ dataset }, to) => on.put(dataset.group, to),
    end: () => on.aim(null),
  });
}
