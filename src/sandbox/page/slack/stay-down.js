/** How near to the end counts as there (pixels). */
const near = 80;

/** Keeps the end of a list in view for as long as somebody is there; `moved` hears when they come or leave. */
export function stayDown(scroller, list, moved = () => {}) {
  let isDown = true;
  scroller.addEventListener('scroll', () => {
    const was = isDown;
    isDown = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near;
    if (was !== isDown) moved();
  });
  const keep = () => {
    if (isDown) scroller.scrollTop = scroller.scrollHeight;
  };
  const size = new ResizeObserver(keep);
  size.observe(scroller);
  size.observe(list);
  return {
    keep,
    /** Whether the end is in view, and somebody can see it. */
    isSeen: () => isDown && scroller.checkVisibility(),
    go() {
      isDown = true;
      keep();
    },
    /** Shows what is at `node` instead, when that is above what the end shows. */
    goTo(node) {
      isDown = true;
      keep();
      if (!node || node.offsetTop >= scroller.scrollTop) return;
      isDown = false;
      scroller.scrollTop = node.offsetTop - 8;
    },
  };
}
