// Node's `--import` of this file lets a parent ask a process of the program, as it is installed, what it takes.

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit());
// The program ends as it would without us.
process.channel?.unref();
