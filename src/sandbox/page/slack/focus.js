/** Where focus is, in words that still fit when what stands there is drawn anew. */
export function focusNow() {
  const node = document.activeElement;
  return {
    node,
    region: node?.closest('.place-view, .thread-view'),
    ts: node?.closest('[data-ts]')?.dataset.ts,
    place: node?.dataset.place,
  };
}

/** Goes back to what had focus: to what stands in its place now, or to the message that it was in. False where nothing is. */
export function focusAgain({ node, region, ts, place }) {
  const message = ts && region?.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  const same = place && (message ?? region)?.querySelector(`[data-place="${CSS.escape(place)}"]`);
  const back = node?.isConnected && node !== document.body ? node : (same ?? message);
  back?.focus({ preventScroll: true });
  return back?.contains(document.activeElement) === true;
}
