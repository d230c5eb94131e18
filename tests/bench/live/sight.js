// Watches the picture of a page from its start: when each revision was drawn, in ms since 1970, and
// when each key was pressed.
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const sight = (window.sight = { drawn: [], keys: [] });
  addEventListener("keydown", () => sight.keys.push(now()), { capture: true });

  const boardIn = (root) => {
    const found = root.querySelector(".board");
    if (found) return found;
    for (const host of root.querySelectorAll("*")) {
      const inner = host.shadowRoot && boardIn(host.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  sight.board = () => boardIn(document);

  // A revision that is there is drawn in the next frame, and seen when that frame is over.
  sight.start = () => {
    const board = sight.board();
    const seen = () => {
      const revision = Number(board.dataset.revision);
      requestAnimationFrame(() => setTimeout(() => sight.drawn.push([revision, now()])));
    };
    new MutationObserver(seen).observe(board, { attributeFilter: ["data-revision"] });
  };
})();
